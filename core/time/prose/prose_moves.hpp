#pragma once
#include "prose_surroundings.hpp"

namespace almanac::prose {

/// "postponed from 14 May to 3 September", "vom 14. Mai auf den 3. September verschoben", 5月14日から9月3日に延期 are
/// no ranges: only their last day holds, and DateSpan::is_moved is set. `cues` are those of the segment.
void split_move(const ProseText& text, Surroundings::Hits cues, DateSpan& span);

}  // namespace almanac::prose
