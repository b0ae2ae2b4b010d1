#include "entry_builder.hpp"

#include <almanac/base/day.hpp>
#include <almanac/model/url.hpp>
#include <charconv>
#include <cmath>

#include "date_text.hpp"
#include "limits.hpp"
#include "words.hpp"

namespace almanac::recipe {
namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Seconds as a number, or "1:30" and "01:30:00": hours, minutes, seconds.
std::optional<double> duration_in(std::string_view text) {
  if (text.find(':') == text.npos) return number_in(text);
  double seconds = 0;
  int parts = 0;
  for (std::size_t at = 0; at <= text.size(); ++parts) {
    const std::size_t end = std::min(text.find(':', at), text.size());
    const auto part = number_in(text.substr(at, end - at));
    if (!part || parts == 3) return std::nullopt;
    seconds = seconds * 60 + *part;
    at = end + 1;
  }
  return parts == 2 ? seconds * 60 : seconds;
}

std::int64_t floor_day(std::int64_t seconds) {
  const std::int64_t rest = seconds % day_seconds;
  return seconds - (rest < 0 ? rest + day_seconds : rest);
}

void set_date(almanac_time& out, std::chrono::sys_days day) {
  out.kind = ALMANAC_TIME_DATE;
  out.precision = ALMANAC_PRECISION_DAY;
  out.seconds = std::chrono::sys_seconds(day).time_since_epoch().count();
}

/// "[https://example.org](https://example.org)" and "[site](https://example.org)": the target of a link in Markdown.
std::string_view unlinked(std::string_view text) noexcept {
  const std::size_t target = text.find("](");
  if (!text.starts_with('[') || !text.ends_with(')') || target == text.npos) return text;
  return text.substr(target + 2, text.size() - target - 3);
}

}  // namespace

bool EntryBuilder::emit(const Node& row, Nodes& arena) {
  const FieldRules& fields = recipe_.fields;
  entry_.clear();
  kept_.clear();
  entry_.title = body(fields.title, row, arena);
  if (entry_.title.value.size == 0) return false;
  entry_.id = sdk::borrow(value(fields.id, row, arena));
  entry_.url = sdk::borrow(address(fields.url, row, arena));
  if (entry_.url.size) entry_.link_list.push_back({entry_.url, sdk::borrow("alternate"), {}, {}});
  entry_.summary = body(fields.summary, row, arena);
  entry_.content = body(fields.content, row, arena);
  entry_.language = sdk::borrow(value(fields.language, row, arena));
  entry_.cost = sdk::borrow(value(fields.cost, row, arena));
  list(fields.topics, row, arena, entry_.topic_list);
  list(fields.categories, row, arena, entry_.category_list);
  std::vector<almanac_str> names;
  list(fields.authors, row, arena, names);
  for (const almanac_str name : names) entry_.author_list.push_back({name, {}, {}});
  places(row, arena);
  times(row, arena);
  hints(row, arena);
  for (const DeadlineRule& rule : recipe_.deadlines) deadlines(rule, row, arena);
  sink_.emit(entry_);
  return true;
}

std::string_view EntryBuilder::address(const ValueRule& rule, const Node& row, Nodes& arena) {
  const std::string_view reference = unlinked(value(rule, row, arena));
  if (reference.empty() || says_nothing(reference)) return {};
  if (reference.starts_with("http://") || reference.starts_with("https://")) return reference;
  // "example.org/x" is what people write for an address; "x/y" beside the document is not.
  const std::size_t dot = reference.find('.'), slash = reference.find('/');
  if (dot != reference.npos && dot > 0 && (slash == reference.npos || dot < slash) &&
      reference.find(':') == reference.npos)
    return keep("https://" + std::string(reference));
  return keep(resolve_link(base_, reference));
}

std::string_view EntryBuilder::place(const ValueRule& rule, const Node& row, Nodes& arena) {
  const std::string_view words = value(rule, row, arena);
  return says_nothing(words) ? std::string_view() : words;
}

almanac_text EntryBuilder::body(const ValueRule& rule, const Node& row, Nodes& arena) {
  const std::string_view words = value(rule, row, arena);
  return rule.is_html ? sdk::html(words, "text/html", base_) : sdk::plain(words);
}

void EntryBuilder::list(const ValueRule& rule, const Node& row, Nodes& arena, std::vector<almanac_str>& out) {
  for (std::string& item : texts(rule, row, arena)) {
    if (out.size() >= most_in_list) return;
    out.push_back(sdk::borrow(keep(std::move(item))));
  }
}

void EntryBuilder::places(const Node& row, Nodes& arena) {
  const FieldRules& fields = recipe_.fields;
  entry_.location = sdk::borrow(place(fields.location, row, arena));
  entry_.venue = sdk::borrow(place(fields.venue, row, arena));
  entry_.city = sdk::borrow(place(fields.city, row, arena));
  entry_.region = sdk::borrow(place(fields.region, row, arena));
  entry_.country = sdk::borrow(place(fields.country, row, arena));
  entry_.join_url = sdk::borrow(address(fields.join_url, row, arena));
  const auto lat = number_in(text(fields.lat, row, arena)), lon = number_in(text(fields.lon, row, arena));
  if (!lat || !lon || std::abs(*lat) > 90 || std::abs(*lon) > 180 || (*lat == 0 && *lon == 0)) return;
  entry_.has_geo = 1;
  entry_.lat = *lat;
  entry_.lon = *lon;
}

