#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Romanian words.
inline constexpr PhraseRow romanian[] = {
    row(conference, "conferint*"),
    row(meetup, "intalnire*"),
    row(talk, "prelegere*"),
    row(place_label, "locatia|unde"),
    row(cancelled, "anulat|anulata|se anuleaza"),
    row(postponed, "amanat|amanata|se amana"),
};

}  // namespace almanac::facts::signs
