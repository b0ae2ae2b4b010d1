#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read_date.hpp"

namespace almanac::dates {

/// What was said about the zone of a time.
enum class Stated : std::uint8_t {
  nothing,
  offset,   ///< a number, or an abbreviation that means one
  zone,     ///< a zone with a name
  unknown,  ///< a word in the place of a zone that we do not know
};

/// The parts of a date as read, before they are checked.
struct DateParts {
  int year = 0;
  int year_digits = 0;  ///< 1…3: to be completed (RFC 5322 §4.3); 0: no year was said
  int month = 1, day = 1;
  Precision precision = Precision::day;  ///< second or minute: a time was read
  int hour = 0, minute = 0, second = 0;
  Stated stated = Stated::nothing;
  std::int32_t offset = 0;  ///< seconds east of UTC, for Stated::offset
  std::optional<Zone> zone;
  /// Zone of the only country that writes like this, used instead of UTC for feed dates without a zone (Korean); else
  /// empty.
  std::string_view country_zone;

  bool has_time() const noexcept { return precision <= Precision::minute; }
};

/// Checks the parts and makes the moment of them: completes short years, turns 24:00 into the next day and a leap
/// second into the second before, applies the zone. Errors: impossible, out_of_range, unknown_zone, not_a_date (no year
/// and nothing to infer it from).
Result<Moment> finish_date(const DateParts& parts, std::string_view text, const DateReading& reading);

/// A year of one to three digits (RFC 5322 §4.3: 00–49 → 20xx, 50–999 → 19xx…), or nearest to `near` if that is given.
int complete_year(int year, int digits, std::optional<std::chrono::sys_seconds> near);

/// RFC 822 / 2822 / 5322 date-time as most feeds write it: "[Www, ]D Mmm YYYY HH:MM[:SS] zone". Sets `parts` and
/// answers true; false: another form, or a value that needs a closer look. No allocation.
bool read_rfc822(std::string_view text, DateParts& parts) noexcept;

/// RFC 3339 in its common shape: "YYYY-MM-DDTHH:MM:SS[.fraction](Z|±HH:MM)" and without a zone. As read_rfc822.
bool read_rfc3339(std::string_view text, DateParts& parts) noexcept;

/// The rest of ISO 8601, RFC 5545 and RFC 9557: basic, week, ordinal, partial and truncated dates, fractions, zone in
/// brackets; a day with a zone, which adds nothing; epoch seconds to nanoseconds. Errors: not_a_date (another form),
/// impossible, unknown_zone.
Result<DateParts> read_iso8601(std::string_view text);

/// Everything that people write: names of months, 12-hour clocks, slashes, dots, words between. As read_iso8601.
Result<DateParts> read_written_date(std::string_view text, const DateReading& reading);

}  // namespace almanac::dates
