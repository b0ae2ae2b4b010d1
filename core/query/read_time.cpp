#include <almanac/base/ascii.hpp>
#include <almanac/base/day.hpp>
#include <almanac/base/nearest.hpp>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

#include "read_terms.hpp"

namespace almanac::reading {
namespace {

using namespace std::chrono;
using Base = TimePoint::Base;

constexpr std::int64_t most_amount = 100'000;

/// What was written: a duration, or a stretch of the calendar.
struct Stretch {
  bool duration = false;
  TimePoint from, to;  ///< for a duration only `from` is set: now plus it
};

TimePoint point(Base base, int months = 0, std::int64_t day_count = 0) {
  return TimePoint{base, 0, static_cast<std::int32_t>(months), day_count * day_seconds};
}
TimePoint on(sys_days day) {
  return TimePoint{Base::day, static_cast<std::int32_t>(day.time_since_epoch().count()), 0, 0};
}

struct Named {
  std::string_view name;
  Stretch stretch;
};
const std::array<Named, 15>& named_times() {
  static const std::array<Named, 15> table{{
      {"now", {true, point(Base::now), {}}},
      {"today", {false, point(Base::today), point(Base::today, 0, 1)}},
      {"tomorrow", {false, point(Base::today, 0, 1), point(Base::today, 0, 2)}},
      {"yesterday", {false, point(Base::today, 0, -1), point(Base::today)}},
      {"this-week", {false, point(Base::week), point(Base::week, 0, 7)}},
      {"next-week", {false, point(Base::week, 0, 7), point(Base::week, 0, 14)}},
      {"last-week", {false, point(Base::week, 0, -7), point(Base::week)}},
      {"this-weekend", {false, point(Base::week, 0, 5), point(Base::week, 0, 7)}},
      {"next-weekend", {false, point(Base::week, 0, 12), point(Base::week, 0, 14)}},
      {"this-month", {false, point(Base::month), point(Base::month, 1)}},
      {"next-month", {false, point(Base::month, 1), point(Base::month, 2)}},
      {"last-month", {false, point(Base::month, -1), point(Base::month)}},
      {"this-year", {false, point(Base::year), point(Base::year, 12)}},
      {"next-year", {false, point(Base::year, 12), point(Base::year, 24)}},
      {"last-year", {false, point(Base::year, -12), point(Base::year)}},
  }};
  return table;
}

/// "30d", "-2w", "+3mo": adds to `at`. Days and weeks are seconds, months and years calendar months. False if it is
/// none.
bool add_amount(std::string_view text, TimePoint& at) {
  std::int64_t sign = 1;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
  }
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc{} || n < 0 || text.empty() || text.front() == '-') return false;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const auto is = [&](std::string_view a, std::string_view b, std::string_view c) {
    return unit == a || unit == b || unit == c;
  };
  if (unit == "s" && n <= most_amount * day_seconds) {
    at.seconds += sign * n;
    return true;
  }
  if (n > most_amount) return false;
  if (is("h", "hour", "hours")) {
    at.seconds += sign * n * 3600;
  } else if (is("d", "day", "days")) {
    at.seconds += sign * n * day_seconds;
  } else if (is("w", "week", "weeks")) {
    at.seconds += sign * n * 7 * day_seconds;
  } else if (is("mo", "month", "months") && n <= 12'000) {
    at.months += static_cast<std::int32_t>(sign * n);
  } else if (is("y", "year", "years") && n <= 1'000) {
    at.months += static_cast<std::int32_t>(sign * n * 12);
  } else {
    return false;
  }
  return true;
}

/// "today+2d", "month+1mo-3h": a base and amounts, as to_text writes points. At most three amounts.
bool read_offsets(std::string_view text, TimePoint& out) {
  static constexpr std::array<std::pair<std::string_view, Base>, 5> bases{
      {{"now", Base::now}, {"today", Base::today}, {"week", Base::week}, {"month", Base::month}, {"year", Base::year}}};
  const auto cut = text.find_first_of("+-");
  if (cut == std::string_view::npos) return false;
  for (const auto& [name, base] : bases) {
    if (text.substr(0, cut) != name) continue;
    TimePoint made = point(base);
    std::string_view rest = text.substr(cut);
    for (int i = 0; i < 3 && !rest.empty(); ++i) {
      const auto next = rest.find_first_of("+-", 1);
      if (!add_amount(rest.substr(0, next), made)) return false;
      rest = next == std::string_view::npos ? std::string_view{} : rest.substr(next);
    }
    out = made;
    return rest.empty();
  }
  return false;
}

bool digits(std::string_view text, std::size_t at, std::size_t count, int& out) {
  out = 0;
  if (text.size() < at + count) return false;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    out = out * 10 + (text[i] - '0');
  }
  return true;
}

