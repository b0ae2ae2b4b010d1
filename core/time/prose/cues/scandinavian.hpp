#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Swedish, Danish and Norwegian words.
inline constexpr PhraseRow scandinavian[] = {
    row(due,
        "ansogningsfrist|pameldingsfrist|senast|senest|sidste dag|sidste frist|sista anmalningsdag|"
        "sista ansokningsdag|sista dag|sista datum|siste dag|siste frist|soknadsfrist|tilmeldingsfrist"),
    row(until, "fram till|frem til|inden|innen|til og med|till och med"),
    row(closes, "avslutas|lukker|slutar|slutter|stanger|stenger|utgar|utloper"),
    row(opens, "aapner|abner|apnar|oppnar|oppnas|slapps"),
    row(cfp, "bidragsforslag|foredragsforslag|talarforslag"),
    row(abstract, "sammandrag*|sammendrag"),
    row(paper, "artiklar|artikler|fullstandiga artiklar|vetenskapliga artiklar"),
    row(registration,
        "anmal dig|anmal er|anmalan*|anmalning*|anmalningstid|avgift*|biljett*|deltakeravgift|forkop|forsalg|"
        "meld deg|meld dig|pamelding*|pameldingsfrist|sista anmalningsdag|tilmeld dig|tilmeld*|tilmeldingsfrist"),
    row(application,
        "ansogning*|ansogningsfrist|ansokan*|ansokning*|deadline ansokan|sista ansokningsdag|soknad*|soknadsfrist"),
    row(submission, "aflevering*|bidrag|indsendelse*|inlamning*|innlevering*|innsending*"),
    row(notification, "besked|beskjed|svar om|tilbagemelding|tilbakemelding"),
    row(other_deadline,
        "afstemning|avstemning|endelig version|endelig versjon|rostning|slutgiltig version|slutlig version"),
    row(extended, "forlaenges|forlaenget|forlangd|forlangs|forlenges|forlenget|forlengs"),
    row(replaced, "opprinnelig|oprindeligt|planerad|planerat|planlagt|skulle ha|skulle have|ursprungligen"),
    row(moved,
        "flyttad till|flyttas till|flyttat till|flyttes til|flyttet til|ny dato|nytt datum|rykket til|"
        "skjuts upp till|udsat til|udskudt til|uppskjuten till|utsatt til"),
    row(moves, "flyttad|flyttas|flyttet|udsat|udskudt|uppskjut*|utsatt"),
    row(label, "dato|datum och tid|hvornar|tid og dato|tid og sted|tidspunkt"),
    row(takes_place,
        "afholdes|ager rum|arrangeras|arrangeres|finder sted|finner sted|foregar|lobe af stablen|lobet af stablen|"
        "loper av stabelen|modes vi|motes vi|ses vi|traffas vi|vi ses|vi traffas"),
    row(begins, "borjar|starter kl|starter klokken"),
    row(ends, "avslutas|avslutter|slutar|slutter"),
    row(publication, "oppdatert|publicerad*|publisert|uppdaterad*"),
    row(past, "forra aret|forra gangen|i fjol|i fjor|senaste gangen|sidst var|sidste ar|sist ar|sist var"),
    row(aside, "aterbetal*|i kraft|ikraft|tilbagebetal*"),
    row(repeats, "hver|hver anden|hver onsdag|varannan|varje"),
    row(event_noun, "festivalen|konferanse|konferansen|konferencen|konferens|konferensen|modet|motet|traffen"),
    row(recap, "aterblick|sa var|sadan var|slik var|tilbageblik|tilbakeblikk|tillbakablick"),
    row(idle, "som planerat|som planlagt"),
};

}  // namespace almanac::prose::cues
