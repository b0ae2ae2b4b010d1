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
        "conference*|conf|bsides*|summit*|symposium*|symposia|congress*|barcamp*|unconference*|convention|konferenz*|"
        "kongress*|"
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
        "welcome|code sprint*|doc sprint*|docs "
        "sprint*|ハッカソン|ゲームジャム|黑客松|黑客马拉松|黑客馬拉松|jam|hackatona|maraton "
        "de codigo|programmiermarathon|hours of hacking|gehackt|stunden code|build weekend"),
    row(weak_hackathon,
        "hack*|sprint|sprints|hacking|devpost|submission "
        "period|mlh|team formation"),
    row(competition,
        "ctf|ctfs|capture the "
        "flag|competition*|contest*|challenge*|olympiad*|wettbewerb*|concours|concurso*|concorso|competicion*|"
        "competicao|gara|wedstrijd*|prijsvraag|コンテスト|競技会|竞赛|競賽|比赛|比賽|大赛|挑战赛|tournament*|kaggle|"
        "leaderboard|jeopardy|maratona de programacao|maraton de programacion|コンペ|コンペティション|shared "
        "task|benchmark challenge"),
    row(weak_competition,
        "prize*|award*|quals|qualifier*|finals|teams of|rating "
        "weight|preis|prix|premio|premi|trofeo|scoreboard|winners receive|test set|systems are due"),
    row(meetup,
        "meetup*|meet-up*|user "
        "group*|usergroup*|stammtisch*|treffen|vereinstreffen|gruppentreffen|nutzertreffen|rencontre|rencontres|apero|"
        "soiree*|encuentro|quedada*|reunion "
        "mensual|community call|monthly call|study "
        "group|lt会|hang-out|hangout|incontro|incontri|aperitivo|encontro|reuniao|bijeenkomst*|borrel|install "
        "party|install-party|installfest|installation party|repair "
        "cafe*|playtest*|社会実装会|勉強会|同好会|交流会|もくもく会|読書会|读书会|讀書會|分享会|聚会|沙龙|沙龍|"
        "ミートアップ|例会|lug|"
        "meeting|monthly meeting|chapter meeting|get-together|social|picnic|pub night|game "
        "night|roundtable|coffee|mongers|no-host|hack night|hack & learn|hack and learn|の会|の夜|book club|reading "
        "group"),
    row(weak_meetup,
        "hackspace*|hackerspace*|makerspace*|office hours|sprechstunde*|drop in|drop-in|evening|night|meet|we "
        "meet|gather*|drinks|beers|pizza|club|cafe|rsvp|members|abend|soir|noche|serata|avond|夜|bring your|bring a "
        "laptop|bring a|doors|talks from|lightning talks|buffet|waitlist|spots|venez|wir treffen uns|on se "
        "retrouve|nous nous retrouvons|nos vemos|ci vediamo|talk night|group|community"),
    row(talk,
        "webinar*|seminar*|lecture*|colloquium|kolloquium|talk by|a talk by|guest talk|invited "
        "talk|vortragsabend*|public talk|thesis "
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
        "fair|maintenance "
        "window|maintenance|downtime|bootcamp|training course|programme "
        "of|accelerator|residency|mentoring|mentorship|open house|scholarship "
        "programme|kurs|kurse|schulung|sommerschule|winterschule|wartung*|ausbildung|messe|"
        "jobmesse|cours|formation|ecole d'ete|ecole d'hiver|salon|curso|cursos|escuela de verano|feria|feria de "
        "empleo|corso|corsi|scuola "
        "estiva|fiera|escola de "
        "verao|feira|cursus|zomerschool|beurs|研修|講習会|培训|培訓|夏令营|暑期学校|"
        "暑期學校|メンテナンス|入門講座|exhibition|expo|hackerspace opening|elections|board "
        "election|fellowship*|accelerator programme|cohort|grant "
        "programme|grant program|fund|forderung|jornada de puertas abiertas|journee portes ouvertes|open day|open "
        "days|tag der offenen tur|portes "
        "ouvertes|puertas abiertas|porte aperte|portas "
        "abertas|open dag|opendeurdag|demo party|demoparty"),
    row(weak_other, "class|lesson|lessons|semester|modules|opening hours|visit us"),
    row(job,
        "we are hiring|we're hiring|hiring|job|jobs|vacancy|vacancies|salary|remote "
        "position|full-time|full time|your cv|lebenslauf|part-time|permanent "
        "position|m/w/d|w/m/d|m/f/d|f/m/d|m/f/x|h/f|f/h|stellenangebot|"
        "stelle|bewerbungsfrist|vergutung|gehalt|werkstudent*|praktikum|gesucht|recrutement|offre d'emploi|offre de "
        "stage|stage de|cdi|cdd|tjm|freelance|mission|oferta de empleo|salario|practicas|offerta di lavoro|"
        "tirocinio|vaga|vagas|estagio|vacature|vacatures|stageplaats|ingangsdatum|求人|募集要項|正社員|年収|招聘|招募|"
        "简历|薪资|月薪|"
        "internship*|apprenticeship|postdoc*|phd position*|start date|no agencies|as soon as possible|a month|per "
        "month|per year|gross|brutto|netto"),
    row(job_title,
        "engineer|developer|data scientist|sysadmin|administrator|entwickler|softwareentwickler|developpeur|ingenieur|"
        "desarrollador|ingeniero|sviluppatore|desenvolvedor|engenheiro|ontwikkelaar|工程师"),
    row(competition,
        "swiss system|chess open|blitz tournament|rapid tournament|spelling bee|quiz league|science olympiad*|robot "
        "games|robocup*|robotics "
        "competition*|final submission deadline|team merger*|entry deadline|code golf|speedrun*|hackquest*"),
    row(weak_competition, "rounds|entry fee|time control|jury|judging criteria|teams must|team registration"),
    row(other_kind,
        "hamfest*|hamvention*|swapfest*|swap meet|flea market|science fair|career* fair|careers fair|book fair|maker "
        "faire*|maker fair|craft "
        "fair|trade fair|college fair|volunteer fair|zine fair|plant sale|open doors|taster day|special issue|edited "
        "volume|call for chapters|small grants|grants for|funding call|field day"),
    row(talk,
        "author visit|author talk|book talk|book launch|reading and discussion|panel discussion|panel:|in conversation "
        "with|lunchtime talk|lightning lecture|inaugural lecture|meet the author|distinguished speaker|speaker series"),
    row(meetup,
        "toastmasters|coding dojo|meet and greet|show and tell|show & tell|demo "
        "night|monthly talks|general meeting|annual general meeting|agm|stammtische|happy hour"),
    row(weak_meetup, "brunch|breakfast|dojo|hike|potluck|board games|barbecue|bbq|walk|waffles"),
    row(hackathon, "in one weekend|in a weekend|overnight hack*|hours to build|build night"),
    // ---- posts
    row(narrator, "i|my"),
    row(post_title,
        "joins as|joins us as|appointed|new director|steps down|farewell|poll:|poll|getting to|getting "
        "around|how to get|where to stay|where to eat|travel tips|moving to|wins|won|award "
        "goes|takes "
        "first|took first|new name|new website|new office"),
    row(post,
        "full changelog|what's changed|taught me|taught us|here is what i|here's what i|i took home|i took away|what i "
        "took|minutes of the|meeting minutes|series a|series b|seed round|funding round|steps to reproduce|expected "
        "behavio*|actual behavio*|office is closed|we are closed|will be closed|is closed from|is closed between|read "
        "the full story|writes about|write about how|we finished|we placed|we came in|solves"),
    row(post_title,
        "what's on|what is on|devlog*|dev log|writeup*|write-up*|walkthrough|raises|acquires|appoints|joins the "
        "board|membership fee*|guide for|state of the|year in review|by the numbers"),
    row(mention,
        "is anyone|has anyone|can anyone|anyone driving|anyone sharing|anyone from|ride share|seats free|pm me"),
    row(post,
        "recap|wrap-up|wrapup|photos from|photos below|thanks for coming|thank you for coming|thanks to everyone|thank "
        "you all|thanks to all|slides and|slides from|recordings|videos are|videos will be|looking back|what we "
        "learned|what i learned|my takeaways|five takeaways|lessons learned|lessons from|how do i|how i|show hn|ask "
        "hn|tell hn|i built|i made|release notes|changelog|is out now|now available|weekly #|link list|links of the "
        "week|in memory|obituary|my experience|experience report|trip report|we interviewed|ueberblick|ruckblick|"
        "nachlese|nachbericht|bericht vom|so war|fotos vom|das war|compte rendu|compte-rendu|retour sur|retour "
        "en|samedi dernier|dimanche dernier|vendredi dernier|jeudi dernier|last weekend|last "
        "night|sabado pasado|sabato scorso|sabado passado|recapitulatif|"
        "on etait a|cronica|asi fue|resoconto|com'e andata|cosi e andata|como foi|terugblik|zo "
        "was|参加レポ|開催報告|振り返り|ふりかえり|参加してきました|行ってきた|回顾|回顧|参会|纪要|游记|心得|"
        "announcing version|security advisory|cve|fix:|feat:|docs:|bugfix|poll results|survey "
        "results|postmortem|post-mortem|moderator note|noob question|been "
        "using|til:|proceedings are|proceedings of|are online "
        "as|podcast|episode|isbn|issn|folge|リリースしました|公開しました|发布了"),
    row(post_title,
        "holiday closure*|closure|office closed|events this week|events this month|meetups this "
        "week|betriebsferien|betriebsurlaub|fermeture annuelle|vacaciones|chiusura estiva|recesso|休業|放假|"
        "how to|how we|looking "
        "for|cherche|recherche|suche|busco|cerco|procuro|zoek|released|newsletter|digest|dispatch|roundup|round-up|"
        "this week in|upcoming events|community "
        "events|review of|interview with|verslag|bilan|resumen|balance de|balanco|riassunto|resumo|retrospectiva|"
        "レポート|まとめ|总结|總結|is it worth|should i|why i|why we|why our|what is|opinion|tips for|guide to|a "
        "guide|explained|introducing|visa|question|help needed|eine frage|una pregunta|une "
        "question|diary|tagebuch|minutes|notes from|published|report|bericht|asi vivimos|asi se vivio|thank "
        "you|thanks|danke|merci|gracias|grazie|obrigado|bedankt|results|winners|announcing|monthly update|weekly "
        "update|status update|changes in|lost money|we gathered|we hosted|erschienen|freigegeben|"
        "available"),
    row(mention,
        "for sale|selling|i cannot go|can't go|verkaufe|je vends|vendo|se vende|te koop|does anyone|do you know|anyone "
        "else|anyone going|anyone up|anyone want|who else|looking for a|looking for "
        "team*|looking for two|looking for people|i'm looking|i am looking|i am speaking|i'm speaking|i will be "
        "speaking|speaking at|i went|i spent|i gave|i arrive|i passed|flying in|dm me|any recommendations|any "
        "ideas|my first|submitted by|sucht jemand|ich suche|kennt jemand|weiss jemand|fahrt jemand|busco|alguien "
        "va|alguien sabe|quelqu'un|je cherche|qualcuno|cerco|alguem|procuro|iemand|ik zoek|誰か|有人|求组队|求组隊|"
        "organise a meetup|would you do"),
    row(weak_post,
        "version|v0*|v1*|v2*|v3*|v4*|last year|last week|last weekend|yesterday|was held|took place|comments "
        "url|article "
        "url|points:|part 1|part 2|chapter|essay|blog|article|published|raises|error|python "
        "3*|issue|minutes "
        "of|statement|policy|gestern|hier|ayer|ieri|ontem|gisteren|昨日|昨天|感谢|danke an|merci "
        "a|gracias a|grazie a|obrigado a|dank aan|we budgeted|i had|i met|i have|i was|i will"),
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
        "afstand|オンライン|配信|リモート|ウェビナー|線上|线上|在线|在線|直播|腾讯会议|飞书会议|钉钉会议|视频会议|"
        "騰訊會議|云会议|网络会议|"
        "everywhere, worldwide|worldwide|on matrix|via matrix|on zulip|on irc|on slack|via slack|on "
        "mattermost|mumble|in "
        "gather|gather town|mozilla hubs|on teams|via teams|per teams|auf matrix|conference call"),
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
        "fully remote*|entirely remote*|entirely online*|purely online*|now online*|goes online only*|online "
        "statt*|wird online*|online-only*|digital only*|online only*|fully "
        "online*|nur online*|uniquement en ligne*|solo online*|entierement en ligne*|naar online*"),
    row(no_online,
        "livestream will not|livestream is not|stream will not|will not be live|no longer online|no longer "
        "virtual|nicht mehr online|plus en ligne|ya no es online|ya no sera online|non piu "
        "online|niet meer online|ja nao e online|no livestream|no live stream|no stream|no streaming|not online|not be "
        "streamed|won't be streamed|not "
        "streamed|no recording|no remote|no zoom|no hybrid|not hybrid|no online|without livestream|kein "
        "livestream|keinen livestream|kein stream|keine ubertragung|nicht online|kein online*|pas de visio|pas de "
        "diffusion|pas en ligne|pas de retransmission|sin streaming|no habra streaming|no online|niente streaming|non "
        "in streaming|sem transmissao|geen livestream|geen stream|niet "
        "online|オンライン配信はありません|配信はありません|オンライン配信なし|配信なし|オンライン参加はできません|"
        "不提供直播|无直播|無直播|没有直播|不直播"),
    row(not_mode,
        "watched online|watch online|available online|read online|found online|online registration|register "
        "online|registration online|online form|online tickets|tickets online|buy "
        "online|book online|online application|apply online|online submission|submit online|submission online|online "
        "store|online shop|are online|is online|now online|is now online|put online|went online|goes online|online "
        "magazine|online since|online community|online course|online anmeld*|online-anmeld*|im online-shop|anmeldung "
        "online|inscription en ligne|inscriptions en ligne|inscrivez-vous en ligne|inscripcion en linea|iscrizione "
        "online|iscrizioni online|inscricao online|inscricoes online|online aanmeld*|remote work|remote "
        "position|remote job*|digital library|virtual machine*|virtual memory|virtual environment*|hybrid gc|hybrid "
        "cloud|hybrid search|hybrid mode|youtube channel|on our youtube|youtube later|recorded and|recordings|videos "
        "on youtube|uploaded to youtube|digital ocean|online archive|digital signature*|digital health|remote "
        "desktop|remote procedure*|discord server|on our discord|join our discord|remote island|digital rights|digital "
        "humanities|remote sensing|digital twin*|the workshop materials are online|ticket online|schedule "
        "online|programme online|program online|programm online|programa online|programma online|programme en "
        "ligne|programa en linea|sind jetzt online|sind nun online|sind online|ist jetzt online|est en ligne|sont en "
        "ligne|esta en linea|estan en linea|sono online|esta online|estao online|staat online|staan online|billets en "
        "ligne|billetterie en ligne|entradas online|biglietti online|ingressos online|kaarten online|online "
        "ticket*|online pre-registration|online preregistration|online payment|online booking|rsvp online|online "
        "afterwards|published online|posted online|about zoom|zoom sdk*|teams sdk*|zoom api*|zoom channel|virtual "
        "reality|realidad virtual|realidade virtual|hybrid system|hybrid systems|hybrid intelligence|hybrid ai|hybrid "
        "work|hybrid working|hybrid quantum|hybrid computing|hybrid threats|hybrid warfare|hybrid vehicles|online "
        "safety|online privacy|online harms|online harassment|online abuse|online marketing|online "
        "advertising|online retail|online banking|online gaming|online games|online social networks|online "
        "algorithms|online optimization|online platforms|online media|online content"),
    row(place_label,
        "city|town|stadt|ville|ciudad|citta|cidade|城市|都市|where|location|venue|place|address|ort|wo|"
        "veranstaltungsort|treffpunkt|adresse|lieu|ou|endroit|lugar|donde|"
        "direccion|sede|dove|luogo|local|onde|locatie|waar|plaats|場所|会場|開催地|開催場所|地点|地點|会议地点|"
        "活动地点|活動地點|地址|장소"),
    row(room,
        "conference room*|hs|meeting "
        "room*|room|raum|horsaal|salle|amphi|amphitheatre|sala|aula|zaal|lokaal|auditorium|theatre|building|gebaude"),
    row(street, "street|st|avenue|ave|road|rd|drive|lane|boulevard"),
    row(hall,
        "hall|auditorium|library|conference center|conference centre|convention center|convention centre|congress "
        "center|congress centre|conference hall"),
    row(person,
        "panelist*|panellist*|presenter*|instructor*|trainers|organised by|organized "
        "by|prof|professor|dr|opponent|opponents|speaker|speakers|referent|referentin|gastredner|rapporteur|chair|host|"
        "hosts|moderator|author|authors|organiser|organisers|organizer|organizers|editor|editors|ponente|relatore|"
        "palestrante"),
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
        "back|verschoben|verschieben|verschiebung|nachgeholt|reporte|reportee|reportes|reportees|report de la|report "
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
        "cancel*|cancelled in 2*|canceled in 2*|was cancelled|was canceled|cancelled last "
        "year|报名延期|報名延期|投稿延期|截止延期|提交延期|応募締切延長|"
        "inscripciones aplazad*|plazo aplazado"),
    row(not_cancelled,
        "not cancelled|not canceled|not postponed|not called off|nicht abgesagt|nicht verschoben|pas annule|pas "
        "annulee|no se cancela|no esta cancelado|non e annullato|nao foi cancelado|niet geannuleerd|gaat gewoon door"),
    row(dates_follow,
        "tba|tbd|tbc|to be announced|to be confirmed|to be determined|will be announced|wird noch bekannt|folgt "
        "noch|a definir|por definir|por confirmar|da definire|a determiner|sera annonce*|nog niet "
        "bekend|未定|待定|另行通知|"
        "every|each month|jeden|chaque|cada|ogni|toda|elke|毎週|毎月|每周|每月"),
};

bool says_nothing(Sign sign) { return sign == not_mode || sign == not_status; }
bool is_mode_or_state(Sign sign) {
  return sign >= online && sign <= not_cancelled && (sign < place_label || sign > person);
}

constexpr auto table = prose::phrase_table<vocabulary>();

}  // namespace

const prose::MarkTable& sign_marks() {
  static const prose::MarkTable marks = [] {
    prose::MarkTable all = prose::date_marks();
    prose::mark_phrases(table.index(), prose::Mark::sign, all);
    return all;
  }();
  return marks;
}

std::vector<SignHit> find_signs(const prose::ProseText& text) {
  const auto hits = prose::find_phrases(table.index(), text, prose::Mark::sign);
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
