#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Dutch words.
inline constexpr PhraseRow dutch[] = {
    row(conference, "congres*"),
    row(hackathon, "programmeermarathon"),
    row(competition, "kampioenschap*|prijsvraag|toernooi*|wedstrijd*"),
    row(meetup, "bijeenkomst*|borrel|clubavond*|inloopavond*|knutselavond*|open avond"),
    row(talk, "college|gastcollege|gastlezing|lezing|lezing over|lunchlezing|oratie|promotie"),
    row(other_kind, "beurs|cursus|onderhoud|open dag|open huis|opendeurdag|openhuis|zomerschool"),
    row(post, "bedankt allemaal|dank aan alle|foto's staan online|terugblik|zo ging|zo was"),
    row(post_title,
        "agenda van|agenda voor|bedankt|evenementen in|in overzicht|nieuwe openingstijden|nieuwsbrief|openingstijden|"
        "uitagenda|verslag|zoek"),
    row(mention, "iemand|ik zoek|te koop"),
    row(job, "dienstverband|ingangsdatum|stageplaats|vacature|vacatures|we zoeken|wij zoeken"),
    row(job_title, "ontwikkelaar"),
    row(announces, "aanmeld*|gratis toegang|kom langs|toegang|vindt plaats"),
    row(online, "op afstand|op teams|thuis"),
    row(hybrid, "fysiek en online"),
    row(in_person, "fysiek|ter plaatse"),
    row(only_online, "naar online*|uitsluitend online*|volledig online*"),
    row(no_online, "geen livestream|geen stream|niet meer online|niet online|niet via zoom"),
    row(not_mode,
        "foto's staan online|kaarten online|online aanmeld*|online inschrijv*|online-inschrijv*|staan online|"
        "staat online"),
    row(place_label, "locatie|plaats|waar"),
    row(room, "lokaal|zaal"),
    row(person, "begeleider|spreekster|spreker|sprekers|wie:|wie?|winnaars"),
    row(cancelled, "afgelast|annuleren we|annulering|gaat niet door|geannuleerd|wij annuleren|wordt geannuleerd"),
    row(postponed, "uitgesteld|uitstel|verplaatst naar een|zoeken een nieuwe datum"),
    row(moved_online, "gaat online door|verplaatst naar online"),
    row(not_cancelled, "gaat gewoon door|niet geannuleerd"),
    row(dates_follow, "elke|nog niet bekend|wordt later bekend*"),
    row(weak_conference, "dag"),
    row(weak_meetup, "avond"),
    row(weak_talk, "spreker*"),
    row(weak_post, "dank aan|gisteren"),
    row(narrator, "ik|mijn"),
    row(told, "heb|hebben|werd|werden|zei"),
};

}  // namespace almanac::facts::signs