/// "2027", "2027-03" or "2027-03-15". `impossible` tells a day that does not exist.
bool read_calendar(std::string_view text, Stretch& out, bool& impossible) {
  int y = 0, m = 1, d = 1;
  if (!digits(text, 0, 4, y)) return false;
  if (text.size() == 4) {
    out = {false, on(year{y} / January / 1), on(year{y + 1} / January / 1)};
    impossible = y == 0;
    return true;
  }
  if (text[4] != '-' || !digits(text, 5, 2, m)) return false;
  const auto first = year{y} / month{static_cast<unsigned>(m)} / 1;
  impossible = !first.ok() || y == 0;
  if (text.size() == 7) {
    if (!impossible) out = {false, on(first), on(first + months{1})};
    return true;
  }
  if (text.size() != 10 || text[7] != '-' || !digits(text, 8, 2, d)) return false;
  const auto date = year{y} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
  impossible = impossible || !date.ok();
  if (!impossible) out = {false, on(date), on(sys_days{date} + days{1})};
  return true;
}

Result<Stretch, FilterError> read_stretch(std::string_view written, std::size_t at, int direction) {
  const std::string text = to_lower(written);
  for (const Named& named : named_times())
    if (text == named.name) return named.stretch;
  Stretch out;
  bool impossible = false;
  if (read_calendar(text, out, impossible)) {
    if (impossible) return FilterError{at, "there is no day '" + text + "'", "YYYY, YYYY-MM or YYYY-MM-DD", {}};
    return out;
  }
  out = {true, {}, {}};
  if (add_amount(text, out.from)) {
    if (direction < 0) {
      out.from.seconds = -out.from.seconds;
      out.from.months = -out.from.months;
    }
    return out;
  }
  if (read_offsets(text, out.from)) return out;
  std::vector<std::string_view> names;
  for (const Named& named : named_times()) names.push_back(named.name);
  return FilterError{at, "no time '" + std::string(written) + "'",
                     "a duration (30d, 2w, 3mo), a date (2027-03-15, 2027-03, 2027) or a word such as today",
                     std::string(nearest_word(text, names))};
}

Result<Range, FilterError> read_between(const FieldInfo& info, const Value& value, std::size_t dots) {
  Range range{info.field, info.type, {}, {}};
  std::string_view left = value.text.substr(0, dots), right = value.text.substr(dots + 2);
  std::size_t right_at = value.at + dots + 2;
  const bool before = !right.empty() && right.front() == '<';  // "A..<B": up to the start of B
  if (before) {
    right.remove_prefix(1);
    ++right_at;
  }
  if (!left.empty()) {
    const auto from = read_stretch(left, value.at, 1);
    if (!from) return from.error();
    range.from = from->from;
  }
  if (!right.empty()) {
    const auto to = read_stretch(right, right_at, 1);
    if (!to) return to.error();
    range.to = to->duration || before ? to->from : to->to;
  } else if (before) {
    return FilterError{right_at, "the range has no end", "a date or duration after '..<'", {}};
  }
  return range;
}

}  // namespace

Result<Range, FilterError> read_range(const FieldInfo& info, Op op, const Value& value) {
  const bool ahead = info.form == Form::ahead;
  if (op == Op::is) {
    if (const auto dots = value.text.find(".."); dots != std::string_view::npos) return read_between(info, value, dots);
    const std::string word = to_lower(value.text);
    if (word == "any") return Range{info.field, info.type, {}, {}};
    if (ahead && word == "open") return Range{info.field, info.type, point(Base::now), {}};
  }
  const auto read = read_stretch(value.text, value.at, ahead ? 1 : -1);
  if (!read) {
    FilterError error = read.error();
    if (op == Op::is && error.nearest.empty())
      error.nearest = nearest_word(to_lower(value.text), {"any", ahead ? "open" : "any"});
    return error;
  }
  Range range{info.field, info.type, {}, {}};
  const bool less = op == Op::less || op == Op::less_equal;
  if (read->duration) {
    // Durations are distances from now: "<14d" is nearer than that, on the side where the field lies.
    if (ahead) {
      if (less || op == Op::is)
        range = {info.field, info.type, point(Base::now), read->from};
      else
        range.from = read->from;
    } else {
      if (less || op == Op::is)
        range.from = read->from;
      else
        range.to = read->from;
    }
    return range;
  }
  if (op == Op::is || op == Op::greater_equal) range.from = read->from;
  if (op == Op::greater) range.from = read->to;
  if (op == Op::is || op == Op::less_equal) range.to = read->to;
  if (op == Op::less) range.to = read->from;
  if (less && info.field == Field::deadline) range.from = point(Base::now);  // a deadline that has passed is of no use
  return range;
}

}  // namespace almanac::reading
