#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Indonesian words.
inline constexpr PhraseRow indonesian[] = {
    row(conference, "simposium"),
    row(place_label, "lokasi|tempat"),
    row(cancelled, "dibatalkan"),
    row(postponed, "ditunda"),
};

}  // namespace almanac::facts::signs
