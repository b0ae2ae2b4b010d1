#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace almanac::ical {

/// What the text of a DATE or DATE-TIME value is.
enum class TimeForm : std::uint8_t {
  date,   ///< YYYYMMDD, also with the stray Z of some exporters
  local,  ///< YYYYMMDDThhmm[ss]
  utc,    ///< the same with Z
  other,  ///< not an RFC 5545 form
};

/// Whether the numbers of a known form make a date.
enum class TimeFit : std::uint8_t {
  exact,
  carried,     ///< only the day of the month is too large (up to 32): `seconds` runs over into the next month
  impossible,  ///< no such month, day, hour or year
};

struct TimeValue {
  TimeForm form = TimeForm::other;
  TimeFit fit = TimeFit::exact;
  bool to_the_minute = false;  ///< seconds were not written
  std::int64_t seconds = 0;    ///< that clock, counted from 1970-01-01T00:00
};

/// Reads RFC 5545 §3.3.4 and §3.3.5, also in the extended form of ISO 8601 ("2026-03-01T09:00:00", as xCal and jCal
/// write). Hour 24 with nothing behind it is the next midnight, second 60 is read as 59. Years 1 … 9999.
TimeValue read_time(std::string_view text) noexcept;

/// Seconds of an RFC 5545 §3.3.6 duration: "P1W", "-PT15M", "P1DT12H". Nothing when it is none or passes 10,000 years.
std::optional<std::int64_t> read_duration(std::string_view text) noexcept;

}  // namespace almanac::ical
