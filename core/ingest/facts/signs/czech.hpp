#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Czech and Slovak words.
inline constexpr PhraseRow czech[] = {
    row(conference, "konferenc*"),
    row(competition, "soutez*|turnaj*"),
    row(meetup, "otevrena dilna|otevreny vecer|setkame se|setkani|sraz|srazu"),
    row(talk, "beseda|obhajoba|prednask*"),
    row(other_kind, "den otevrenych dveri|kurzy|letni skola|odstavk*|planovana odstavka|skoleni|veletrh*"),
    row(post, "dekujeme vsem|fotky z|jak probihal*|ohlednuti|takove bylo"),
    row(post_title, "akce v|oteviraci doba|zpravodaj*"),
    row(job, "hledame|hledame kolegu|pracovni pozice|prijmeme"),
    row(announces, "kona se|prihlask*|registrace|uskutecni se|vstup volny|vstup zdarma|zveme"),
    row(online, "prenos|pres zoom|zivy prenos"),
    row(hybrid, "hybridni*|prezencne i online"),
    row(in_person, "prezencne|prezencni"),
    row(only_online, "jen online*|pouze online*"),
    row(not_mode, "online registrace|registrace online"),
    row(place_label, "adresa|kde|misto konani"),
    row(room, "ucebna"),
    row(person, "kdo:|kdo?|lektorka|mluvci|prednasejici|prednasi|vyucujici"),
    row(cancelled, "rusime|se nekona|se neuskutecni|zrusen*"),
    row(postponed, "odklada se|odkladame|odlozen*|prelozen*|presunut|presunuta|presunuto|presunuty"),
    row(not_cancelled, "neni zrusen*"),
    row(dates_follow, "bude upresnen*|kazdou"),
    row(weak_meetup, "kavarn*|prijdte|vecer"),
    row(weak_talk, "prednasejici|prednasi|zasedani"),
    row(weak_competition, "ceny pro"),
};

}  // namespace almanac::facts::signs
