#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Polish words.
inline constexpr PhraseRow polish[] = {
    row(due,
        "najpozniej|ostateczny termin|ostateczny termin zglosz*|ostatni dzien|termin nadsylania|termin przyjmowania|"
        "termin rejestracji|termin skladania|termin uplywa|termin zglaszania|termin zgloszen"),
    row(until, "az do dnia|do dnia|najpozniej do"),
    row(closes, "koncza sie|konczy sie|konczymy|uplywa|uplywaja|zamkniecie|zamykamy"),
    row(opens, "od dnia|otwarcie|otwieramy|rozpoczecie rejestracji|rozpoczyna sie|rusza|ruszaja|startuja|startuje"),
    row(cfp, "prelekcj*|prelekcji|propozycj*|referatow|referaty|wystapien|zglaszanie prelekcji"),
    row(abstract, "abstrakt*|streszczen*"),
    row(paper, "artykul*|pelne artykuly|pelne teksty|pelnych tekstow"),
    row(registration,
        "bilet*|oplata*|oplaty|przedsprzeda*|rejestracj*|sprzedaz bilet*|termin rejestracji|wpisowe|zapis na|zapisow|"
        "zapisy|zarejestr*"),
    row(application, "aplikacj*|nabor|naboru|wniosk*|zgloszenia uczestnik*"),
    row(submission, "konsultacj*|nadsyla*|nadsylan*|zglaszan*|zgloszen*"),
    row(notification, "informacj* o przyjeciu|ogloszenie listy|ogloszenie wynikow|powiadomien*|przyjeciu|wyniki"),
    row(other_deadline, "glosowani*|wersja koncowa|wersja ostateczna"),
    row(extended, "przedluzam*|przedluzon*"),
    row(replaced, "pierwotnie|planowan*|zamiast|zaplanowan*"),
    row(moved,
        "nowa data|nowy termin|przekladamy na|przelozona na|przelozone na|przeniesion* na|przeniesiona na|"
        "przeniesione na|przeniesiono na|przeniesiony na|przesuniete na|przesuniety na"),
    row(moves, "przelozon*|przeniesion*|przesuniet*"),
    row(label, "data i godzina|kiedy|terminy"),
    row(takes_place,
        "odbeda sie|odbedzie sie|odbywa sie|sie odbedzie|spotkamy sie|spotykamy sie|widzimy sie|wraca|wracaja|wroca|"
        "wroci|zapraszamy"),
    row(begins, "poczatek|rozpoczecie|startujemy|zaczyna sie|zaczynamy"),
    row(ends, "finisz|konczy sie|konczymy|koniec|zakonczenie"),
    row(publication, "dodano|opublikowan*|ostatnia aktualizacja|zaktualizowan*"),
    row(past, "odbyl sie|odbyla sie|odbylo sie|odbyly sie|rok temu|w ubieglym roku|w zeszlym roku"),
    row(aside, "dokladny termin|termin podamy|w zycie|zwrot*"),
    row(repeats, "co drugi|co tydzien|kazda|kazde|kazdorazowo|kazdy|w kazda|w kazde|w kazdy"),
    row(event_noun, "konferencja|spotkanie|warsztaty|wydarzenie|wyklad|zjazd"),
    row(recap, "podsumowanie|relacja"),
    row(idle, "jak planowano|zgodnie z planem"),
};

}  // namespace almanac::prose::cues
