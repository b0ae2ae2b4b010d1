#pragma once
#include <cstdint>

namespace almanac::dates {

/// Days from 1970-01-01 to a day of the proleptic Gregorian calendar. Any year of int32 /400; month 1…12; day is only
/// added.
constexpr std::int64_t days_from_civil(std::int64_t year, int month, int day) noexcept {
  year -= month <= 2;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const auto in_era = static_cast<unsigned>(year - era * 400);
  const auto in_year = static_cast<unsigned>((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1);
  const unsigned day_of_era = in_era * 365 + in_era / 4 - in_era / 100 + in_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

struct CivilDay {
  int year = 0, month = 0, day = 0;
  friend constexpr bool operator==(const CivilDay&, const CivilDay&) = default;
};

/// The day of a day count; inverse of days_from_civil.
constexpr CivilDay civil_from_days(std::int64_t days) noexcept {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const auto day_of_era = static_cast<unsigned>(days - era * 146097);
  const unsigned in_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const unsigned in_year = day_of_era - (365 * in_era + in_era / 4 - in_era / 100);
  const unsigned shifted = (5 * in_year + 2) / 153;
  const auto day = static_cast<int>(in_year - (153 * shifted + 2) / 5 + 1);
  const auto month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  return {static_cast<int>(era * 400 + in_era) + (month <= 2), month, day};
}

constexpr bool is_leap_year(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) noexcept {
  constexpr signed char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
}

/// ISO 8601: Monday 1 … Sunday 7.
constexpr int weekday_of(std::int64_t days) noexcept {
  const auto shifted = static_cast<int>((days + 3) % 7);
  return (shifted < 0 ? shifted + 7 : shifted) + 1;
}

constexpr std::int64_t floor_days(std::int64_t seconds) noexcept {
  return seconds >= 0 ? seconds / 86400 : -((86399 - seconds) / 86400);
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace almanac::dates
