#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Polish words.
inline constexpr PhraseRow polish[] = {
    row(conference, "konferencj*|kongres*|sympozj*"),
    row(hackathon, "hakaton*|maraton programow*|noc programow*"),
    row(competition, "konkurs*|olimpiad*|turniej*|zawody"),
    row(meetup, "otwarty wieczor|spotkajmy sie|spotkania|spotkanie|spotkaniu|wieczor otwarty"),
    row(talk, "obrona doktor*|obrona pracy|odczyt|prelekcj*|wyklad*"),
    row(other_kind,
        "dni otwarte|dzien otwarty|prace serwisow*|prace techniczne|przerwa techniczn*|szkola letnia|szkoleni*|targi|"
        "walne zebranie|wystawa*"),
    row(post, "dziekujemy wszystkim|dziekujemy za|fotorelacj*|podsumowani*|relacja z|tak bylo|zdjecia z"),
    row(post_title,
        "biuletyn*|godziny otwarcia|kalendarium|po konferencji|po spotkaniu|przeglad*|wrocilam|wrocilem|wydarzenia w"),
    row(job, "cv przyjmujemy|oferta pracy|poszukujemy|praca od|praca zdalna|szukamy|umowa o prace|zatrudnimy"),
    row(announces, "do zobaczenia|odbedzie sie|rejestracj*|widzimy sie|wstep wolny|zapisy|zapraszamy"),
    row(online, "na teams|przez teams|przez zoom|transmisja|transmisji|transmitowan*|w teams|zdalnie"),
    row(hybrid, "hybrydow*|na miejscu i online|stacjonarnie i online"),
    row(in_person, "stacjonarn*"),
    row(only_online, "tylko online*|wylacznie online*"),
    row(not_mode, "jest online|rejestracja online|sa online|zapisy online"),
    row(place_label, "adres|gdzie|miasto|miejsce"),
    row(person, "gosc|goscie|kto:|kto?|prelegent|prelegentka|prowadzaca|prowadzacy|prowadzi|wykladowca|wykladowczyni"),
    row(cancelled, "anulowan*|nie odbedzie sie|odwolan*|odwoluj*|odwolujemy"),
    row(postponed, "odroczon*|przekladamy|przelozon*|przeniesion*|przesuniet*|szukamy nowego terminu"),
    row(not_status, "odwolanie od"),
    row(not_cancelled, "nie odwolan*|nie zostalo odwolane"),
    row(dates_follow, "kazda|kazde|kazdy|termin podamy|termin wkrotce"),
    row(weak_conference, "dni|warsztat*|zjazd*|zlot"),
    row(weak_meetup, "hackerspejs*|kawiarni*|lutujemy|przyjdz*|wieczor|wieczorem|wieczory"),
    row(weak_talk, "prelegent*|prowadzacy|prowadzi"),
    row(weak_competition, "nagrod*"),
    row(told, "byl|byla|byli|bylo|powiedzial"),
};

}  // namespace almanac::facts::signs
