#include "value_time.hpp"

#include <chrono>
#include <cstddef>

#include "scan.hpp"

namespace almanac::ical {
namespace {

constexpr std::int64_t day_seconds = 86'400;

/// Reads digits and separators from the front of a text; remembers the first thing that does not fit.
struct Cursor {
  std::string_view rest;
  bool fits = true;

  int number(std::size_t digits) noexcept {
    if (rest.size() < digits) fits = false;
    int value = 0;
    for (std::size_t i = 0; fits && i < digits; ++i) {
      fits = is_digit(rest[i]);
      value = value * 10 + (rest[i] - '0');
    }
    if (fits) rest.remove_prefix(digits);
    return value;
  }
  bool take(char c) noexcept {
    if (rest.empty() || upper(rest.front()) != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void expect(char c) noexcept { fits = take(c) && fits; }
};

/// Seconds of the day; nothing when there is no such time of day.
std::optional<std::int64_t> clock_seconds(int hour, int minute, int second) noexcept {
  if (hour == 24 && minute == 0 && second == 0) return day_seconds;
  if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
  return hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
}

/// `clock`: seconds of the day, or nothing when there is no such time of day.
void set_seconds(TimeValue& value, int year, int month, int day, std::optional<std::int64_t> clock) noexcept {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (year < 1 || !date.month().ok() || !clock || day < 1 || day > 32) {
    value.fit = TimeFit::impossible;
    return;
  }
  const sys_days first{date.year() / date.month() / 1};
  value.seconds = (first.time_since_epoch().count() + day - 1) * day_seconds + *clock;
  value.fit = date.ok() ? TimeFit::exact : TimeFit::carried;
}

}  // namespace

TimeValue read_time(std::string_view text) noexcept {
  TimeValue value;
  Cursor at{text};
  const int year = at.number(4);
  const bool extended = at.take('-');
  const int month = at.number(2);
  if (extended) at.expect('-');
  const int day = at.number(2);
  if (!at.fits) return value;
  if (at.rest.empty() || at.rest == "Z") {
    value.form = TimeForm::date;
    set_seconds(value, year, month, day, 0);
    return value;
  }
  at.expect('T');
  const int hour = at.number(2);
  if (extended) at.expect(':');
  const int minute = at.number(2);
  int second = 0;
  value.to_the_minute = at.rest.empty() || upper(at.rest.front()) == 'Z';
  if (!value.to_the_minute) {
    if (extended) at.expect(':');
    second = at.number(2);
  }
  const bool zulu = at.take('Z');
  if (!at.fits || !at.rest.empty()) return {};
  value.form = zulu ? TimeForm::utc : TimeForm::local;
  set_seconds(value, year, month, day, clock_seconds(hour, minute, second));
  return value;
}

std::optional<std::int64_t> read_duration(std::string_view text) noexcept {
  constexpr std::int64_t most = 10'000LL * 366 * day_seconds;
  Cursor at{text};
  const bool negative = at.take('-');
  if (!negative) at.take('+');
  if (!at.take('P')) return std::nullopt;
  std::int64_t total = 0;
  bool clock = false, any = false;
  while (!at.rest.empty()) {
    if (!clock && at.take('T')) {
      clock = true;
      continue;
    }
    std::int64_t count = 0;
    std::size_t digits = 0;
    for (; !at.rest.empty() && is_digit(at.rest.front()) && digits < 12; ++digits, at.rest.remove_prefix(1))
      count = count * 10 + (at.rest.front() - '0');
    if (digits == 0 || at.rest.empty()) return std::nullopt;
    const char unit = upper(at.rest.front());
    at.rest.remove_prefix(1);
    const std::int64_t scale = !clock && unit == 'W'   ? 7 * day_seconds
                               : !clock && unit == 'D' ? day_seconds
                               : clock && unit == 'H'  ? 3600
                               : clock && unit == 'M'  ? 60
                               : clock && unit == 'S'  ? 1
                                                       : 0;
    if (scale == 0 || count > most / scale) return std::nullopt;
    total += count * scale;
    if (total > most) return std::nullopt;
    any = true;
  }
  if (!any) return std::nullopt;
  return negative ? -total : total;
}

}  // namespace almanac::ical
