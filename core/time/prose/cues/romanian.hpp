#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Romanian words.
inline constexpr PhraseRow romanian[] = {
    row(due, "cel tarziu|data limita|termen limita|termenul limita"),
    row(until, "pana la|pana pe"),
    row(closes, "se incheie"),
    row(cfp, "propuner*"),
    row(abstract, "rezumat*"),
    row(paper, "lucrar*"),
    row(application, "aplicati*"),
    row(extended, "prelungit*"),
    row(takes_place, "are loc|va avea loc"),
};

}  // namespace almanac::prose::cues
