#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "prose_roles.hpp"

namespace almanac::prose {

/// Finds the time of an event whose date stands without one. Borrows the text, its cues and its dates.
class ClockSearch {
 public:
  ClockSearch(const ProseText& text, const std::vector<CueHit>& cues, const std::vector<RoledDate>& dates)
      : text_(text), cues_(cues), dates_(dates) {}

  /// The time in the same sentence, at the same weekday of a rule, or in the lines below up to the next date; nothing
  /// when none is near.
  std::optional<ClockSpan> near(const RoledDate& chosen) const;

  /// The minute at which it ends, of a line below that says so ("Ende: 21 Uhr"); -1 when none does.
  int end_below(const RoledDate& chosen, const ClockSpan& start) const;

 private:
  bool has_cue(std::uint32_t from, std::uint32_t to, Cue cue) const;
  std::span<const RoledDate> dates_in(std::uint32_t segment) const;
  std::optional<ClockSpan> weekly_clock(const RoledDate& chosen) const;
  bool is_weekly(const RoledDate& dated) const;
  bool leads_to_other_day(std::uint32_t segment) const;
  bool is_of_deadlines(const Segment& segment) const;
  std::uint32_t sessions_after(const RoledDate& chosen) const;
  bool is_below_sessions(std::uint32_t segment, const RoledDate& chosen) const;
  std::optional<ClockSpan> clock_in(std::uint32_t segment, const RoledDate& chosen) const;

  const ProseText& text_;
  const std::vector<CueHit>& cues_;
  const std::vector<RoledDate>& dates_;
};

}  // namespace almanac::prose
