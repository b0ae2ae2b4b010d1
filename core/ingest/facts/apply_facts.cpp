#include <almanac/base/day.hpp>
#include <almanac/text/html.hpp>
#include <almanac/time/zones/zone.hpp>

#include "read_facts.hpp"

namespace almanac::facts {

namespace {

/// Whether a calendar's entry marks a point in time, as those of calendars of deadlines do.
bool is_point(const Entry& entry) {
  constexpr std::int64_t hour = 3600;
  if (entry.component != Component::vevent || !entry.start || !entry.recurrence.empty()) return false;
  if (!entry.end) return true;
  return entry.end->seconds - entry.start->seconds <= (entry.start->kind == MomentKind::date ? day_seconds : hour);
}

/// "QuuxConf paper deadline" on a day of a calendar: something closes then, and the event is another day's.
void take_titled_deadline(Entry& entry, DeadlineType type) {
  if (entry.deadlines.size() == 1 && entry.deadlines.front().at.provenance == Provenance::declared &&
      entry.deadlines.front().type == DeadlineType::other)
    entry.deadlines.front().type = type;
  if (!is_point(entry) || !entry.deadlines.empty()) return;
  entry.deadlines.push_back({type, std::move(*entry.start), {}, false});
  entry.start.reset();
  entry.end.reset();
}

/// Times of deadlines without a zone are on the clock of the event that they belong to.
void adopt_zone_of(const Moment& start, std::vector<Deadline>& deadlines) {
  if (start.kind != MomentKind::instant || start.zone.empty() || start.zone == "UTC") return;
  const auto zone = Zone::find(start.zone);
  if (!zone) return;
  for (Deadline& deadline : deadlines) {
    Moment& at = deadline.at;
    if (at.kind != MomentKind::local || at.provenance != Provenance::prose) continue;
    at.kind = MomentKind::instant;
    at.seconds = zone->to_utc(at.seconds);
    at.zone = start.zone;
  }
}

}  // namespace

void apply_facts(Entry& entry, std::string_view language) {
  const TextBody& body =
      entry.content.raw.size() + entry.content.plain.size() > entry.summary.raw.size() + entry.summary.plain.size()
          ? entry.content
          : entry.summary;
  std::string expanded;
  if (body.is_html) {
    const TellingMarkup markup = find_telling_markup(body.raw);
    if (markup.struck || markup.times)
      expanded = html_to_text(expand_time_elements(markup.struck ? drop_struck_text(body.raw) : body.raw));
    else if (body.plain.empty())
      expanded = html_to_text(body.raw);
  }
  const std::string& all = expanded.empty() ? (body.plain.empty() ? body.raw : body.plain) : expanded;
  const auto standing = drop_tilded_text(all);
  const std::string& text = standing ? *standing : all;
  TextReading reading;
  reading.published = entry.published ? entry.published : entry.updated;
  reading.start = entry.start;
  reading.kind = entry.kind;
  reading.is_event = entry.start || !entry.deadlines.empty() || entry.component != Component::none;
  reading.language = entry.language.empty() ? language : std::string_view(entry.language);
  const TextFacts facts = read_facts(entry.title.plain.empty() ? entry.title.raw : entry.title.plain, text, reading);
  if (!entry.kind && !(reading.is_event && facts.kind == Kind::post)) entry.kind = facts.kind;
  if (facts.dates.titled) take_titled_deadline(entry, *facts.dates.titled);
  if (!entry.start && facts.dates.when) {
    entry.start = facts.dates.when->start;
    if (!entry.end) entry.end = facts.dates.when->end;
  }
  if (entry.deadlines.empty()) entry.deadlines = facts.dates.deadlines;
  if (entry.start) adopt_zone_of(*entry.start, entry.deadlines);
  if (entry.mode == Mode::unknown) entry.mode = facts.mode;
  if (entry.city.empty() && entry.country.empty()) {
    entry.city = facts.city;
    entry.country = facts.country;
  }
  if (entry.status == EventStatus::unknown) entry.status = facts.status;
}

}  // namespace almanac::facts
