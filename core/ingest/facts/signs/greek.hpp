#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Greek words.
inline constexpr PhraseRow greek[] = {
    row(conference, "ημεριδα|συνεδρι*"),
    row(competition, "διαγωνισμ*"),
    row(meetup, "συναντηση"),
    row(talk, "διαλεξη|ομιλια|σεμιναρι*"),
    row(place_label, "τοποσ"),
    row(cancelled, "ακυρωθηκε|ακυρωνεται|ματαιωνεται"),
    row(postponed, "αναβαλλεται|αναβληθηκε|αναβολη"),
};

}  // namespace almanac::facts::signs
