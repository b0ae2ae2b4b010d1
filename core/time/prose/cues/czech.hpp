#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Czech and Slovak words.
inline constexpr PhraseRow czech[] = {
    row(due, "nejpozdeji|posledni den|uzaverka|uzaverky"),
    row(until, "az do|nejpozdeji do"),
    row(closes, "konci|umyka se|uzavira se"),
    row(opens, "otevira|otevirame|spousti"),
    row(cfp, "prednasky muzete prihlasovat|prednasky prihlasujte|prispevk*"),
    row(paper, "clank*"),
    row(registration, "predprodej*|prihlasit*|prihlasovat*|prihlaste*|registrac*|startovne|vstupenk*"),
    row(application, "prihlask*|prijimame prihlasky|przihlas*"),
    row(submission, "odevzdan*"),
    row(notification, "oznameni vysledk*|vyrozumeni"),
    row(other_deadline, "finalni verze|hlasovani"),
    row(extended, "prodlouz*"),
    row(replaced, "mel se konat|mela se konat|planovan*|puvodne"),
    row(moved, "nove datum|novy termin|odlozen na|odlozena na|prelozen na|presouva se na|presunut na|presunuta na"),
    row(moves, "odlozen*|prelozen*|presunut|presunuta|presunuto|presunuty"),
    row(label, "datum a cas|datum konani|kdy|termin konania"),
    row(takes_place, "kona se|probehne|probehnou|sejdeme se|uskutecni se|vitame vas|zveme|zveme vas"),
    row(begins, "startujeme|zacatek|zacina"),
    row(ends, "konci|konec"),
    row(publication, "publikovan*|zverejnen*"),
    row(past, "konal se|konala se|konalo se|loni|posledne"),
    row(aside, "v platnost|v ucinnost|vraceni"),
    row(repeats, "kazdou|vzdy od"),
    row(event_noun, "akce|konference|prednaska|setkani"),
    row(recap, "ohlednuti"),
    row(idle, "podle planu"),
};

}  // namespace almanac::prose::cues
