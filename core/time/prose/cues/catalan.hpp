#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Catalan words.
inline constexpr PhraseRow catalan[] = {
    row(due, "termini d'*"),
    row(until, "fins al|fins el"),
    row(takes_place, "tindra lloc"),
};

}  // namespace almanac::prose::cues
