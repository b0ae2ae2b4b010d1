#pragma once
#include <almanac/time/calendar/calendar_text.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <string>
#include <vector>

/// Builds entries as a calendar's reader leaves them, and shows what comes of them.
namespace series {

/// "20260301", "20260301T090000", "…Z" or "TZID=Europe/Berlin:20260301T090000".
inline almanac::Moment moment(std::string_view text, const almanac::ZoneBook& zones = {}) {
  const auto line = almanac::split_content_line(text);
  const auto time = almanac::read_calendar_time(line.value).value();
  almanac::Moment out;
  out.text = line.value;
  out.seconds = time.seconds;
  out.kind = almanac::MomentKind::local;
  if (time.date_only) out.kind = almanac::MomentKind::date;
  if (time.utc) {
    out.kind = almanac::MomentKind::instant;
    out.zone = "UTC";
  } else if (const auto tzid = line.parameter("TZID"); !tzid.empty()) {
    const auto zone = zones.find(tzid).value();
    out.kind = almanac::MomentKind::instant;
    out.zone = zone.name();
    out.seconds = zone.to_utc(time.seconds);
  }
  return out;
}

inline almanac::Entry entry(std::string_view start, std::vector<std::string> rules = {}) {
  almanac::Entry out;
  out.id = "series";
  out.start = moment(start);
  out.recurrence.rules = std::move(rules);
  return out;
}

inline almanac::Entry replacing(std::string_view id, std::string_view start) {
  auto out = entry(start);
  out.recurrence.id = moment(id);
  return out;
}

inline almanac::Window between(std::string_view from, std::string_view to) {
  return {almanac::read_calendar_time(from).value().seconds, almanac::read_calendar_time(to).value().seconds};
}

/// Starts, separated by blanks; an X before those that are cancelled.
inline std::string starts(const almanac::Expansion& expansion) {
  std::string out;
  for (const auto& occurrence : expansion.occurrences) {
    if (!out.empty()) out += ' ';
    if (occurrence.status == almanac::EventStatus::cancelled) out += 'X';
    out += almanac::iso_text(occurrence.kind, occurrence.start);
  }
  return out;
}

inline std::string starts(const almanac::Entry& master, std::string_view from, std::string_view to) {
  return starts(almanac::expand(master, {}, {}, between(from, to)));
}

}  // namespace series
