#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Ukrainian words.
inline constexpr PhraseRow ukrainian[] = {
    row(conference, "конференці*"),
    row(competition, "змаганн*"),
    row(meetup, "зустріч*|мітап*"),
    row(talk, "вебінар*|лекці*|семінар*"),
    row(other_kind, "курси"),
    row(announces, "запрошуємо"),
    row(online, "наживо"),
    row(place_label, "місце"),
    row(cancelled, "не відбудеться|скасован*|скасовується"),
    row(postponed, "відкладен*|переноситься"),
};

}  // namespace almanac::facts::signs
