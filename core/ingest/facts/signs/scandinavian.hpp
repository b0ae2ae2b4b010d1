#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Swedish, Danish and Norwegian words.
inline constexpr PhraseRow scandinavian[] = {
    row(conference, "konferanse*|konferens*"),
    row(competition, "konkurranse*|konkurrence*|masterskap*|mesterskab*|tavling*|turnering*"),
    row(meetup,
        "aben aften|abent mode|apen kveld|apent mote|medlemsmode*|medlemsmote*|medlemstraff*|oppen kvall|oppet mote|"
        "traff|traffen"),
    row(talk,
        "disputas|disputation|disputationen|doktoravhandling|doktorsavhandling|foredrag*|forelaesning*|forelasning*|"
        "forelesning*|gaesteforelaes*|gastforelas*|phd-forsvar"),
    row(other_kind,
        "abent hus|apent hus|arsmote|driftsstop*|driftstopp*|generalforsamling|kurser|kursus|oppet hus|"
        "planerat underhall|planlagt vedlikehold|sommarskola*|sommerskole*|udstilling|utbildning*|utstallning|"
        "vedligehold*|vedlikehold*"),
    row(post,
        "aterblick|sa var|sadan var|slik var|tack alla|tack till alla|tak til alle|takk til alle|tilbageblik|"
        "tilbakeblikk|tillbakablick"),
    row(post_title, "abningstider|apningstider|arrangementer i|evenemang i|nyhedsbrev*|nyhetsbrev*|oppettider"),
    row(job, "anstallning|heltid|ledig stilling|lediga jobb|stillingen|tillsvidareanstallning|vi soger|vi soker"),
    row(announces,
        "afholdes|ager rum|anmal*|arrangeras|arrangeres|finder sted|finner sted|fri adgang|fri entre|gratis adgang|"
        "gratis inngang|gratis intrade|pamelding*|ses vi|tilmeld*|valkommen|valkomna|velkommen|vi ses"),
    row(online, "digitalt|direktsand*|distans|pa discord|pa distans|pa teams|pa zoom|streames|strommes"),
    row(hybrid, "fysisk og digitalt|fysiskt och digitalt|hybridmote*|pa plats och digitalt|pa plats och online"),
    row(in_person, "fysisk fremmode|pa plats|pa stedet"),
    row(only_online, "bare digitalt|endast digitalt|endast online*|kun online*"),
    row(not_mode,
        "anmalan online|finns online|ligger online|ligger ute online|online tilmelding|online-anmalan|"
        "online-pamelding|pamelding online|tilmelding online"),
    row(place_label, "adress|hvor|lokation|plats|sted"),
    row(room, "horsal*"),
    row(person, "foredragsholder|forelasare|hvem:|hvem?|inledare|innleder|oplaegsholder|talare|taler|vem:|vem?"),
    row(cancelled,
        "aflyser|aflyses|aflyst|avlyser|avlyses|avlyst|innstilt|instald|installd|installt|staller in|stalls in"),
    row(postponed, "framflytt*|senarelagt|skjuts upp|udsaettes|udsat|udskudt|udskydes|uppskjut*|utsatt|utsettes"),
    row(not_cancelled, "ikke aflyst|ikke avlyst|inte installd|inte installt"),
    row(dates_follow, "hver|kommer senere|meddelas senare|varje"),
    row(weak_conference, "forumet"),
    row(weak_meetup, "aften|fika|kaffe|kaffeen|kom forbi|kom innom|kom och|kvall|kvallen|kveld|kvelden"),
    row(weak_talk, "foredragsholder*|forelasare|talare|taler"),
    row(weak_competition, "premie"),
    row(narrator, "jag|jeg"),
    row(told, "blev|gick|hade|sade|var"),
};

}  // namespace almanac::facts::signs
