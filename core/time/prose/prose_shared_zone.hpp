#pragma once
#include <optional>
#include <vector>

#include "prose_cues.hpp"
#include "prose_dates.hpp"

namespace almanac::prose {

/// What a zone must be said of.
enum class SharedBy : std::uint8_t {
  all,   ///< all times, dates or deadlines
  times  ///< all times
};

/// "Important dates (all AoE)", "All deadlines are at 11:59 PM UTC", "All times MST": the zone of what states none, and
/// perhaps its time; else its `start` is -1.
std::optional<ClockSpan> shared_zone(const ProseText& text, const std::vector<CueHit>& cues, SharedBy by);

}  // namespace almanac::prose
