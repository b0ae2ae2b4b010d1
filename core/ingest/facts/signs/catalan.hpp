#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Catalan words.
inline constexpr PhraseRow catalan[] = {
    row(conference, "jornades"),
    row(meetup, "trobada"),
    row(talk, "xerrada"),
};

}  // namespace almanac::facts::signs
