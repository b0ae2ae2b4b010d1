#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace almanac {

/// A value of the forms RFC 5545 §3.3.4, §3.3.5: 20260301, 20260301T090000, 20260301T090000Z.
struct CalendarTime {
  std::int64_t seconds = 0;  ///< on its own clock, from 1970-01-01T00:00
  bool date_only = false;
  bool utc = false;
};

/// Reads all of `text`, also with the hyphens and colons of ISO 8601, without seconds ("20260301T0900"), with an
/// offset instead of Z ("20260301T090000+0100", then in UTC) and with a stray Z on a date. Second 60 is 59, hour 24 is
/// midnight after. Nothing for impossible dates and other forms. Years 1…9999.
std::optional<CalendarTime> read_calendar_time(std::string_view text);

/// Seconds of a DURATION, "PT1H30M", "P1W", "-P1D" (RFC 5545 §3.3.6); a day is 86,400 s. Nothing when malformed or
/// beyond 10,000 years.
std::optional<std::int64_t> read_calendar_duration(std::string_view text);

/// Seconds of an offset "+0100", "-053020" (RFC 5545 §3.3.14), also with colons; within ±26 h.
std::optional<std::int32_t> read_calendar_offset(std::string_view text);

/// The parameters and the value of a content line of which the name may be missing: "TZID=Europe/Berlin:2026…",
/// "VALUE=DATE:…", "RDATE;TZID=…:…", ":2026…" or the bare value. Views into `line`.
struct ContentLine {
  std::string_view name;        ///< may be empty
  std::string_view parameters;  ///< "TZID=…;VALUE=…", may be empty
  std::string_view value;
  /// The value of a parameter, without its quotes, compared without regard to case; empty when absent.
  std::string_view parameter(std::string_view parameter_name) const;
};
ContentLine split_content_line(std::string_view line);

}  // namespace almanac
