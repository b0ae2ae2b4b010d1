#pragma once
#include <almanac/base/failure.hpp>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

enum class Frequency : std::uint8_t { secondly, minutely, hourly, daily, weekly, monthly, yearly };

/// RFC 7529 §4.1: what becomes of the 31st in a month without one.
enum class Skip : std::uint8_t { omit, backward, forward };

/// An RRULE (RFC 5545 §3.3.10), read and checked. Sets are bit masks; an empty set means that the part was not given.
/// Weekdays count from Monday = 0.
struct Rule {
  /// The last moment a rule may yield; its kind as written.
  struct Until {
    enum class Kind : std::uint8_t { date, local, utc } kind = Kind::utc;
    std::int64_t seconds = 0;  ///< on the clock that `kind` names; a date is its midnight
  };
  /// A weekday with an ordinal: -1 and Sunday for "-1SU".
  struct Nth {
    int n = 0;
    int weekday = 0;
  };

  Frequency frequency = Frequency::daily;
  Skip skip = Skip::omit;
  int week_start = 0;
  std::int64_t interval = 1;
  std::optional<std::int64_t> count;
  std::optional<Until> until;
  std::uint64_t seconds = 0, minutes = 0;             ///< bit 0…59
  std::uint32_t hours = 0;                            ///< bit 0…23
  std::uint32_t months = 0;                           ///< bit 1…12
  std::uint32_t month_days = 0, month_days_back = 0;  ///< bit 1…31; back: from the month's end
  std::uint64_t weeks = 0, weeks_back = 0;            ///< bit 1…53
  std::uint8_t weekdays = 0;                          ///< bit 0…6: BYDAY without ordinal
  std::vector<Nth> nth_weekdays;
  std::bitset<367> year_days, year_days_back;
  std::vector<int> positions;  ///< BYSETPOS, as written

  bool has_weekdays() const { return weekdays != 0 || !nth_weekdays.empty(); }
  bool has_month_days() const { return (month_days | month_days_back) != 0; }
  bool has_year_days() const { return year_days.any() || year_days_back.any(); }
  bool has_weeks() const { return (weeks | weeks_back) != 0; }
};

/// Whether an instance stands before the end of its rule or at it: `local` on the rule's clock, `utc` the same instant;
/// `local` again where there is no zone.
bool is_within(const std::optional<Rule::Until>& until, std::int64_t local, std::int64_t utc);

/// Reads a rule without regard to case or blanks, with or without "RRULE:" before it. Refused, naming the part: unknown
/// parts (X- ones are ignored), values out of range, a missing FREQ, calendars other than Gregorian, day and month that
/// never meet. What can be ignored is, and told in `remarks` (when given): parts without a value, COUNT ≤ 0, COUNT
/// beside UNTIL, ordinals where FREQ has none, parts that the standard forbids for that FREQ (they filter). At most
/// 4096 characters.
Result<Rule, Problem> read_rule(std::string_view text, std::vector<std::string>* remarks = nullptr);

}  // namespace almanac
