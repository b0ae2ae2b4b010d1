#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Italian words.
inline constexpr PhraseRow italian[] = {
    row(due, "al piu tardi|entro e non oltre|scade|scadenza|scadenze|scadono|termine ultimo|ultimo giorno"),
    row(until, "entro|entro il|entro l|entro le|fino a|fino al|non oltre|non oltre il|prima del"),
    row(closes, "chiude|chiudono|si chiude|si chiudono|terminano"),
    row(opens, "a partire dal|aperte dal|apre|aprono|dal|si apre|si aprono"),
    row(cfp, "bando|il bando|invio delle proposte|la call|proposta|proposte"),
    row(abstract, "riassunti"),
    row(paper, "articoli|lavori completi|testi completi"),
    row(registration, "iscri*|prenota*|prevendita|vendita dei biglietti"),
    row(application, "borsa|borse|domanda|domande"),
    row(submission, "consegna|consegna dei progetti|consultazione pubblica|contributi|inviare|invio"),
    row(notification, "accettazione|comunicazione degli esiti|esiti|esito|notifica*|risultati|vincitori"),
    row(other_deadline, "testo definitivo|versione definitiva|versione finale|votazione|votazioni"),
    row(extended, "prorog*"),
    row(replaced, "anziche|che scadeva|che terminava|inizialmente|invece del|originariamente|prima|programmata"),
    row(moved, "nuova data|passa al|rinviata al|rinviato al|spostata al|spostato al"),
    row(moves,
        "anticipata|anticipato|cambio data|posticipata|posticipato|rinviata|rinviato|slitta|slittato|spostata|"
        "spostato"),
    row(label, "data|data e ora|quando"),
    row(takes_place,
        "appuntamento|avra luogo|ci troviamo|ci vediamo|si svolge|si svolgera|si tengono|si terra|si terranno|"
        "si tiene|svolgera|torna il"),
    row(begins, "comincia|inizia|inizio|si comincia|si parte"),
    row(ends, "chiude|chiusura|fine|finisce|si chiude|si conclude"),
    row(side, "apertura porte|porte"),
    row(publication, "aggiornat*|pubblicat*|ultima modifica"),
    row(past,
        "dal 197*|dal 198*|dal 199*|dal 200*|dal 201*|dal 202*|edizione precedente|fondat*|hanno partecipato|"
        "l'anno scorso|l'edizione precedente|l'ultima volta|la settimana scorsa|lo scorso|scorsa edizione|"
        "si e svolt*|si e tenut*|tenute le"),
    row(aside, "date esatte|date saranno annunciate|in vigore|restituzione|rimbors*"),
    row(repeats, "dal lunedi al venerdi|ogni|ogni giorno|ogni volta|tutti i"),
    row(event_noun, "congresso|convegno|il convegno|incontro"),
    row(recap, "com'e andata|cosi e andata|grazie a tutti|resoconto"),
    row(of_all, "tutte|tutti"),
    row(idle, "come da programma|come previsto"),
};

}  // namespace almanac::prose::cues
