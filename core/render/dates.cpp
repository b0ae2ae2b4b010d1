#include "dates.hpp"

#include <fmt/format.h>

#include <almanac/base/day.hpp>
#include <charconv>

namespace almanac::render {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

const DateWords& words_of(const Reader& reader) { return date_words(reader.language); }
std::string_view month_name(year_month_day date, const Reader& reader) {
  return words_of(reader).months[(static_cast<unsigned>(date.month()) - 1) % 12];
}
/// "26", "26.".
std::string day_in_month(year_month_day date, const Reader& reader) {
  return fmt::format("{}{}", static_cast<unsigned>(date.day()), words_of(reader).day_mark.view());
}
int year_number(year_month_day date) { return static_cast<int>(date.year()); }
sys_days day_of(std::int64_t wall_clock) { return floor<days>(sys_seconds{seconds{wall_clock}}); }

std::string clock_text(std::int64_t wall_clock) {
  const auto in_day = (wall_clock % day_seconds + day_seconds) % day_seconds;
  return fmt::format("{:02}:{:02}", in_day / 3600, in_day / 60 % 60);
}

std::string day_and_clock(std::int64_t wall_clock, const Reader& reader) {
  return day_text(day_of(wall_clock), reader) + ' ' + clock_text(wall_clock);
}

/// The zone an instant was planned on, when its clock shows another time than the reader's.
std::optional<Zone> other_zone(std::string_view name, std::int64_t utc, const Reader& reader) {
  if (name.empty()) return std::nullopt;
  auto zone = Zone::find(name);
  if (!zone || zone->offset_at(utc) == reader.zone.offset_at(utc)) return std::nullopt;
  return zone;
}

/// Only the month or the year was published: the day in the seconds is a placeholder.
std::optional<std::string> vague_text(const ListedEvent& listed, const Reader& reader) {
  const auto& when = listed.event.when;
  if (!when || when->start.precision < Precision::month) return std::nullopt;
  if (listed.shown && (listed.shown->kind != when->start.kind || listed.shown->start != when->start.seconds))
    return std::nullopt;
  const year_month_day date{day_of(when->start.seconds)};
  if (when->start.precision == Precision::year) return fmt::format("{}", year_number(date));
  return fmt::format("{} {}", month_name(date, reader), year_number(date));
}

/// Wall clock of a point of the occurrence, as the reader reads it.
std::int64_t wall_clock(const Occurrence& occurrence, std::int64_t point, const Zone& zone) {
  return occurrence.kind == MomentKind::instant ? zone.to_local(point) : point;
}

bool lasts_days(const Occurrence& occurrence) { return occurrence.end - occurrence.start >= day_seconds; }

}  // namespace

sys_days today(const Reader& reader) { return day_of(reader.zone.to_local(reader.now.time_since_epoch().count())); }

std::string day_text(sys_days day, const Reader& reader) {
  const year_month_day date{day};
  const std::string_view name = words_of(reader).weekdays[std::chrono::weekday{day}.c_encoding() % 7];
  if (date.year() == year_month_day{today(reader)}.year())
    return fmt::format("{} {} {}", name, day_in_month(date, reader), month_name(date, reader));
  return fmt::format("{} {} {} {}", name, day_in_month(date, reader), month_name(date, reader), year_number(date));
}

std::string day_range_text(sys_days first, sys_days last, const Reader& reader) {
  if (last <= first) return day_text(first, reader);
  const year_month_day from{first}, to{last}, now{today(reader)};
  if (from.year() != to.year()) {
    const auto start_year = from.year() == now.year() ? std::string{} : fmt::format(" {}", year_number(from));
    return fmt::format("{} {}{} – {} {} {}", day_in_month(from, reader), month_name(from, reader), start_year,
                       day_in_month(to, reader), month_name(to, reader), year_number(to));
  }
  const auto year = to.year() == now.year() ? std::string{} : fmt::format(" {}", year_number(to));
  if (from.month() == to.month())
    return fmt::format("{}–{} {}{}", day_in_month(from, reader), day_in_month(to, reader), month_name(to, reader),
                       year);
  return fmt::format("{} {} – {} {}{}", day_in_month(from, reader), month_name(from, reader), day_in_month(to, reader),
                     month_name(to, reader), year);
}

std::string instant_text(std::int64_t utc, const Reader& reader, bool named) {
  auto text = day_and_clock(reader.zone.to_local(utc), reader);
  if (named) text += ' ' + reader.zone.abbreviation_at(utc);
  return text;
}

std::optional<Moment> moment_from_iso(std::string_view iso) {
  constexpr std::string_view form = "0000-00-00T00:00:00Z";
  if (iso.size() != 10 && iso.size() != 19 && iso.size() != 20) return std::nullopt;
  for (std::size_t i = 0; i < iso.size(); ++i) {
    const bool digit = iso[i] >= '0' && iso[i] <= '9';
    if (form[i] == '0' ? !digit : iso[i] != form[i]) return std::nullopt;
  }
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    std::from_chars(iso.data() + at, iso.data() + at + length, value);
    return value;
  };
  const year_month_day date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                            std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  if (!date.ok()) return std::nullopt;
  Moment moment;
  moment.kind = iso.size() == 10 ? MomentKind::date : iso.size() == 20 ? MomentKind::instant : MomentKind::local;
  moment.seconds = sys_seconds{sys_days{date}}.time_since_epoch().count();
  if (iso.size() > 10) moment.seconds += number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
  return moment;
}

