#pragma once
#include <cstdint>

#include "rule.hpp"

namespace almanac {

/// Days are counted from 1970-01-01; weekdays from Monday = 0.
struct CivilMonth {
  int year = 0;
  int month = 0;           ///< 1…12
  std::int64_t first = 0;  ///< day number of the 1st
  int length = 0;
  int day_of_year = 0;  ///< of the 1st, from 1
  int year_length = 0;
};
CivilMonth civil_month(std::int64_t year, int month);
CivilMonth civil_month_of(std::int64_t day);

constexpr int weekday_of(std::int64_t day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

/// Which days of a month a rule's date parts (BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY) let pass, as their
/// intersection.
class RuleDays {
 public:
  /// `rule` must outlive this.
  explicit RuleDays(const Rule& rule) : rule_(rule) {}

  /// Bit d, 1…31: day d passes. With SKIP=FORWARD bit length+1 is the 1st of the next month, standing for a day that
  /// this one lacks.
  std::uint64_t passing(const CivilMonth& month) const;

 private:
  std::uint64_t by_month_day(const CivilMonth& month) const;
  std::uint64_t by_weekday(const CivilMonth& month) const;
  bool year_day_passes(const CivilMonth& month, int day) const;
  bool week_passes(std::int64_t day) const;
  bool nth_of_year_passes(const CivilMonth& month, int day) const;

  const Rule& rule_;
};

}  // namespace almanac
