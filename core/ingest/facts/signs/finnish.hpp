#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Finnish words.
inline constexpr PhraseRow finnish[] = {
    row(competition, "kilpailu*"),
    row(meetup, "kokoontum*|miitti*|tapaaminen|tapaamis*"),
    row(talk, "esitelma*|luennot|luento|vaitos|vaitostilaisuus"),
    row(other_kind, "avoimet ovet|huoltokatko*|koulutus*|kurssi*|messut"),
    row(post, "kiitos kaikille"),
    row(post_title, "uutiskirje*"),
    row(job, "avoin tyopaikka|etsimme"),
    row(announces, "ilmoittau*|jarjestetaan|tervetuloa|vapaa paasy"),
    row(online, "etana|etayhte*|suoratoisto*|verkossa"),
    row(in_person, "paikan paalla"),
    row(only_online, "vain verkossa"),
    row(not_mode, "ilmoittautuminen verkossa"),
    row(place_label, "osoite|paikka"),
    row(person, "luennoitsija|puhuja"),
    row(cancelled, "perumme|perutaan|peruttu|peruuntu*"),
    row(postponed, "lykkaantyy|siirretaan|siirretty|siirtyy"),
    row(not_cancelled, "ei ole peruttu"),
    row(weak_meetup, "illalla|ilta"),
    row(weak_competition, "palkinto*"),
};

}  // namespace almanac::facts::signs
