#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Hungarian words.
inline constexpr PhraseRow hungarian[] = {
    row(competition, "verseny*"), row(meetup, "talalkozo*"),
    row(talk, "eloadas*"),        row(other_kind, "karbantart*|tanfolyam*"),
    row(post_title, "hirlevel*"), row(announces, "jelentkez*|szeretettel"),
    row(online, "eloben"),        row(place_label, "helyszin"),
    row(person, "eloado"),        row(cancelled, "elmarad*"),
    row(postponed, "elhalaszt*"), row(weak_talk, "eloado"),
};

}  // namespace almanac::facts::signs
