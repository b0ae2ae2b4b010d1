#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// German words.
inline constexpr PhraseRow german[] = {
    row(due,
        "abgabeschluss|abgabetermin|anmeldefrist|anmeldeschluss|annahmeschluss|bewerbungsfrist|bewerbungsschluss|"
        "einreichefrist|einreichungsfrist|einreichungsschluss|einsendeschluss|frist|fristende|meldeschluss|"
        "redaktionsschluss|schluss|spatestens|stichtag"),
    row(until,
        "bis|bis einschliesslich|bis einschliesslich zum|bis spatestens|bis spatestens zum|bis zum|spatestens bis|"
        "vor dem"),
    row(closes, "enden|endet|lauft ab|lauft bis|schliesst"),
    row(opens, "ab|ab dem|ab sofort|in den verkauf|offnen|offnet|startet"),
    row(cfp,
        "aufruf|beitragsvorschlag*|beitragsvorschlage|der call|einreichungen fur vortrage|kurzvortrag*|"
        "sessionvorschlag*|themenvorschlag*|vorschlag*|vorschlage|vortrag*|workshopvorschlage"),
    row(abstract, "kurzfassung*|zusammenfassung*"),
    row(paper, "beitragseinreichung|fachbeitrag*|kurzbeitrag*|langbeitrag*|manuskript*|papier*|vollbeitrag*|volltexte"),
    row(registration,
        "anmeld*|anmeldefrist|anmeldeschluss|anmeldung*|fruhbuch*|karten|kartenverkauf*|kartenvorverkauf|melde dich|"
        "meldeschluss|meldet euch|meldet sich|platzreservierung|ticketshop|ticketverkauf*|vorverkauf*|zahl*"),
    row(application, "bewerb*|bewerbungsfrist|bewerbungsschluss|bewirb*|motivationsschreiben|stipendi*"),
    row(submission,
        "abgabe|abgabeschluss|abgabetermin|anhorungsverfahren|beitrage|beteiligungsverfahren|einreich*|"
        "einreichefrist|einreichungsfrist|einreichungsschluss|einsend*|einsendeschluss|einsendung*|"
        "konnen eingereicht werden|stellung nehmen|stellungnahme*"),
    row(notification,
        "bekanntgabe|bekanntgabe der ergebnisse|benachrichtigt|benachrichtigung*|ergebnisse|gewinner*|informiert|"
        "ruckmeldung:|zu- und absagen|zusage*"),
    row(other_deadline,
        "abstimmung*|druckfassung|druckfertig*|endfassung|endversion|hotelkontingent*|publikumsvoting|"
        "publikumswertung|zimmerkontingent*"),
    row(extended, "verlangert*|verlangerung*"),
    row(replaced,
        "anstatt|bisher|der bisher|die bisher|fruher|geplant|hatte stattfinden sollen|sollte ursprunglich|statt|"
        "ursprunglich*|verschoben vom|vom ursprunglichen|vormals"),
    row(moved,
        "nachgeholt am|neuer schlusstermin|neuer termin|neues datum|verlegen wir auf|verlegt auf|verschieben wir auf|"
        "verschoben auf|verschoben in den|vorverlegt auf"),
    row(moves, "terminanderung|verlegt|verschoben|vertagt|wandert"),
    row(label, "datum|tag und uhrzeit|termin|termine|uhrzeit|wann|zeit"),
    row(takes_place,
        "finden|findet*|geht los|hauptkonferenz|ist wieder|laden ein|laden wir|nachste*|statt|treffen uns|"
        "treffen wir uns|trifft sich|veranstalten"),
    row(begins, "auftakt|beginn|beginnen|beginnt|los geht*|startet"),
    row(ends, "ende|endet|letzter abend|letzter termin|schliesst|schluss|schluss ist"),
    row(side, "ab einlass|einlass"),
    row(publication,
        "aktualisiert*|alle rechte vorbehalten|erstellt am|stand|veroffentlicht*|zuletzt bearbeitet|zuletzt geandert"),
    row(past,
        "aufgezeichnet|beim letzten mal|fand|fanden|gegrundet|im letzten jahr|im vorjahr|letzte ausgabe|letzte woche|"
        "letztes jahr|letztes mal|letztes wochenende|seit|teilgenommen|trafen sich|trafen wir uns|vergangene*|vorjahr"),
    row(aside,
        "erstatten|erstattet|erstattung|genaue datum|genauer termin|gueltig bis|gultig bis|haltbar bis|in kraft|"
        "naechste ausgabe|programm erscheint|programm folgt|termin geben wir|zuruckerstattet"),
    row(repeats, "alle|jede|jeden|jedes|jeweils|mo-fr|montag bis freitag|taglich"),
    row(event_noun, "hauptkonferenz|konferenz|tagung|tagung selbst|treffen|veranstaltung"),
    row(recap, "danke an alle|das war|nachbericht|nachlese|ruckblick|so war|tagungsbericht"),
    row(of_all, "alle|alle fristen|alle zeiten|wichtige termine|zeiten in"),
    row(idle, "wie angekundigt|wie gehabt|wie geplant|wie vorgesehen"),
};

}  // namespace almanac::prose::cues