void EntryBuilder::times(const Node& row, Nodes& arena) {
  const FieldRules& fields = recipe_.fields;
  entry_.start = time(fields.start, row, arena, false);
  entry_.end = time(fields.end, row, arena, fields.end_is_inclusive);
  entry_.published = time(fields.published, row, arena, false);
  entry_.updated = time(fields.updated, row, arena, false);
  const auto duration = duration_in(text(fields.duration, row, arena));
  if (duration && *duration >= 0 && *duration < 1e10) entry_.duration = static_cast<std::int64_t>(*duration);
}

void EntryBuilder::hints(const Node& row, Nodes& arena) {
  const FieldRules& fields = recipe_.fields;
  if (const auto kind = kind_of(text(fields.kind, row, arena))) entry_.kind = *kind;
  if (const auto mode = mode_of(text(fields.mode, row, arena))) entry_.mode = *mode;
  if (const auto status = status_of(text(fields.status, row, arena))) entry_.status = *status;
}

/// A number of seconds or milliseconds since 1970.
bool EntryBuilder::read_number(const TimeRule& rule, const std::string& text, almanac_time& out) const {
  const auto number = number_in(text);
  if (!number || std::abs(*number) > 1e15) return false;
  const double in_seconds = rule.epoch == Epoch::milliseconds ? *number / 1000 : *number;
  out.kind = rule.whole_day ? ALMANAC_TIME_DATE : ALMANAC_TIME_INSTANT;
  out.precision = rule.whole_day ? ALMANAC_PRECISION_DAY : ALMANAC_PRECISION_SECOND;
  out.seconds = static_cast<std::int64_t>(std::floor(in_seconds));
  if (rule.whole_day) out.seconds = floor_day(out.seconds);
  return true;
}

/// A text by the recipe's formats or as a range of days; else the host reads it.
bool EntryBuilder::read_words(const TimeRule& rule, const std::string& text, const Node& row, Nodes& arena,
                              almanac_time& out) const {
  if (rule.range != RangeEnd::none) {
    const auto year = number_in(recipe::text(rule.year, row, arena));
    const bool usable = year && *year >= 1900 && *year <= 2200;
    const auto range = read_day_range(text, usable ? std::optional(static_cast<int>(*year)) : std::nullopt);
    if (!range) return false;
    set_date(out, rule.range == RangeEnd::first ? range->first : range->last);
    if (range->month_only) out.precision = ALMANAC_PRECISION_MONTH;
    if (range->year_only) out.precision = ALMANAC_PRECISION_YEAR;
    return true;
  }
  for (const std::string& format : rule.formats)
    if (const auto read = read_formatted(text, format)) {
      if (!read->has_time) {
        set_date(out, std::chrono::floor<std::chrono::days>(read->wall));
      } else {
        out.kind = ALMANAC_TIME_LOCAL;
        out.seconds = read->wall.time_since_epoch().count();
      }
      return true;
    }
  if (const auto day = read_iso_day(text)) {
    set_date(out, *day);
    return true;
  }
  if (!rule.formats.empty()) return false;
  out.kind = ALMANAC_TIME_TEXT;
  if (rule.whole_day) out.precision = ALMANAC_PRECISION_DAY;
  return true;
}

void EntryBuilder::set_zone(const TimeRule& rule, const Node& row, Nodes& arena, almanac_time& out) {
  std::string zone = text(rule.zone, row, arena);
  if (zone.empty() && !rule.default_zone.empty()) {
    zone = rule.default_zone;
    out.flags |= ALMANAC_TIME_ZONE_ASSUMED;
  }
  out.zone = sdk::borrow(keep(std::move(zone)));
}

almanac_time EntryBuilder::time(const TimeRule& rule, const Node& row, Nodes& arena, bool is_last_day) {
  almanac_time out{};
  const std::string text = recipe::text(rule.value, row, arena);
  if (text.empty() || says_nothing(text)) return out;
  const bool read = rule.epoch != Epoch::none ? read_number(rule, text, out) : read_words(rule, text, row, arena, out);
  if (!read) {
    sink_.warn("bad-date", "'" + text.substr(0, 80) + "' is no date of the form that the recipe names");
    return almanac_time{};
  }
  if (is_last_day) out.flags |= ALMANAC_TIME_LAST_DAY;
  if (out.kind != ALMANAC_TIME_INSTANT) set_zone(rule, row, arena, out);
  if (const auto coarse = precision_of(recipe::text(rule.precision, row, arena)); coarse && *coarse > out.precision)
    out.precision = *coarse;
  out.provenance = ALMANAC_FROM_STRUCTURE;
  out.text = sdk::borrow(keep(text));
  return out;
}

void EntryBuilder::deadlines(const DeadlineRule& rule, const Node& row, Nodes& arena) {
  if (!rule.each) return deadline(rule, row, arena);
  std::vector<const Node*> items;
  rule.each->find(row, arena, items, most_in_list);
  for (const Node* item : items) deadline(rule, *item, arena);
}

void EntryBuilder::deadline(const DeadlineRule& rule, const Node& at, Nodes& arena) {
  if (entry_.deadline_list.size() >= most_in_list) return;
  const auto type = deadline_type_of(text(rule.type, at, arena));
  if (!type) return;
  almanac_deadline out{};
  out.type = *type;
  out.at = time(rule.at, at, arena, false);
  if (out.at.kind == ALMANAC_TIME_NONE) return;
  const std::string extended = text(rule.extended, at, arena);
  out.extended = !says_nothing(extended) && extended != "false";
  out.label = sdk::borrow(value(rule.label, at, arena));
  entry_.deadline_list.push_back(out);
}

}  // namespace almanac::recipe
