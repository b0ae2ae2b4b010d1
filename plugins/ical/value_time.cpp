#include "value_time.hpp"

#include <almanac/base/day.hpp>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstring>

#include "scan.hpp"

namespace almanac::ical {
namespace {

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

/// Eight ASCII digits as a number (SWAR); false when one is none. `digits` in the order of a little-endian load.
bool eight_digits(std::uint64_t digits, std::uint32_t& number) noexcept {
  constexpr std::uint64_t high = 0xF0F0F0F0F0F0F0F0, threes = 0x3333333333333333, sixes = 0x0606060606060606;
  if (((digits & high) | (((digits + sixes) & high) >> 4)) != threes) return false;
  digits = (digits & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
  digits = (digits & 0x00FF00FF00FF00FF) * 6553601 >> 16;
  number = static_cast<std::uint32_t>((digits & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
  return true;
}

/// The three forms that nearly all values have: YYYYMMDD, YYYYMMDDThhmmss and that with Z. False for any other.
bool read_usual_form(std::string_view text, TimeValue& value) noexcept {
  if constexpr (std::endian::native != std::endian::little) return false;
  const bool has_clock = text.size() == 15 || (text.size() == 16 && text[15] == 'Z');
  if (text.size() != 8 && !has_clock) return false;
  std::uint64_t bytes = 0;
  std::uint32_t date = 0, clock = 0;
  std::memcpy(&bytes, text.data(), 8);
  if (!eight_digits(bytes, date)) return false;
  value.form = TimeForm::date;
  if (has_clock) {
    if (text[8] != 'T') return false;
    std::memcpy(&bytes, text.data() + 7, 8);
    if (!eight_digits((bytes & ~0xFFFFULL) | 0x3030, clock)) return false;
    value.form = text.size() == 16 ? TimeForm::utc : TimeForm::local;
  }
  const auto part = [](std::uint32_t number) { return static_cast<int>(number % 100); };
  set_seconds(value, static_cast<int>(date / 10000), part(date / 100), part(date),
              clock_seconds(static_cast<int>(clock / 10000), part(clock / 100), part(clock)));
  return true;
}

}  // namespace

TimeValue read_time(std::string_view text) noexcept {
  TimeValue value;
  if (read_usual_form(text, value)) return value;
  value = {};
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
