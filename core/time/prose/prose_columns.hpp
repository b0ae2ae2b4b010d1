#pragma once
#include <vector>

#include "prose_surroundings.hpp"

namespace almanac::prose {

/// What the head of a table says of the dates of a line: a cue for each, `due` or what closes; empty when the line is
/// none of a table, or has other than as many dates as its head has such words. `cues` are all of the text, `dates`
/// those of the segment `index`. Looks at few lines above.
std::vector<CueHit> columns_above(const ProseText& text, const Anchor& anchor, const std::vector<CueHit>& cues,
                                  std::uint32_t index, const std::vector<DateSpan>& dates);

}  // namespace almanac::prose
