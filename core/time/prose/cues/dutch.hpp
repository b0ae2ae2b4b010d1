#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Dutch words.
inline constexpr PhraseRow dutch[] = {
    row(due, "inzendtermijn|sluit op|sluitingsdatum|uiterlijk|uiterste datum|uiterste inzenddatum"),
    row(until, "t/m|tot|tot en met|uiterlijk|uiterlijk op|uiterlijk tot|voor"),
    row(closes, "eindigt|sluit|sluiten|sluiten we|verloopt"),
    row(opens, "gaan open|gaat open|open vanaf|openen|opent|start op|vanaf"),
    row(cfp, "de oproep|lezingen|oproep|voorstel*"),
    row(abstract, "samenvatting*"),
    row(paper, "artikelen|volledige papers"),
    row(registration,
        "aanmeld*|betaal*|inschrijfdeadline|inschrijftermijn|inschrijv*|kaarten|kaartverkoop|meld je aan|"
        "ticketverkoop|voorverkoop|vroegboek*|weten|weten of je"),
    row(application, "sollicit*"),
    row(submission, "inlever*|insturen|internetconsultatie|inzend*"),
    row(notification, "bekendmaking|uitslag|winnaars"),
    row(other_deadline, "definitieve versie|finale versie|stemming"),
    row(extended, "verlengd|verlenging"),
    row(replaced, "eerder|in plaats van|oorspronkelijk"),
    row(moved, "nieuwe datum|uitgesteld tot|verhuist naar|verplaatst naar|verschoven naar|verzet naar"),
    row(moves, "schuift|uitgesteld|verplaatst|verzet"),
    row(label, "datum en tijd|wanneer"),
    row(takes_place,
        "houden we|is weer|komen we samen|organiseren|vinden plaats|vindt plaats|we komen bijeen|wordt gehouden"),
    row(begins, "aanvang|begint|start om|vangt aan|we beginnen"),
    row(ends, "einde|eindigt|laatste avond|laatste les|sluit af"),
    row(side, "deuren|inloop"),
    row(publication, "bijgewerkt|geplaatst|gepubliceerd|laatst gewijzigd"),
    row(past,
        "afgelopen|de vorige keer|deelgenomen|kwamen samen|opgenomen|opgericht|sinds|vond plaats|vonden plaats|"
        "vorig jaar|vorige editie|vorige keer|vorige week"),
    row(aside, "datum volgt|exacte datum|programma volgt|terugbetal*|teruggave|teruggestort|van kracht"),
    row(repeats, "elke|elke dag|iedere|telkens|van maandag tot vrijdag"),
    row(event_noun, "bijeenkomst|congres|het congres"),
    row(recap, "terugblik|terugblik op|verslag|zo was"),
    row(idle, "zoals gepland"),
};

}  // namespace almanac::prose::cues
