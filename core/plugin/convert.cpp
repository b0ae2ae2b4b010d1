#include "convert.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <cmath>
#include <cstdint>

namespace almanac {
namespace {

template <class Enum>
Enum enumerator(std::int32_t value, std::int32_t last) noexcept {
  return value >= 0 && value <= last ? static_cast<Enum>(value) : Enum{};
}

/// Seconds that a four-digit year can hold; what lies outside is nobody's date.
constexpr std::int64_t first_second = -62'135'596'800, last_second = 253'402'300'799;

/// Whether the plugin knows that field.
template <class Field>
bool has(const almanac_entry& entry, const Field& field) noexcept {
  const auto* end = reinterpret_cast<const char*>(&field) + sizeof field;
  return entry.struct_size >= static_cast<std::size_t>(end - reinterpret_cast<const char*>(&entry));
}

void fill_text(TextBody& to, const almanac_text& from) {
  to.raw = view(from.value);
  to.type = view(from.media_type);
  to.base = view(from.base);
  to.is_html = from.type == ALMANAC_TEXT_HTML;
}

template <class From, class To, class Convert>
void fill_list(std::vector<To>& to, const From* items, std::size_t count, std::size_t most, Convert convert) {
  if (!items || !count) return;
  to.reserve(std::min(count, most));
  for (std::size_t i = 0; i < count && i < most; ++i) to.push_back(convert(items[i]));
}

Person person(const almanac_person& from) { return {copy(from.name), copy(from.email), copy(from.url)}; }
Link link(const almanac_link& from) { return {copy(from.href), copy(from.rel), copy(from.type), copy(from.title)}; }

Enclosure enclosure(const almanac_enclosure& from) {
  Enclosure out{copy(from.url), copy(from.type), std::nullopt};
  if (from.length >= 0) out.length = static_cast<std::uint64_t>(from.length);
  return out;
}

void fill_recurrence(Recurrence& to, const almanac_entry& from, std::size_t most) {
  fill_list(to.rules, from.rrules, from.rrule_count, most, copy);
  fill_list(to.exrules, from.exrules, from.exrule_count, most, copy);
  fill_list(to.dates, from.rdates, from.rdate_count, most, copy);
  fill_list(to.exceptions, from.exdates, from.exdate_count, most, copy);
  to.id = moment(from.recurrence_id);
  to.this_and_future = from.this_and_future != 0;
}

void fill_times(Entry& to, const almanac_entry& from, std::size_t most) {
  to.published = moment(from.published);
  to.updated = moment(from.updated);
  to.start = moment(from.start);
  to.end = moment(from.end);
  to.end_is_last_day = from.end.flags & ALMANAC_TIME_LAST_DAY;
  if (from.duration >= 0) to.duration = from.duration;
  if (has(from, from.duration_days) && to.duration)
    to.duration_days = std::clamp<std::int64_t>(from.duration_days, 0, *to.duration / day_seconds);
  for (std::size_t i = 0; from.more_dates && i < std::min(from.more_date_count, most); ++i)
    if (auto start = moment(from.more_dates[i].start))
      to.more_dates.push_back({std::move(*start), moment(from.more_dates[i].end)});
  for (std::size_t i = 0; from.deadlines && i < std::min(from.deadline_count, most); ++i) {
    const almanac_deadline& deadline = from.deadlines[i];
    if (auto at = moment(deadline.at))
      to.deadlines.push_back({enumerator<DeadlineType>(deadline.type, ALMANAC_DEADLINE_NOTIFICATION), std::move(*at),
                              copy(deadline.label), deadline.extended != 0});
  }
}

void fill_texts(Entry& to, const almanac_entry& from) {
  to.id = view(from.id);
  fill_text(to.title, from.title);
  to.url = view(from.url);
  fill_text(to.summary, from.summary);
  fill_text(to.content, from.content);
  to.language = view(from.language);
  to.rights = view(from.rights);
  to.comments_url = view(from.comments_url);
  to.location = view(from.location);
  to.venue = view(from.venue);
  to.city = view(from.city);
  to.region = view(from.region);
  to.country = view(from.country);
  to.join_url = view(from.join_url);
  to.cost = view(from.cost);
}

void fill_lists(Entry& to, const almanac_entry& from, std::size_t most) {
  fill_list(to.links, from.links, from.link_count, most, link);
  fill_list(to.authors, from.authors, from.author_count, most, person);
  fill_list(to.categories, from.categories, from.category_count, most, copy);
  fill_list(to.topics, from.topics, from.topic_count, most, copy);
  fill_list(to.enclosures, from.enclosures, from.enclosure_count, most, enclosure);
}

}  // namespace

std::optional<Moment> moment(const almanac_time& time) {
  Moment out;
  switch (time.kind) {
    case ALMANAC_TIME_TEXT:
      out.kind = MomentKind::unread;
      break;
    case ALMANAC_TIME_INSTANT:
      out.kind = MomentKind::instant;
      break;
    case ALMANAC_TIME_LOCAL:
      out.kind = MomentKind::local;
      break;
    case ALMANAC_TIME_DATE:
      out.kind = MomentKind::date;
      break;
    default:
      return std::nullopt;
  }
  if (out.kind != MomentKind::unread && (time.seconds < first_second || time.seconds > last_second))
    return std::nullopt;
  out.precision = enumerator<Precision>(time.precision, ALMANAC_PRECISION_YEAR);
  if (out.kind == MomentKind::date) out.precision = std::max(out.precision, Precision::day);
  out.provenance = enumerator<Provenance>(time.provenance, ALMANAC_FROM_INFERENCE);
  out.seconds = out.kind == MomentKind::unread ? 0 : time.seconds;
  out.zone = view(time.zone);
  out.text = view(time.text);
  out.zone_stated = (!out.zone.empty() && !(time.flags & ALMANAC_TIME_ZONE_ASSUMED)) || out.kind == MomentKind::instant;
  return out;
}

DocumentInfo document_info(const almanac_document& from, std::size_t most) {
  DocumentInfo to;
  to.format = view(from.format);
  to.version = view(from.version);
  to.well_formed = from.repaired == 0;
  to.id = view(from.id);
  to.title = view(from.title.value);
  to.title_is_html = from.title.type == ALMANAC_TEXT_HTML;
  to.url = view(from.url);
  to.self = view(from.self);
  to.description = view(from.description.value);
  to.description_is_html = from.description.type == ALMANAC_TEXT_HTML;
  to.language = view(from.language);
  to.rights = view(from.rights.value);
  to.rights_is_html = from.rights.type == ALMANAC_TEXT_HTML;
  to.image = view(from.image);
  to.generator = view(from.generator);
  to.updated = moment(from.updated);
  to.published = moment(from.published);
  fill_list(to.authors, from.authors, from.author_count, most, person);
  fill_list(to.categories, from.categories, from.category_count, most, copy);
  fill_list(to.links, from.links, from.link_count, most, link);
  to.time_zone = view(from.time_zone);
  if (from.refresh_after > 0) to.refresh_after = from.refresh_after;
  to.skip_hours = from.skip_hours & 0xff'ffffu;
  to.skip_days = static_cast<std::uint8_t>(from.skip_days & 0x7fu);
  return to;
}

void fill_entry(Entry& to, const almanac_entry& from, std::size_t most) {
  fill_texts(to, from);
  fill_times(to, from, most);
  fill_recurrence(to.recurrence, from, most);
  fill_lists(to, from, most);
  to.component = enumerator<Component>(from.component, ALMANAC_COMPONENT_VTODO);
  to.id_is_permalink = from.id_is_permalink != 0;
  if (from.kind >= 0 && from.kind <= ALMANAC_KIND_POST) to.kind = static_cast<Kind>(from.kind);
  to.status = from.status == ALMANAC_STATUS_MOVED_ONLINE
                  ? EventStatus::moved_online
                  : enumerator<EventStatus>(from.status, ALMANAC_STATUS_POSTPONED);
  to.mode = enumerator<Mode>(from.mode, ALMANAC_MODE_HYBRID);
  to.sequence = from.sequence;
  if (has(from, from.comment_count)) to.comment_count = std::clamp<std::int64_t>(from.comment_count, 0, INT32_MAX);
  if (has(from, from.updated_else)) {
    if (auto other = moment(from.published_else)) to.published_else.push_back(std::move(*other));
    if (auto other = moment(from.updated_else)) to.updated_else.push_back(std::move(*other));
  }
  const bool on_earth =
      std::isfinite(from.lat) && std::isfinite(from.lon) && std::abs(from.lat) <= 90 && std::abs(from.lon) <= 180;
  if (from.has_geo && on_earth) to.geo = Geo{from.lat, from.lon};
}

}  // namespace almanac
