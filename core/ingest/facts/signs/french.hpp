#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// French words.
inline constexpr PhraseRow french[] = {
    row(conference, "colloque*|conferences|journees d'etude"),
    row(hackathon, "marathon de code|marathon de programmation|nuit du code"),
    row(competition, "championnat*|concours|tournoi*"),
    row(meetup, "apero|atelier libre|rencontre|rencontres|soiree*"),
    row(talk,
        "causerie|conference en ligne :|conference en ligne:|conference-debat|cours magistral|cycle de conferences|"
        "seminaire*|soutenance*|table ronde|these de doctorat|visioconference :|webinaire*"),
    row(other_kind,
        "assemblee generale|atelier d'initiation|cours|ecole d'ete|ecole d'hiver|foire|formation|forum des metiers|"
        "initiation a|interruption de service|journee portes ouvertes|portes ouvertes|salon|travaux de maintenance"),
    row(post,
        "c'etait|compte rendu|compte-rendu|dimanche dernier|jeudi dernier|merci a tous|on etait a|on y etait|"
        "recapitulatif|retour en|retour sur|samedi dernier|vendredi dernier"),
    row(post_title,
        "agenda d'|agenda des|agenda du|bilan|calendrier de|calendrier des|cherche|cinq evenements|comment j'ai|"
        "comment nous avons|en un coup d'oeil|evenements a|evenements de|evenements du|fermeture annuelle|horaires|"
        "infolettre|lettre d'information|merci|nouveaux horaires|question :|recherche|sorties du mois|une question"),
    row(mention, "je cherche|je vends|quelqu'un"),
    row(job,
        "a pourvoir|cdd|cdi|contrat|f/h|freelance|h/f|mission|nous recrutons|offre d'emploi|offre de stage|"
        "poste a pourvoir|recrute|recrutement|stage de|tjm|votre cv"),
    row(job_title, "developpeur|ingenieur"),
    row(announces, "a vos agendas|aura lieu|entree gratuite|entree libre|inscri*|rendez-vous|venez"),
    row(call, "appel a communications|appel a contributions"),
    row(online,
        "a distance|distanciel|en distanciel|en ligne|en visio|par zoom|retransmis|retransmise|sur discord|sur teams|"
        "sur zoom|visio|visioconference|webinaire"),
    row(hybrid, "en presentiel et en ligne|en salle et en ligne|hybride|hybrides"),
    row(in_person, "en presentiel|presentiel|sur place"),
    row(only_online, "entierement en ligne*|exclusivement en ligne|seulement en ligne|uniquement en ligne*"),
    row(no_online, "pas de diffusion|pas de retransmission|pas de visio|pas en ligne|pas sur zoom|plus en ligne"),
    row(not_mode,
        "billets en ligne|billetterie en ligne|boutique en ligne|cours en ligne|est en ligne|inscription en ligne|"
        "inscriptions en ligne|inscrivez-vous en ligne|programme en ligne|sont en ligne"),
    row(place_label, "endroit|lieu|ou|ville"),
    row(room, "amphi|amphitheatre|salle|salle de"),
    row(person,
        "animateur|animatrice|conferencier|conferenciere|directeur de these|intervenant|intervenante|laureat|"
        "laureats|orateur|oratrice|qui :|qui ?|rapporteur"),
    row(cancelled, "annulation|annule|annulee|annulees|annules|annulons|est annule|est annulee|n'aura pas lieu"),
    row(postponed,
        "cherchons une nouvelle date|report de la|report du|reporte|reportee|reportees|reportes|repousse|repoussee"),
    row(moved_online,
        "aura lieu en ligne a la place|bascule en ligne|en ligne au lieu|finalement en ligne|passe en ligne"),
    row(not_cancelled, "pas annule|pas annulee"),
    row(dates_follow, "a determiner|chaque|sera annonce*"),
    row(weak_conference, "atelier*|journee|journees|semaine de la|semaine des|semaine du"),
    row(weak_meetup, "biere|nous nous retrouvons|on se retrouve|soir|venez"),
    row(weak_talk, "conferencier*|intervenant*|prochaine seance|seance"),
    row(weak_competition, "prix"),
    row(weak_post, "hier|merci a"),
    row(narrator, "je|mon"),
    row(told, "a annonce|a declare|avait|avons|etaient|etait|j'ai"),
};

}  // namespace almanac::facts::signs
