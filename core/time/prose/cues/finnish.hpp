#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Finnish words.
inline constexpr PhraseRow finnish[] = {
    row(due, "maaraaika|maarapaiva|paattymispaiva|takaraja|viimeistaan"),
    row(until, "ennen"),
    row(until_after, "asti|mennessa|saakka"),
    row(closes, "paattyvat|paattyy"),
    row(opens, "alkaa"),
    row(cfp, "esitysehdotu*"),
    row(abstract, "tiivistelm*"),
    row(paper, "artikkelit"),
    row(registration, "ilmoittau*|lipunmyynti|liput|rekisterointi"),
    row(application, "hakemu*|haku|hakuaika|hakuaika paattyy"),
    row(submission, "palautukset|palautus"),
    row(notification, "ilmoitus hyvaksy*|tulokset"),
    row(other_deadline, "aanestys|lopullinen versio"),
    row(extended, "jatkettu"),
    row(replaced, "alun perin"),
    row(moved, "siirretaan|siirtyy|uusi paiva"),
    row(label, "ajankohta|milloin|paivamaara"),
    row(takes_place, "jarjestetaan|kokoontuu|pidetaan|tapahtuu"),
    row(begins, "alkaa"),
    row(ends, "paattyy"),
    row(publication, "julkaistu|paivitetty"),
    row(past, "minulle vuonna|viime kerralla|viime vuonna"),
    row(aside, "kaytettavissa|voimaan"),
    row(repeats, "joka|joka toinen"),
    row(event_noun, "konferenssi|tapahtuma"),
    row(recap, "nain meni"),
    row(idle, "suunnitellusti"),
};

}  // namespace almanac::prose::cues
