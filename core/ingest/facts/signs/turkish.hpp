#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Turkish words.
inline constexpr PhraseRow turkish[] = {
    row(conference, "konferans*|sempozyum*"),
    row(competition, "yarisma*"),
    row(meetup, "bulusma*"),
    row(talk, "seminer*|soylesi*"),
    row(other_kind, "egitim*|fuar"),
    row(announces, "bekliyoruz|davetlisiniz"),
    row(online, "canli yayin|cevrimici"),
    row(hybrid, "hibrit"),
    row(place_label, "mekan"),
    row(person, "konusmaci"),
    row(cancelled, "iptal|iptal edildi"),
    row(postponed, "ertelen*|ertelendi"),
};

}  // namespace almanac::facts::signs
