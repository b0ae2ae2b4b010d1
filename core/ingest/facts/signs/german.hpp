#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// German words.
inline constexpr PhraseRow german[] = {
    row(conference, "fachtag*|konferenz*|kongress*|symposien|tagung*"),
    row(hackathon, "gehackt|programmiermarathon|stunden code"),
    row(competition, "meisterschaft*|turnier*|wettbewerb*"),
    row(meetup,
        "bastelabend*|clubabend*|gruppentreffen|nutzertreffen|offene werkstatt|offenen abend|offener abend|"
        "spieleabend*|stammtisch*|stammtische|treff|treffen|vereinstreffen"),
    row(talk,
        "antrittsvorlesung|gastvortrag|habilitationsvortrag|kolloquium|online-vortrag|podiumsdiskussion|"
        "ringvorlesung|vorlesung*|vortrag|vortragsabend*"),
    row(other_kind,
        "ausbildung|ausstellung*|ferienkurs*|ferienworkshop*|flohmarkt|forderung|geplante arbeiten|geplante wartung|"
        "jobmesse|kinderworkshop*|kurs|kurse|lange nacht|messe|mitgliederversammlung|schulung|serviceunterbrechung|"
        "sommerschule|tag der offenen tur|wartung*|winterschule"),
    row(post,
        "bericht vom|danke an alle|das war|das waren|folge|fotos vom|nachbericht|nachlese|ruckblick|rueckblick|"
        "so war|ueberblick"),
    row(post_title,
        "auf einen blick|bericht|betriebsferien|betriebsurlaub|danke|eine frage|erschienen|freigegeben|infobrief|"
        "mein jahr|neue offnungszeiten|offnungszeiten|rundbrief|storung|storungsmeldung|suche|tagebuch|termine im|"
        "veranstaltungen im|veranstaltungstipps|wie ich|wie wir"),
    row(mention, "fahrt jemand|ich suche|kennt jemand|sucht jemand|verkaufe|weiss jemand"),
    row(job,
        "befristet|bewerbungsfrist|brutto|gehalt|gesucht|lebenslauf|m/w/d|netto|pensum|praktikum|stelle|"
        "stellenangebot|unbefristet|vergutung|w/m/d|werkstudent*|wir suchen"),
    row(job_title, "entwickler|softwareentwickler"),
    row(announces,
        "abgesagt|anmeld*|einlass|eintritt|eintritt frei|findet statt|kommt rum|kommt vorbei|offen fur alle|"
        "schaut vorbei|wann"),
    row(call, "vortragsvorschlage"),
    row(online,
        "auf matrix|digital|im netz|im stream|mittels zoom|per stream|per teams|per video|per videokonferenz|"
        "per zoom|uber teams|uber zoom|ueber zoom|videokonferenz*"),
    row(hybrid, "online und vor ort|vor ort und online"),
    row(in_person, "prasenz|prasenzveranstaltung|vor ort"),
    row(only_online, "ausschliesslich online*|nur online*|online statt*|rein online*|vollstandig online*|wird online*"),
    row(no_online,
        "kein livestream|kein online*|kein stream|keine ubertragung|keinen livestream|nicht auf zoom|"
        "nicht mehr online|nicht online|nicht per zoom"),
    row(not_mode,
        "anmeldung online|im online-shop|ist jetzt online|online anmeld*|online bestell*|online verfugbar|"
        "online-anmeld*|programm online|sind jetzt online|sind nun online|sind online"),
    row(place_label, "adresse|ort|stadt|treffpunkt|veranstaltungsort|wo"),
    row(room, "gebaude|horsaal|hs|raum"),
    row(person,
        "dozent|dozentin|gastredner|gewinner|leitung|referent|referenten|referentin|referierende|vortragende|"
        "vortragender|wer:|wer?"),
    row(cancelled,
        "abgeblasen|abgesagt*|absage|absagen|ausgefallen|entfallt|fallt aus|fallt leider|fallt leider aus|"
        "findet nicht statt|muss ausfallen|muss leider ausfallen"),
    row(postponed,
        "holen es nach|holen ihn nach|holen sie nach|nachgeholt|neuer termin wird|suchen einen neuen termin|"
        "suchen nach einem neuen termin|verschieben|verschiebung|verschoben"),
    row(moved_online,
        "findet jetzt online|findet nun online|findet stattdessen online|in den virtuellen raum|ins internet verlegt|"
        "ins netz verlegt|jetzt online statt|jetzt virtuell|nun online statt|nun virtuell|online statt in prasenz|"
        "online statt vor ort|online verlegt|wird virtuell stattfinden"),
    row(not_status, "stornier*"),
    row(not_cancelled, "nicht abgesagt|nicht verschoben"),
    row(dates_follow, "folgt noch|geben wir noch|jeden|wird noch bekannt"),
    row(weak_conference, "tag"),
    row(weak_meetup, "abend|bastel*|bier|feierabend|sprechstunde*|wir treffen uns"),
    row(weak_talk, "referent|referentin|sitzung"),
    row(weak_competition, "preis"),
    row(weak_post, "danke an|gestern"),
    row(narrator, "ich|meine|meinen"),
    row(told, "behoben|gab|ging|habe|hat|hatte|hatten|kam|kamen|nannte|sagte|schrieb|war|waren|wurde|wurden"),
};

}  // namespace almanac::facts::signs
