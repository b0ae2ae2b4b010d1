#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac::recipe {

/// First and last day of a text such as "May 13 - Jun 05, 2026".
struct DayRange {
  std::chrono::sys_days first, last;  ///< both inclusive; a month or year stands for its first and last day
  bool month_only = false;            ///< no day was written
  bool year_only = false;             ///< no month either
};

/// Reads one day, a month, or a range of days, as lists write them for people: "2026-03-05", "5 March 2026", "March
/// 5-7, 2026", "31 January-1 February 2026", "Dec 30, 2026 - Jan 2, 2027", "September 2026". Month names are English.
/// What stands once counts for both ends; a year that nobody wrote is `year` when given. Weekdays and words in brackets
/// are passed over; anything else, an impossible day or an end before its start give nothing. Linear.
std::optional<DayRange> read_day_range(std::string_view text, std::optional<int> year = std::nullopt);

/// A wall-clock time read by a format of strptime(3) in the C locale.
struct FormattedTime {
  std::chrono::sys_seconds wall;
  bool has_time = false;  ///< the format holds hours
};
/// The whole text must match.
std::optional<FormattedTime> read_formatted(const std::string& text, const std::string& format);

/// "2026-03-05" and nothing else.
std::optional<std::chrono::sys_days> read_iso_day(std::string_view text);

}  // namespace almanac::recipe
