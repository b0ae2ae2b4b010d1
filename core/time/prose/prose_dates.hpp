#pragma once
#include <almanac/model/moment.hpp>
#include <almanac/time/dates/date_civil.hpp>
#include <almanac/time/dates/date_parts.hpp>
#include <cstdint>
#include <optional>
#include <vector>

#include "prose_text.hpp"

namespace almanac::prose {

/// A time of day in a text, perhaps with its end and a zone.
struct ClockSpan {
  std::uint32_t from = 0, to = 0;  ///< pieces
  int start = -1, end = -1;        ///< minutes since midnight; 1440 is the end of the day; -1: none
  dates::Stated stated = dates::Stated::nothing;
  std::int32_t offset = 0;
  std::optional<Zone> zone;
};

/// How a date was said.
enum class Said : std::uint8_t {
  plain,     ///< with a day of a month
  period,    ///< only a month, a season, a quarter or a year
  relative,  ///< "tomorrow", "this Friday": counted from the day of publication
};

/// A date, or a range of days, in a text.
struct DateSpan {
  std::uint32_t from = 0, to = 0;        ///< pieces, with the times that stand inside and right behind
  dates::CivilDay first, last;           ///< equal for one day
  Precision precision = Precision::day;  ///< day, month or year
  Said said = Said::plain;
  int weekday = 0;  ///< as stated of the first day; 0: none
  bool year_stated = false;
  bool undecided = false;        ///< which day it is, is left open ("3/4", "5 or 6 May"): only the year holds
  bool is_moved = false;         ///< the later of "from 14 May to 3 September", of something that moves
  bool weekday_differs = false;  ///< the stated weekday is not that day's
  std::optional<ClockSpan> first_clock, last_clock;
  std::optional<ClockSpan> zone;  ///< a zone without a time: "15 February (AoE)"
  bool is_range() const noexcept { return !(first == last); }
};

class Anchor;

/// Days since 1970.
inline std::int64_t day_count(const dates::CivilDay& day) {
  return dates::days_from_civil(day.year, day.month, day.day);
}

/// The dates of a stretch of pieces in order, in place of what `spans` holds; none overlaps another. Impossible dates
/// are left out.
void find_dates(const ProseText& text, const Anchor& anchor, std::uint32_t from, std::uint32_t to,
                std::vector<DateSpan>& spans);

/// The time of day that starts at a piece; nothing when none does. A figure alone is none.
std::optional<ClockSpan> clock_at(const ProseText& text, std::uint32_t at, std::uint32_t end);

/// A zone alone that stands at a piece, perhaps in brackets; its `start` is -1.
std::optional<ClockSpan> zone_behind(const ProseText& text, std::uint32_t at, std::uint32_t end);
/// The zone that the label of a date at a piece states: "Deadline (AoE):".
std::optional<ClockSpan> zone_ahead(const ProseText& text, std::uint32_t at);

}  // namespace almanac::prose
