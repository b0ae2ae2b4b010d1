#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Italian words.
inline constexpr PhraseRow italian[] = {
    row(conference, "convegni|convegno|giornata di studio|giornate di studio"),
    row(hackathon, "maratona di codice|maratona di idee|maratona di programmazione"),
    row(competition, "campionato|concorso|gara"),
    row(meetup, "aperitivo|incontri|incontro|ritrovi|ritrovo|serata aperta"),
    row(talk, "discussione di tesi|lectio magistralis|lezione|seminari|tavola rotonda|tesi di dottorato"),
    row(other_kind,
        "corsi|corso|fiera|interruzione del servizio|laboratori per|laboratorio di|manutenzione|porte aperte|"
        "scuola estiva"),
    row(post, "com'e andata|cosi e andata|eravamo a|grazie a tutti|resoconto|sabato scorso"),
    row(post_title,
        "agenda degli|agenda della|appuntamenti del|appuntamenti di|bollettino|cerco|chiusura estiva|cinque eventi|"
        "eventi da|eventi di|grazie|notiziario|nuovi orari|riassunto"),
    row(mention, "cerco|qualcuno"),
    row(job, "assumiamo|cerchiamo|contratto|offerta di lavoro|tirocinio"),
    row(job_title, "sviluppatore"),
    row(announces, "aperto a tutti|appuntamento|ingresso*|iscri*|si terra|vi aspettiamo"),
    row(online, "a distanza|da remoto|in diretta|in streaming|su discord|su meet|su teams|su zoom|trasmess*"),
    row(hybrid, "ibrida|ibrido|in aula e online|in presenza e online|in sala e online"),
    row(in_person, "in presenza"),
    row(only_online, "esclusivamente online*|interamente online*"),
    row(no_online, "niente streaming|non in streaming|non piu online"),
    row(not_mode, "biglietti online|corso online|iscrizione online|iscrizioni online|programma online|sono online"),
    row(place_label, "citta|dove|luogo|ubicazione"),
    row(room, "aula"),
    row(person, "chi:|chi?|docente|docenti|relatore|relatori|relatrice|vincitori"),
    row(cancelled, "annullamento|annullata|annullato|annulliamo|non si terra"),
    row(postponed,
        "cerchiamo una nuova data|posticipata|posticipato|rimandata|rimandato|rinviamo|rinviata|rinviato|rinvio"),
    row(moved_online, "online anziche|passa online|si sposta online|spostata online|spostato online"),
    row(not_cancelled, "non e annullato"),
    row(dates_follow, "da definire|ogni|verra comunicat*"),
    row(weak_conference, "giornata|giornate|settimana del*"),
    row(weak_meetup, "birra|birre|ci vediamo|pizze|serata"),
    row(weak_talk, "prossima seduta|relatore|relatrice"),
    row(weak_competition, "premi|premio|trofeo"),
    row(weak_post, "grazie a|ieri"),
    row(narrator, "io"),
    row(told, "abbiamo|e stata|e stato|ha annunciato|ha detto|sono stati"),
};

}  // namespace almanac::facts::signs
