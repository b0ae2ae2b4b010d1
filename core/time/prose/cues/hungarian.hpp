#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Hungarian words.
inline constexpr PhraseRow hungarian[] = {
    row(due, "hatarido*|legkesobb|utolso nap"),
    row(closes, "lejar|lezarul|zarul"),
    row(opens, "megnyilik|nyilik"),
    row(cfp, "eloadas bekuld*|eloadasjavaslat*|eloadasok bekuld*|eloadasterv*|felhivas*"),
    row(abstract, "absztrakt*|osszefoglal*"),
    row(paper, "kezirat*|tanulmany*"),
    row(registration, "jegyek|jegyelovetel|jelentkez*|regisztrac*"),
    row(application, "palyaz*"),
    row(submission, "bekuld*|benyujt*|leadas*"),
    row(notification, "eredmenyek|eredmenyhirdet*|ertesit*"),
    row(other_deadline, "szavazas"),
    row(extended, "meghosszabbi*"),
    row(replaced, "eredetileg|helyett"),
    row(moved, "uj idopont"),
    row(moves, "elhalaszt*"),
    row(label, "idopont*|mikor"),
    row(takes_place, "kerul sor|megrendez*|megtart*|tartjuk|varunk"),
    row(begins, "kezdes|kezdete|kezdodik"),
    row(ends, "befejezes|zaras"),
    row(publication, "frissitve|kozzetett*|kozzetev*"),
    row(past, "mult heten|tavaly"),
    row(aside, "hatalyba"),
    row(repeats, "minden"),
    row(event_noun, "konferencia|rendezveny|talalkozo"),
};

}  // namespace almanac::prose::cues
