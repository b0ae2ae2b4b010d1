#include "rule_days.hpp"

#include <bit>
#include <chrono>

namespace almanac {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Bits 1…n.
constexpr std::uint64_t first_days(int n) { return (std::uint64_t{2} << n) - 2; }

std::int64_t day_number(year_month_day date) { return sys_days{date}.time_since_epoch().count(); }

CivilMonth make_month(std::chrono::year year, std::chrono::month month) {
  using namespace std::chrono;
  CivilMonth out;
  out.year = static_cast<int>(year);
  out.month = static_cast<int>(static_cast<unsigned>(month));
  out.first = day_number(year / month / 1);
  out.length = static_cast<int>(static_cast<unsigned>((year / month / last).day()));
  out.day_of_year = static_cast<int>(out.first - day_number(year / January / 1)) + 1;
  out.year_length = year.is_leap() ? 366 : 365;
  return out;
}

}  // namespace

CivilMonth civil_month(std::int64_t year, int month) {
  return make_month(std::chrono::year{static_cast<int>(year)}, std::chrono::month{static_cast<unsigned>(month)});
}

CivilMonth civil_month_of(std::int64_t day) {
  const year_month_day date{sys_days{days{static_cast<int>(day)}}};
  return make_month(date.year(), date.month());
}

std::uint64_t RuleDays::by_month_day(const CivilMonth& month) const {
  const auto here = first_days(month.length);
  std::uint64_t days = rule_.month_days & here;
  for (std::uint64_t back = rule_.month_days_back & here; back; back &= back - 1)
    days |= std::uint64_t{1} << (month.length + 1 - std::countr_zero(back));
  if (rule_.skip != Skip::omit && (rule_.month_days & ~here))
    days |= std::uint64_t{1} << (rule_.skip == Skip::backward ? month.length : month.length + 1);
  return days;
}

std::uint64_t RuleDays::by_weekday(const CivilMonth& month) const {
  // Every seventh bit, moved so that bit d is a day with that weekday.
  constexpr std::uint64_t every_seventh = 0x0000'0008'1020'4081;  // bits 0, 7, 14, 21, 28, 35
  const int first_weekday = weekday_of(month.first);
  const auto first_such = [first_weekday](int weekday) { return (weekday - first_weekday + 7) % 7 + 1; };
  std::uint64_t days = 0;
  for (unsigned mask = rule_.weekdays; mask; mask &= mask - 1)
    days |= every_seventh << first_such(std::countr_zero(mask));
  days &= first_days(month.length + 1);
  const bool of_month = rule_.frequency == Frequency::monthly || rule_.months != 0;
  if (of_month) {
    for (const auto& nth : rule_.nth_weekdays) {
      const int first = first_such(nth.weekday);
      const int count = (month.length - first) / 7 + 1;
      const int index = nth.n > 0 ? nth.n - 1 : count + nth.n;
      if (index >= 0 && index < count) days |= std::uint64_t{1} << (first + 7 * index);
    }
  } else if (!rule_.nth_weekdays.empty()) {
    for (int d = 1; d <= month.length; ++d)
      if (nth_of_year_passes(month, d)) days |= std::uint64_t{1} << d;
  }
  return days;
}

bool RuleDays::nth_of_year_passes(const CivilMonth& month, int day) const {
  const int year_day = month.day_of_year + day - 1;
  const int weekday = weekday_of(month.first + day - 1);
  for (const auto& nth : rule_.nth_weekdays)
    if (nth.weekday == weekday &&
        (nth.n == (year_day - 1) / 7 + 1 || nth.n == -((month.year_length - year_day) / 7 + 1)))
      return true;
  return false;
}

bool RuleDays::year_day_passes(const CivilMonth& month, int day) const {
  const auto year_day = static_cast<std::size_t>(month.day_of_year + day - 1);
  const auto back = static_cast<std::size_t>(month.year_length) + 1 - year_day;
  if (rule_.year_days[year_day] || rule_.year_days_back[back]) return true;
  // Day 366 of a common year, moved back; moving forward would leave the year and is not done.
  return rule_.skip == Skip::backward && back == 1 && month.year_length == 365 && rule_.year_days[366];
}

bool RuleDays::week_passes(std::int64_t day) const {
  // A week belongs to the year that holds its fourth day (RFC 5545 §3.3.10, ISO 8601 with WKST).
  const std::int64_t fourth = day - (weekday_of(day) - rule_.week_start + 7) % 7 + 3;
  const auto month = civil_month_of(fourth);
  const int year_day = month.day_of_year + static_cast<int>(fourth - month.first);
  const int week = (year_day - 1) / 7 + 1;
  const int weeks = week + (month.year_length - year_day) / 7;
  return (rule_.weeks >> week & 1) || (rule_.weeks_back >> (weeks + 1 - week) & 1);
}

std::uint64_t RuleDays::passing(const CivilMonth& month) const {
  if (rule_.months && !(rule_.months >> month.month & 1)) return 0;
  std::uint64_t passing = first_days(month.length);
  if (rule_.has_month_days()) passing = by_month_day(month);
  if (rule_.has_weekdays()) passing &= by_weekday(month);
  if (rule_.has_year_days() || rule_.has_weeks())
    for (std::uint64_t rest = passing; rest; rest &= rest - 1) {
      const int d = std::countr_zero(rest);
      const bool stays = (!rule_.has_year_days() || year_day_passes(month, d)) &&
                         (!rule_.has_weeks() || week_passes(month.first + d - 1));
      if (!stays) passing &= ~(std::uint64_t{1} << d);
    }
  return passing;
}

}  // namespace almanac
