#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// French words.
inline constexpr PhraseRow french[] = {
    row(due,
        "a rendre avant|a rendre pour|attendue pour|attendues pour|attendus pour|au plus tard|cloture|date butoir|"
        "date limite|dates limites|dernier delai|dernier jour|echeance"),
    row(until, "au plus tard le|avant|avant le|d'ici au|d'ici le|jusqu'a|jusqu'au"),
    row(closes,
        "clos|cloture|expire|expirent|ferme|prend fin|prennent fin|s'acheve|s'achevent|se clot|se cloture|"
        "se cloturent|se ferme|se termine|se terminent"),
    row(opens, "a compter du|a partir du|debutent|debutera|des le|ouvertes|ouverture|ouvre|ouvrent|s'ouvre|s'ouvrent"),
    row(cfp,
        "appel a ateliers|appel a communications|appel a conferences|appel a contributions|appel a orateurs|"
        "appel a propositions|cet appel|l'appel|proposition|propositions"),
    row(abstract, "resume des|resumes|resumes etendus"),
    row(paper, "article complet|textes complets"),
    row(registration, "billet*|inscri*|mise en vente|prevente|preventes|reserv*|tarif reduit"),
    row(application, "bourse*|candidat*|candidature*"),
    row(submission, "consultation publique|enquete publique|envoi|envoyer|rendu des projets|soumettre|soumission*"),
    row(notification, "annonce des resultats|laureats|reponse*|resultats"),
    row(other_deadline, "texte definitif|version definitive|version finale|vote du public"),
    row(extended, "prolong*|reporte la date limite|repousse*"),
    row(replaced,
        "anciennement|annonce pour le|au lieu de|au lieu du|auparavant|initialement|initialement prevu*|"
        "prevu initialement|prevue|qui devait|qui expirait|qui se terminait"),
    row(moved, "avance au|decale au|decalee au|nouvelle date|passe au|reporte au|reportee au|reportes au"),
    row(moves, "changement de date|decale|decalee|deplace|deplacee|reporte|reportee"),
    row(label, "date et heure|quand"),
    row(takes_place,
        "a lieu|aura lieu|auront lieu|nous nous retrouvons|on se retrouve|rendez-vous|retrouvons-nous|se deroule|"
        "se deroulera|se derouleront|se tiendra|se tient|tiendra|tiendront"),
    row(begins, "commence|commencera|coup d'envoi|debut|debute|debutera|on commence"),
    row(ends, "derniere seance|fin|finit|prend fin|s'acheve|s'achevera|se cloture|se termine"),
    row(side, "accueil|ouverture des portes"),
    row(publication, "derniere mise a jour|mis a jour|mise a jour|publie*"),
    row(past,
        "a reuni|avons participe|depuis|derniere edition|fonde*|l'an dernier|l'annee derniere|la derniere fois|"
        "la semaine derniere|le week-end dernier|ont participe|ont reuni|precedent*|s'est deroule*|s'est tenu*"),
    row(aside,
        "date exacte|date sera annoncee|dates exactes|dates seront annoncees|dates seront communiquees|en vigueur|"
        "programme sera publie|rembours*"),
    row(repeats, "chaque|chaque fois|chaque jour|du lundi au vendredi|tous les|toutes les"),
    row(event_noun, "atelier|colloque|congres lui-meme|evenement|le colloque|rencontre"),
    row(recap, "bilan|compte rendu|compte-rendu|merci a tous|retour sur"),
    row(of_all, "dates importantes|toutes"),
    row(idle, "comme annonce|comme prevu"),
};

}  // namespace almanac::prose::cues
