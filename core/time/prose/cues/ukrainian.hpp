#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Ukrainian words.
inline constexpr PhraseRow ukrainian[] = {
    row(due, "кінцевий термін|не пізніше|останній день"),
    row(closes, "завершується|закінчується"),
    row(cfp, "доповідей"),
    row(abstract, "тези"),
    row(registration, "реєстраці*"),
    row(extended, "продовжен*"),
    row(replaced, "замість"),
    row(label, "коли|час і місце"),
    row(takes_place, "відбудеться|запрошуємо"),
    row(begins, "початок"),
    row(ends, "кінець"),
    row(publication, "оновлено|опубліковано"),
    row(past, "відбувся|відбулася|відбулося"),
    row(repeats, "кожен|кожну"),
    row(event_noun, "зустріч|конференція"),
};

}  // namespace almanac::prose::cues
