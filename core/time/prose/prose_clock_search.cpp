#include "prose_clock_search.hpp"

#include <algorithm>
#include <utility>

#include "prose_closing_clock.hpp"
#include "prose_opens.hpp"

namespace almanac::prose {

bool ClockSearch::has_cue(std::uint32_t from, std::uint32_t to, Cue cue) const {
  auto hit = std::lower_bound(cues_.begin(), cues_.end(), from,
                              [](const CueHit& known, std::uint32_t piece) { return known.from < piece; });
  for (; hit != cues_.end() && hit->from < to; ++hit)
    if (hit->cue == cue) return true;
  return false;
}

/// The dates of a segment.
std::span<const RoledDate> ClockSearch::dates_in(std::uint32_t segment) const {
  const auto less = [](const RoledDate& dated, std::uint32_t number) { return dated.segment < number; };
  const auto first = std::lower_bound(dates_.begin(), dates_.end(), segment, less);
  return {first, std::lower_bound(first, dates_.end(), segment + 1, less)};
}

/// The event's time when it does not stand beside its date: in the same sentence, or in the lines below up to the
/// next date.
std::optional<ClockSpan> ClockSearch::near(const RoledDate& chosen) const {
  const auto& segments = text_.segments();
  if (auto clock = clock_in(chosen.segment, chosen)) return clock;
  if (auto clock = weekly_clock(chosen)) return clock;
  if (chosen.span.is_range()) return std::nullopt;
  for (std::uint32_t i = 0, looked = 0; i < segments.size() && looked < 40; ++i) {
    const Segment& segment = segments[i];
    if (i == chosen.segment || segment.title) continue;
    const auto dates = dates_in(i);
    const bool other_date = std::any_of(dates.begin(), dates.end(), [&](const RoledDate& d) {
      return d.role == Role::deadline || d.role == Role::nothing ||
             day_count(d.span.first) != day_count(chosen.span.first);
    });
    const bool label = has_cue(segment.from, segment.to, Cue::label) ||
                       has_cue(segment.from, segment.to, Cue::begins) ||
                       has_cue(segment.from, segment.to, Cue::takes_place);
    const bool leads = i + 1 == chosen.segment && (has_cue(segment.from, segment.to, Cue::side) ||
                                                   has_cue(segment.from, segment.to, Cue::repeats));
    const bool close = i > chosen.segment && i <= chosen.segment + 3 + sessions_after(chosen);
    if (other_date) {
      const bool session =
          std::all_of(dates.begin(), dates.end(), [](const RoledDate& d) { return d.role == Role::event; });
      if (i > chosen.segment && !session) break;
      continue;
    }
    if (leads_to_other_day(i) || is_of_deadlines(segment)) continue;
    if (!label && !close && !leads && !segments[chosen.segment].title) continue;
    ++looked;
    if (auto clock = clock_in(i, chosen)) return clock;
  }
  return std::nullopt;
}

/// "All deadlines are 11:59 PM UTC".
bool ClockSearch::is_of_deadlines(const Segment& segment) const {
  if (!has_cue(segment.from, segment.to, Cue::of_all)) return false;
  for (std::uint32_t i = segment.from; i < segment.to; ++i)
    if (text_.is_one_of(text_.at(i), "deadlines", "fristen")) return true;
  return false;
}

/// "Call closes at 11:59 PM", "Call opens at …" above the day on which it does.
bool ClockSearch::leads_to_other_day(std::uint32_t segment) const {
  const Segment& here = text_.segments()[segment];
  const auto below = dates_in(segment + 1);
  return (has_cue(here.from, here.to, Cue::closes) || has_cue(here.from, here.to, Cue::opens)) &&
         std::any_of(below.begin(), below.end(), [](const RoledDate& d) { return d.role != Role::event; });
}

int ClockSearch::end_below(const RoledDate& chosen, const ClockSpan& start) const {
  constexpr std::uint32_t reach = 4, near = 4;
  const auto& segments = text_.segments();
  if (!segments[chosen.segment].whole_line) return -1;
  for (std::uint32_t i = chosen.segment + 1; i < segments.size() && i <= chosen.segment + reach; ++i) {
    const Segment& segment = segments[i];
    if (segment.to < segment.from + 2) continue;
    const bool may_say = ((text_.marks(segment.from) | text_.marks(segment.from + 1)) & Mark::cue) != 0;
    if (!segment.whole_line || !may_say || !has_cue(segment.from, segment.from + 2, Cue::ends)) continue;
    const auto stands_between = [&](const RoledDate& d) { return d.segment > chosen.segment && d.segment <= i; };
    if (std::any_of(dates_.begin(), dates_.end(), stands_between)) return -1;
    for (std::uint32_t at = segment.from; at < segment.to && at <= segment.from + near; ++at) {
      if ((text_.at(at).opens & (Opens::clock | Opens::figure)) == 0) continue;
      const auto clock = clock_at(text_, at, segment.to);
      return clock && clock->end < 0 && clock->start > start.start ? clock->start : -1;
    }
  }
  return -1;
}

/// "Every third Friday, 7 pm, … Next date: 20 November": the time of the weekday that this day is.
std::optional<ClockSpan> ClockSearch::weekly_clock(const RoledDate& chosen) const {
  const int weekday = dates::weekday_of(day_count(chosen.span.first));
  for (const RoledDate& dated : dates_)
    if (dated.segment <= chosen.segment && dated.segment + 2 > chosen.segment && is_weekly(dated) &&
        dated.span.said == Said::relative && dated.span.weekday == weekday)
      return dated.span.first_clock ? dated.span.first_clock : clock_in(dated.segment, chosen);
  return std::nullopt;
}

bool ClockSearch::is_weekly(const RoledDate& dated) const {
  const std::uint32_t back = dated.span.from > 4 ? dated.span.from - 4 : 0;
  return dated.role == Role::nothing || has_cue(back, dated.span.from, Cue::repeats);
}

/// How many lines of further sessions follow the chosen one.
std::uint32_t ClockSearch::sessions_after(const RoledDate& chosen) const {
  std::uint32_t last = chosen.segment;
  for (const RoledDate& dated : dates_)
    if (dated.role == Role::event && dated.segment > last && dated.segment <= last + 2) last = dated.segment;
  return last - chosen.segment;
}

/// "Each at 19:45" below the days of several sessions.
bool ClockSearch::is_below_sessions(std::uint32_t segment, const RoledDate& chosen) const {
  const std::uint32_t sessions = sessions_after(chosen);
  return sessions > 0 && segment == chosen.segment + sessions + 1;
}

std::optional<ClockSpan> ClockSearch::clock_in(std::uint32_t segment, const RoledDate& chosen) const {
  std::optional<ClockSpan> found;
  const auto [from, to] = std::pair(text_.segments()[segment].from, text_.segments()[segment].to);
  const auto dates = dates_in(segment);
  for (std::uint32_t i = from; i < to; ++i) {
    if ((text_.at(i).opens & (Opens::clock | Opens::figure)) == 0) continue;
    const auto inside =
        std::find_if(dates.begin(), dates.end(), [&](const RoledDate& d) { return i >= d.span.from && i < d.span.to; });
    if (inside != dates.end()) {
      i = inside->span.to - 1;
      continue;
    }
    auto clock = clock_at(text_, i, to);
    if (!clock) continue;
    const std::uint32_t back = i > from + 3 ? i - 3 : from;
    i = clock->to - 1;
    if (is_closing_clock(text_, *clock)) continue;
    if (has_cue(back, clock->from, Cue::side) || has_cue(back, clock->from, Cue::due)) continue;
    const bool repeats = has_cue(back, clock->from, Cue::repeats);
    if (repeats && segment != chosen.segment && segment + 1 != chosen.segment && !is_below_sessions(segment, chosen))
      continue;
    const bool is_one_night =
        clock->end < clock->start && day_count(chosen.span.last) == day_count(chosen.span.first) + 1;
    if (!repeats && chosen.span.is_range() && clock->end >= 0 && !is_one_night) continue;
    if (found) {
      if (found->end < 0 && clock->start > found->start && has_cue(back, clock->from, Cue::ends))
        found->end = clock->start;
      break;
    }
    found = clock;
  }
  return found;
}

}  // namespace almanac::prose
