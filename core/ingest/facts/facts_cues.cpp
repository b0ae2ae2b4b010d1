#include "facts_cues.hpp"

#include <algorithm>

namespace almanac::facts {
namespace {

using prose::PhraseRow;
using enum Sign;

constexpr PhraseRow row(Sign sign, std::string_view list) { return {static_cast<std::uint8_t>(sign), list}; }

constexpr PhraseRow vocabulary[] = {
    // ---- kinds
    row(conference,
        "conference*|conf|summit*|symposium*|symposia|congress*|barcamp*|unconference*|convention|konferenz*|kongress*|"
        "tagung*|fachtag*|symposien|colloque*|congres|conferences|journees "
        "d'etude|congreso*|simposio*|jornadas|jornada|convegno|convegni|congresso|simposio|conferencia*|congresso*|"
        "encontro "
        "nacional|congres*|symposium|会議|大会|カンファレンス|シンポジウム|年会|研讨会|研討會|峰会|峰會|论坛|論壇|"
        "会议"),
    row(weak_conference,
        "workshop*|forum|forums|fest|days|day|camp|co-located|keynote*|speakers|tracks|proceedings|main "
        "conference|poster*|attendees|tag|journee|journees|giornata|giornate|dag|convencion|taller "
        "de|発表者|ワークショップ|atelier*|edition"),
    row(call,
        "call for papers|call for proposals|call for talks|call for speakers|cfp|call for contributions|call for "
        "participation|call for workshop*|full papers|camera-ready|paper submission*|abstract submission*|notification "
        "of acceptance|appel a communications|appel a contributions|convocatoria de ponencias|chamada de "
        "trabalhos|talk proposals|propose a talk|submit a talk|speakers "
        "wanted|プロポーザル|论文提交|录用通知|投稿|征稿|徵稿|vortragsvorschlage|talk proposal|workshop "
        "proposals|papers due"),
    row(hackathon,
        "hackathon*|hackaton*|hack day*|hackday*|hack week*|hackfest*|game "
        "jam*|gamejam*|buildathon*|datathon*|ideathon*|codefest*|code camp*|hacking begins|hacking starts|hackers "
        "welcome|code sprint*|doc sprint*|docs sprint*|ハッカソン|黑客松|黑客马拉松|黑客馬拉松|jam|hackatona|maraton "
        "de codigo|maratona de programacao|programmiermarathon"),
    row(weak_hackathon,
        "hack*|sprint|sprints|hacking|devpost|submission "
        "period|mlh|team formation"),
    row(competition,
        "ctf|ctfs|capture the "
        "flag|competition*|contest*|challenge*|olympiad*|wettbewerb*|concours|concurso*|concorso|competicion*|"
        "competicao|gara|wedstrijd*|prijsvraag|コンテスト|競技会|竞赛|競賽|比赛|比賽|大赛|挑战赛|tournament*|kaggle|"
        "leaderboard|jeopardy|shared task|benchmark challenge"),
    row(weak_competition,
        "prize*|award*|quals|qualifier*|finals|teams of|rating "
        "weight|preis|prix|premio|premi|trofeo|scoreboard|winners receive|datasets|dataset|test set|systems are due"),
    row(meetup,
        "meetup*|meet-up*|user "
        "group*|usergroup*|stammtisch*|treffen|vereinstreffen|gruppentreffen|nutzertreffen|rencontre|rencontres|apero|"
        "soiree*|encuentro|quedada*|reunion "
        "mensual|incontro|incontri|aperitivo|encontro|reuniao|bijeenkomst*|borrel|install "
        "party|install-party|installfest|installation party|repair "
        "cafe*|playtest*|社会実装会|勉強会|同好会|交流会|もくもく会|読書会|聚会|沙龙|沙龍|ミートアップ|例会|lug|"
        "meeting|monthly meeting|chapter meeting|get-together|social|picnic|pub night|game "
        "night|roundtable|coffee|mongers|no-host|hack night|hack & learn|hack and learn|の会|の夜|book club|reading "
        "group"),
    row(weak_meetup,
        "evening|night|meet|we "
        "meet|gather*|drinks|beers|pizza|club|cafe|rsvp|members|abend|soir|noche|serata|avond|夜|bring your|bring a "
        "laptop|bring a|doors|talks from|lightning talks|buffet|waitlist|spots|venez|wir treffen uns|on se "
        "retrouve|nous nous retrouvons|nos vemos|ci vediamo|talk night|group|community"),
    row(talk,
        "webinar*|seminar*|lecture*|colloquium|kolloquium|talk by|a talk by|guest talk|invited talk|public talk|thesis "
        "defence|thesis defense|phd defence|phd defense|defence of|defense "
        "of|dissertation|vortrag|vorlesung*|ringvorlesung|seminaire*|soutenance*|seminario|seminari|webinario|"
        "webinaire*|webinario|charla|lezione|palestra|aula "
        "aberta|lezing|promotie|college|セミナー|ウェビナー|講演|講演会|讲座|講座|讲座|学术报告|报告会|博士答辩|brown "
        "bag|ama session|masterclass|fireside chat|webcast|speaks on|tech talk|livestream talk|conferencia magistral"),
    row(weak_talk,
        "talk|talks|speaker:|speaker|abstract:|tutorial|presentation|q&a|ama|demo|prof|prof.|professor|dr|講師|登壇|"
        "主讲|主讲人|live session|session|interview"),
    row(other_kind,
        "course|courses|summer school|winter school|spring school|school|career fair|job fair|recruiting "
        "fair|hiring|we are hiring|we're hiring|job|jobs|vacancy|vacancies|maintenance "
        "window|maintenance|downtime|bootcamp|training course|programme "
        "of|accelerator|residency|mentoring|mentorship|open house|scholarship "
        "programme|kurs|kurse|schulung|sommerschule|winterschule|stellenangebot|stelle|wartung*|ausbildung|messe|"
        "jobmesse|cours|formation|ecole d'ete|ecole d'hiver|mission|recrutement|offre "
        "d'emploi|salon|freelance|tjm|curso|cursos|escuela de verano|feria|oferta de empleo|corso|corsi|scuola "
        "estiva|fiera|offerta di lavoro|escola de "
        "verao|feira|vaga|cursus|zomerschool|vacature|beurs|研修|講習会|求人|募集要項|培训|培訓|招聘|夏令营|暑期学校|"
        "暑期學校|メンテナンス|入門講座|exhibition|hackerspace opening|elections|board "
        "election|internship*|apprenticeship|fellowship*|accelerator programme|cohort|postdoc*|phd position*|grant "
        "programme"),
    row(weak_other,
        "class|lesson|lessons|apply now|weeks|semester|salary|remote position|role|stipend|modules|opening hours|visit "
        "us"),
    // ---- posts
    row(post,
        "recap|wrap-up|wrapup|photos from|photos below|thanks for coming|thank you for coming|thanks to everyone|thank "
        "you all|slides and|slides from|recordings|videos are|looking back|what we learned|lessons learned|lessons "
        "from|how to|how do i|how i|how we|show hn|ask hn|tell hn|i built|i made|release notes|changelog|released|is "
        "out now|now available|newsletter|digest|dispatch|roundup|round-up|weekly #|this week in|link list|links of "
        "the week|in memory|obituary|my experience|experience report|trip report|review of|interview with|we "
        "interviewed|ueberblick|ruckblick|nachlese|nachbericht|bericht vom|so war|fotos vom|das war|compte "
        "rendu|compte-rendu|retour sur|bilan|recapitulatif|on etait a|resumen|cronica|asi fue|balance "
        "de|resoconto|com'e andata|riassunto|como foi|resumo|retrospectiva|verslag|terugblik|zo "
        "was|レポート|参加レポ|振り返り|ふりかえり|参加してきました|行ってきた|まとめ|回顾|总结|回顧|總結|参会|纪要|"
        "游记|心得|does anyone|anyone else|anyone going|is it worth|should i|why i|why we|what is|opinion|tips "
        "for|guide to|a guide|explained|introducing|announcing version|security "
        "advisory|cve|fix:|feat:|docs:|bugfix|poll results|survey "
        "results|statistics|postmortem|post-mortem|visa|moderator note|question|noob question|help needed|eine "
        "frage|una pregunta|une question|been using|til:|til "),
    row(weak_post,
        "version|v0*|v1*|v2*|v3*|v4*|last year|yesterday|was held|took place|submitted by|comments url|article "
        "url|points:|read more|part 1|part 2|chapter|essay|blog|article|report|published|raises|error|python "
        "3*|issue|minutes "
        "of|statement|policy|podcast|episode|gestern|hier|ayer|ieri|ontem|gisteren|昨日|昨天|我们|感谢|danke an|merci "
        "a|gracias a|grazie a|obrigado a|dank aan"),
    row(announces,
        "join us|save the date|see you there|see you|takes place|will take place|will be "
        "held|registration|register*|rsvp|sign up|tickets|bring|we meet|next "
        "meeting|when:|date:|time:|doors|free entry|admission|open to|anmeld*|findet "
        "statt|eintritt|einlass|kommt vorbei|wann|rendez-vous|entree gratuite|entree libre|inscri*|aura "
        "lieu|venez|entrada libre|entrada gratuita|inscri*|tendra lugar|os esperamos|ingresso*|iscri*|si "
        "terra|appuntamento|vi aspettiamo|entrada gratuita|participe|aanmeld*|toegang|vindt "
        "plaats|申込|参加費|定員|日時|開催|报名|报名|时间|举行|召开|舉行|自由入場|欢迎参加|歡迎|starts "
        "in|postponed|cancelled|canceled|abgesagt|call off|deadline|cfp|applications|apply by|submit your"),
    // ---- the way to take part
    row(online,
        "online|on-line|virtual|virtually|remote|remotely|zoom|webinar*|google meet|microsoft teams|ms "
        "teams|jitsi|bigbluebutton|discord|twitch|livestream*|live stream*|live-stream*|streamed|youtube|from "
        "home|from anywhere|from your sofa|digital only|webex|gather.town|in your browser|via video|video "
        "call|videoconference|per video|digital|en ligne|en distanciel|distanciel|a "
        "distance|visioconference|visio|webinaire|en linea|virtualmente|a distancia|por videoconferencia|da remoto|in "
        "diretta|a distanza|in streaming|on line|a distancia|transmissao ao vivo|remoto|thuis|op "
        "afstand|オンライン|配信|リモート|ウェビナー|線上|线上|在线|在線|直播|腾讯会议|騰訊會議|云会议|网络会议|"
        "everywhere, worldwide|worldwide"),
    row(hybrid,
        "hybrid|hybride|hybrides|hibrido|hibrida|ibrido|ibrida|in person and online|in-person and online|on site and "
        "online|onsite and online|online and in person|on-site or online|in person or online|online or in person|vor "
        "ort und online|online und vor ort|en presentiel et en ligne|presencial y en linea|presencial y online|in "
        "presenza e online|presencial e online|fysiek en "
        "online|ハイブリッド|現地とオンライン|オンラインと現地|线上线下|線上線下|线下线上|オンライン併用"),
    row(in_person,
        "in person|in-person|on site|on-site|onsite|vor ort|prasenz|prasenzveranstaltung|en presentiel|presentiel|sur "
        "place|presencial|presencialmente|in presenza|fysiek|ter plaatse|現地開催|現地|対面|线下|線下|現場"),
    row(only_online,
        "now online*|goes online only*|online statt*|wird online*|online-only*|digital only*|online only*|fully "
        "online*|nur online*|uniquement en ligne*|solo online*|entierement en ligne*|naar online*"),
    row(no_online,
        "no livestream|no live stream|no stream|no streaming|not online|not be streamed|won't be streamed|not "
        "streamed|no recording|no remote|no zoom|no hybrid|not hybrid|no online|without livestream|kein "
        "livestream|keinen livestream|kein stream|keine ubertragung|nicht online|kein online*|pas de visio|pas de "
        "diffusion|pas en ligne|pas de retransmission|sin streaming|no habra streaming|no online|niente streaming|non "
        "in streaming|sem transmissao|geen livestream|geen stream|niet "
        "online|オンライン配信はありません|配信はありません|オンライン配信なし|配信なし|オンライン参加はできません|"
        "不提供直播|无直播|無直播|没有直播|不直播"),
    row(not_mode,
        "online registration|register online|registration online|online form|online tickets|tickets online|buy "
        "online|book online|online application|apply online|online submission|submit online|submission online|online "
        "store|online shop|are online|is online|now online|is now online|put online|went online|goes online|online "
        "magazine|online since|online community|online course|online anmeld*|online-anmeld*|im online-shop|anmeldung "
        "online|inscription en ligne|inscriptions en ligne|inscrivez-vous en ligne|inscripcion en linea|iscrizione "
        "online|iscrizioni online|inscricao online|inscricoes online|online aanmeld*|remote work|remote "
        "position|remote job*|digital library|virtual machine*|virtual memory|virtual environment*|hybrid gc|hybrid "
        "cloud|hybrid search|hybrid mode|youtube channel|on our youtube|youtube later|recorded and|recordings|videos "
        "on youtube|uploaded to youtube|digital ocean|online archive|digital signature*|digital health|remote "
        "desktop|remote procedure*|discord server|on our discord|join our discord|remote island|digital rights|digital "
        "humanities|remote sensing|digital twin*|the workshop materials are online"),
    row(place_label,
        "where|location|venue|place|address|ort|wo|veranstaltungsort|treffpunkt|adresse|lieu|ou|endroit|lugar|donde|"
        "direccion|sede|dove|luogo|local|onde|locatie|waar|plaats|場所|会場|開催地|開催場所|地点|地點|会议地点|"
        "活动地点|活動地點|地址|장소"),
    // ---- state
    row(cancelled,
        "cancelled|canceled|is off|called off|call off|calling off|had to cancel|have to cancel|must cancel|decided to "
        "cancel|we cancel|we are cancelling|will not take place|won't take place|does not take place|not happening|not "
        "going ahead|cancellation of|abgesagt*|absagen|absage|entfallt|fallt aus|fallt leider aus|findet nicht "
        "statt|annulation|annule|annulee|annules|annulees|n'aura pas lieu|cancelado|cancelada|cancelados|canceladas|se "
        "cancela|suspendido|suspendida|anulado|anulada|annullato|annullata|annullamento|non si terra|cancelamos|foi "
        "cancelado|foi cancelada|geannuleerd|afgelast|gaat niet "
        "door|annulering|中止|中止になりました|中止します|取消|开催中止|開催中止"),
    row(postponed,
        "postponed|postpone|postponing|postponement|delayed until|pushed "
        "back|verschoben|verschieben|verschiebung|reporte|reportee|reportes|reportees|report de la|report "
        "du|aplazado|aplazada|se aplaza|aplazamiento|pospuesto|pospuesta|se "
        "pospone|rinviato|rinviata|rinvio|posticipato|posticipata|adiado|adiada|adiamento|uitgesteld|verplaatst naar "
        "een|uitstel|延期|推迟|推遲|改期"),
    row(moved_online,
        "moved online|moves online|move online|moving online|moved to online|moves to online|moved to virtual|moved "
        "virtual|moved to zoom|moves to zoom|goes virtual|going virtual|gone virtual|goes online only|gone online "
        "only|now virtual|now fully virtual|now fully online|now online only|now an online event|now a virtual "
        "event|will now be online|will now be virtual|will now be held online|will now be held virtually|will now take "
        "place online|will now take place virtually|held online instead|take place online instead|online "
        "instead|virtually instead|virtual instead|switched to online|switched to virtual|switches to online|shifted "
        "online|shifted to online|converted to virtual|changed to online|changed to virtual|online statt in "
        "prasenz|online "
        "statt vor ort|findet nun online|findet jetzt online|findet stattdessen online|jetzt online statt|nun online "
        "statt|ins netz verlegt|ins internet verlegt|online verlegt|in den virtuellen "
        "raum|wird virtuell stattfinden|nun virtuell|jetzt virtuell|passe en ligne|bascule en ligne|finalement en "
        "ligne|en ligne au lieu|aura lieu en ligne a la place|pasa a ser online|pasa a ser virtual|pasa a modalidad "
        "virtual|pasa a formato virtual|online en lugar de|virtual en lugar de|ahora virtual|ahora sera online|ahora "
        "sera virtual|spostato online|spostata online|si sposta online|passa online|online anziche|passa a ser "
        "online|agora virtual|online em vez|passa para o formato online|verplaatst naar online|gaat online "
        "door|オンライン開催に変更|オンラインに変更|オンライン開催へ変更|"
        "改为线上|改為線上|转为线上|轉為線上|改至线上|改至線上"),
    row(not_status,
        "registration moved online|registration has moved online|submission moved online|course moved online|library "
        "moved online|tickets now online|program now online|programme now online|"
        "cancel your|cancel my|cancel by|cancel free|cancel until|cancellation policy|cancellations|cancel any "
        "time|free cancellation|if you cancel|unless cancelled|stornier*|deadline postponed|deadline has been "
        "postponed|submission postponed|締切延期|締切を延期|提出期限延期|キャンセル|取消报名|取消報名|noise "
        "cancel*|cancelled in 2*|canceled in 2*|was cancelled|was canceled|cancelled last year|not cancelled|not "
        "postponed"),
};

bool says_nothing(Sign sign) { return sign == not_mode || sign == not_status; }
bool is_mode_or_state(Sign sign) { return sign >= online && sign <= not_status && sign != place_label; }

constexpr auto table = prose::make_phrase_table<prose::count_phrases(vocabulary)>(vocabulary);

}  // namespace

std::vector<SignHit> find_signs(const prose::ProseText& text) {
  const auto hits = prose::find_phrases(table.index(), text);
  std::vector<SignHit> signs;
  signs.reserve(hits.size());
  std::uint32_t void_until = 0;  // pieces before it belong to a phrase that says nothing: "registration moved online"
  for (const auto& hit : hits) {
    const auto sign = static_cast<Sign>(hit.tag);
    if (says_nothing(sign)) void_until = std::max(void_until, hit.to);
    if (hit.to > void_until || !is_mode_or_state(sign) || says_nothing(sign)) signs.push_back({sign, hit.from, hit.to});
  }
  return signs;
}

}  // namespace almanac::facts