std::string iso_in_words(std::string_view iso, const Reader& reader) {
  const auto moment = moment_from_iso(iso);
  if (!moment) return std::string(iso);
  if (moment->kind == MomentKind::instant) return instant_text(moment->seconds, reader, true);
  if (moment->kind == MomentKind::date) return day_text(day_of(moment->seconds), reader);
  return day_and_clock(moment->seconds, reader);
}

DaySpan days_of(const Occurrence& occurrence, const Zone& zone) {
  const auto last = occurrence.end > occurrence.start ? occurrence.end - 1 : occurrence.start;
  return {day_of(wall_clock(occurrence, occurrence.start, zone)), day_of(wall_clock(occurrence, last, zone))};
}

std::string when_text(const ListedEvent& listed, const Reader& reader, DateDetail detail) {
  if (auto vague = vague_text(listed, reader)) return *vague;
  if (!listed.shown) {
    if (!listed.event.published) return "no date";
    return day_text(day_of(reader.zone.to_local(listed.event.published->time_since_epoch().count())), reader);
  }
  const Occurrence& shown = *listed.shown;
  const auto span = days_of(shown, reader.zone);
  if (shown.kind == MomentKind::date || lasts_days(shown)) return day_range_text(span.first, span.last, reader);
  auto text = day_and_clock(wall_clock(shown, shown.start, reader.zone), reader);
  if (detail == DateDetail::full && shown.end > shown.start)
    text += "–" + clock_text(wall_clock(shown, shown.end, reader.zone));
  if (shown.kind == MomentKind::local)
    text += " local";
  else if (other_zone(shown.zone, shown.start, reader))
    text += ' ' + reader.zone.abbreviation_at(shown.start);
  return text;
}

std::optional<std::string> when_there_text(const ListedEvent& listed, const Reader& reader) {
  if (!listed.shown || listed.shown->kind != MomentKind::instant || lasts_days(*listed.shown)) return std::nullopt;
  const auto zone = other_zone(listed.shown->zone, listed.shown->start, reader);
  if (!zone) return std::nullopt;
  return day_and_clock(zone->to_local(listed.shown->start), reader) + ' ' + zone->abbreviation_at(listed.shown->start);
}

std::string days_left_text(const ListedEvent& listed, const Reader& reader) {
  if (!listed.shown || vague_text(listed, reader)) return {};
  const auto span = days_of(*listed.shown, reader.zone);
  const auto now = today(reader);
  const auto count = [](days number) {
    return fmt::format("{} day{}", number.count(), number.count() == 1 ? "" : "s");
  };
  if (span.last < now) return now - span.last == days{1} ? "yesterday" : count(now - span.last) + " ago";
  if (span.first < now) return span.last == now ? "last day" : count(span.last - now) + " left";
  if (span.first == now) return "today";
  if (span.first - now == days{1}) return "tomorrow";
  return "in " + count(span.first - now);
}

std::string duration_text(std::int64_t length) {
  if (length < 0) length = 0;
  const auto whole_days = length / day_seconds, hours = length / 3600 % 24, minutes = length / 60 % 60;
  if (whole_days >= 14) return fmt::format("{} d", whole_days);
  if (whole_days > 0) return hours > 0 ? fmt::format("{} d {} h", whole_days, hours) : fmt::format("{} d", whole_days);
  if (hours > 0) return minutes > 0 ? fmt::format("{} h {} min", hours, minutes) : fmt::format("{} h", hours);
  return minutes > 0 ? fmt::format("{} min", minutes) : "less than a minute";
}

bool closes(const Deadline& deadline) { return deadline.type != DeadlineType::notification; }

std::string closes_text(const Deadline& deadline, const Reader& reader) {
  const auto left = closing_second(deadline) - reader.now.time_since_epoch().count();
  if (left >= 0) return (closes(deadline) ? "closes in " : "in ") + duration_text(left);
  return (closes(deadline) ? "closed " : "") + duration_text(-left) + " ago";
}

std::string deadline_here_text(const Deadline& deadline, const Reader& reader) {
  return instant_text(closing_second(deadline), reader, true);
}

std::string deadline_there_text(const Deadline& deadline, const Reader& reader) {
  const Moment& at = deadline.at;
  if (at.kind == MomentKind::date) return "end of " + day_text(day_of(at.seconds), reader) + ", AoE assumed";
  if (at.kind != MomentKind::instant) return day_and_clock(at.seconds, reader) + ", AoE assumed";
  const auto zone = other_zone(at.zone, at.seconds, reader);
  if (!zone) return at.zone_stated || at.zone.empty() ? std::string{} : at.zone + " assumed";
  auto text = day_and_clock(zone->to_local(at.seconds), reader) + ' ';
  text += zone->name() == "AoE" ? zone->name() : zone->abbreviation_at(at.seconds);
  if (!at.zone_stated) text += " assumed";
  return text;
}

std::string deadline_time_text(const Deadline& deadline, const Reader& reader) {
  auto text = deadline_here_text(deadline, reader);
  if (const auto there = deadline_there_text(deadline, reader); !there.empty()) text += " (" + there + ')';
  return text;
}

}  // namespace almanac::render
