#include "recurrence_dates.hpp"

#include "calendar_text.hpp"
#include "local_seconds.hpp"

namespace almanac {
namespace {

/// Start of one value; `zone` is that of its TZID, when it has a known one.
ListedDate place(const CalendarTime& time, SeriesClock& clock, const std::optional<Zone>& zone) {
  ListedDate out;
  out.whole_day = time.date_only;
  if (clock.kind() == MomentKind::date) {
    // A series of days has no zone: the day as written is meant.
    out.day = out.key = midnight(time.seconds);
    return out;
  }
  const bool other_clock = !time.date_only && (time.utc || zone);
  if (other_clock && clock.kind() == MomentKind::instant) {
    out.key = time.utc ? time.seconds : zone->to_utc(time.seconds);
    out.day = midnight(clock.local(out.key));
  } else {
    out.key = clock.key(time.seconds);
    out.day = midnight(time.seconds);
  }
  return out;
}

bool read_value(std::string_view value, SeriesClock& clock, const std::optional<Zone>& zone, ListedDate& out) {
  const auto slash = value.find('/');
  const auto time = read_calendar_time(value.substr(0, slash));
  if (!time) return false;
  out = place(*time, clock, zone);
  if (slash == std::string_view::npos) return true;
  const auto end = value.substr(slash + 1);
  if (const auto length = read_calendar_duration(end)) {
    out.length = *length;
  } else if (const auto end_time = read_calendar_time(end)) {
    out.length = place(*end_time, clock, zone).key - out.key;
  }
  if (out.length && *out.length < 0) out.length.reset();
  return true;
}

}  // namespace

std::vector<ListedDate> read_listed_dates(const std::vector<std::string>& lines, SeriesClock& clock,
                                          const ZoneBook& zones, std::size_t most, std::vector<std::string>& bad) {
  std::vector<ListedDate> out;
  for (const auto& text : lines) {
    const auto line = split_content_line(text);
    std::optional<Zone> zone;
    if (const auto tzid = line.parameter("TZID"); !tzid.empty()) zone = zones.find(tzid);
    auto values = line.value;
    while (!values.empty() && out.size() < most) {
      const auto comma = values.find(',');
      const auto value = values.substr(0, comma);
      values = comma == std::string_view::npos ? std::string_view{} : values.substr(comma + 1);
      ListedDate date;
      if (value.empty()) continue;
      if (read_value(value, clock, zone, date))
        out.push_back(date);
      else if (bad.size() < 8)
        bad.emplace_back(value.substr(0, 60));
    }
  }
  return out;
}

}  // namespace almanac
