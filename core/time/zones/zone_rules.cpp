#include "zone_rules.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <chrono>

namespace almanac {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// No offset is larger (RFC 8536 allows −25 h … +26 h), so a wall clock never strays further from UTC.
constexpr std::int64_t widest_offset = 26 * 3600;

constexpr std::int64_t floor_day(std::int64_t seconds) {
  return seconds >= 0 ? seconds / day_seconds : -((-(seconds + 1)) / day_seconds) - 1;
}

int year_of(std::int64_t seconds) {
  // chrono's calendar is exact within years ±32767; times beyond are read as their border.
  constexpr std::int64_t last_day = 11'000'000;
  const auto day = std::clamp(floor_day(seconds), -last_day, last_day);
  return static_cast<int>(std::chrono::year_month_day{sys_days{days{static_cast<int>(day)}}}.year());
}

/// Local seconds of the change in `year`.
std::int64_t change_in(const PosixTail::Day& rule, int year) {
  using namespace std::chrono;
  const std::chrono::year y{year};
  std::int64_t day = 0;
  switch (rule.kind) {
    case PosixTail::Day::Kind::month_week: {
      const month m{static_cast<unsigned>(rule.month)};
      const weekday w{static_cast<unsigned>(rule.day)};
      day = rule.week == 5 ? sys_days{y / m / w[last]}.time_since_epoch().count()
                           : sys_days{y / m / w[static_cast<unsigned>(rule.week)]}.time_since_epoch().count();
      break;
    }
    case PosixTail::Day::Kind::julian_without_leap_day:
      day =
          sys_days{y / January / 1}.time_since_epoch().count() + rule.day - 1 + (y.is_leap() && rule.day >= 60 ? 1 : 0);
      break;
    case PosixTail::Day::Kind::day_of_year:
      day = sys_days{y / January / 1}.time_since_epoch().count() + rule.day;
      break;
  }
  return day * day_seconds + rule.time;
}

/// The stretch of the endless rule that holds `utc`; its begin may lie before the tail's own begin.
ZoneSegment tail_segment(const PosixTail& tail, std::int64_t utc) {
  ZoneSegment out{.offset = tail.standard, .short_name = tail.standard_name};
  if (!tail.changes) return out;
  struct Turn {
    std::int64_t at;
    bool daylight;
  };
  std::array<Turn, 6> turns;
  const int year = year_of(utc);
  std::size_t n = 0;
  for (int y = year - 1; y <= year + 1; ++y) {
    turns[n++] = {change_in(tail.begins, y) - tail.standard, true};
    turns[n++] = {change_in(tail.ends, y) - tail.daylight, false};
  }
  std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.at < b.at; });
  for (const auto& turn : turns) {
    if (turn.at > utc) {
      out.end = turn.at;
      break;
    }
    out.begin = turn.at;
    out.offset = turn.daylight ? tail.daylight : tail.standard;
    out.short_name = turn.daylight ? tail.daylight_name : tail.standard_name;
  }
  return out;
}

}  // namespace

ZoneSegment Zone::Rules::segment_at(std::int64_t utc_seconds) const {
  auto after = std::upper_bound(changes.begin() + 1, changes.end(), utc_seconds,
                                [](std::int64_t t, const Change& change) { return t < change.at; });
  const bool is_last = after == changes.end();
  const auto& now = *(after - 1);
  if (is_last && tail) {
    auto out = tail_segment(*tail, utc_seconds);
    if (changes.size() > 1) out.begin = std::max(out.begin, now.at);
    return out;
  }
  ZoneSegment out;
  if (after - 1 != changes.begin()) out.begin = now.at;
  if (!is_last) out.end = after->at;
  out.offset = now.offset;
  out.short_name = short_names.empty() ? std::string_view{} : std::string_view{short_names[now.short_name]};
  return out;
}

std::int64_t ZoneCursor::to_local(std::int64_t utc) {
  if (utc < now_.begin || utc >= now_.end) now_ = rules_.segment_at(utc);
  return utc + now_.offset;
}

std::int64_t ZoneCursor::to_utc(std::int64_t local) {
  const auto guess = local - now_.offset;
  // Away from both ends by more than any offset, only this stretch can hold the time.
  if (now_.begin < now_.end &&
      (now_.begin == std::numeric_limits<std::int64_t>::min() || guess - now_.begin > 2 * widest_offset) &&
      guess >= now_.begin &&
      (now_.end == std::numeric_limits<std::int64_t>::max() || now_.end - guess > 2 * widest_offset) &&
      guess < now_.end)
    return guess;
  auto segment = rules_.segment_at(local - widest_offset);
  auto before = segment.offset;
  // Ends: each step moves to a later change, and few changes fit into two days.
  while (segment.end != std::numeric_limits<std::int64_t>::max() && local >= segment.end + segment.offset) {
    before = segment.offset;
    segment = rules_.segment_at(segment.end);
  }
  now_ = segment;
  if (segment.begin != std::numeric_limits<std::int64_t>::min() && local < segment.begin + segment.offset)
    return local - before;  // in a gap
  return local - segment.offset;
}

}  // namespace almanac
