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
    row(conference,
        "konferencj*|konferenc*|kongres*|sympozj*|konferens*|konferanse*|konferans*|sempozyum*|конференци*|симпозиум*|"
        "конгресс*|съезд|конференці*|컨퍼런스|콘퍼런스|학술대회|학술회의|심포지엄|συνεδρι*|ημεριδα|conferint*|"
        "simposium|学会|サミット|学术会议|高峰论坛|jornades|giornate di studio|giornata di studio|encontro "
        "anual|encuentro anual"),
    row(weak_conference,
        "workshop*|forum|forums|fest|days|day|camp|co-located|keynote*|speakers|tracks|proceedings|main "
        "conference|poster*|attendees|tag|journee|journees|giornata|giornate|dag|convencion|taller "
        "de|発表者|ワークショップ|atelier*|edition"),
    row(weak_conference,
        "semaine de la|semaine des|semaine du|semana de la|semana del|semana da|semana "
        "do|settimana del*|forumet|форум*|warsztat*|воркшоп*|포럼|워크숍|フォーラム|论坛|zlot|zjazd*|dni"),
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
    row(hackathon,
        "hakaton*|maraton programow*|noc programow*|хакатон*|гейм-джем*|геймджем*|джем|джема|джемы|해커톤|게임잼|게임 "
        "잼|アイデアソン|开发马拉松|编程马拉松|極限開發|maraton de datos|maraton de innovacion|maratona de "
        "dados|maratona hacker|maratona de inovacao|maratona de codigo|maratona de desenvolvimento|marathon de "
        "programmation|marathon de code|nuit du code|maratona di programmazione|maratona di codice|maratona di "
        "idee|jam de videojuegos|programmeermarathon"),
    row(weak_hackathon,
        "hack*|sprint|sprints|hacking|devpost|submission "
        "period|mlh|team formation"),
    row(weak_hackathon, "джем-*"),
    row(competition,
        "ctf|ctfs|capture the "
        "flag|competition*|contest*|challenge*|olympiad*|wettbewerb*|concours|concurso*|concorso|competicion*|"
        "competicao|gara|wedstrijd*|prijsvraag|コンテスト|競技会|竞赛|競賽|比赛|比賽|大赛|挑战赛|tournament*|kaggle|"
        "leaderboard|jeopardy|maratona de programacao|maraton de programacion|コンペ|コンペティション|shared "
        "task|benchmark challenge"),
    row(competition,
        "konkurs*|zawody|olimpiad*|turniej*|turnier*|soutez*|turnaj*|tavling*|masterskap*|konkurrence*|konkurranse*|"
        "turnering*|mesterskab*|kilpailu*|verseny*|yarisma*|конкурс*|олимпиад*|соревновани*|турнир*|чемпионат*|змаганн*"
        "|경진대회|공모전|경시대회|tournoi*|championnat*|torneo*|campeonato*|campionato|torneio*|toernooi*|"
        "kampioenschap*|選手権|コンクール|锦标赛|邀请赛|夺旗赛|meisterschaft*|διαγωνισμ*"),
    row(weak_competition,
        "prize*|award*|quals|qualifier*|finals|teams of|rating "
        "weight|preis|prix|premio|premi|trofeo|scoreboard|winners receive|test set|systems are due"),
    row(weak_competition, "nagrod*|ceny pro|premie|приз*|상금|시상|賞金|奖金|palkinto*|premios"),
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
    row(meetup,
        "spotkanie|spotkania|spotkaniu|spotkajmy sie|setkani|setkame "
        "se|sraz|srazu|traff|traffen|medlemsmote*|medlemstraff*|oppen kvall|oppet mote|aben aften|abent "
        "mode|medlemsmode*|apen kveld|apent "
        "mote|kokoontum*|tapaaminen|tapaamis*|miitti*|talalkozo*|bulusma*|встреча|встречи|встречу|митап*|посиделк*|"
        "зустріч*|мітап*|모임|밋업|정모|스터디|συναντηση|intalnire*|trobada|オフ会|ミーティング|定例会|懇親会|lt大会|"
        "もくもく|见面会|茶话会|线下聚会|treff|offener abend|offenen abend|offene "
        "werkstatt|bastelabend*|spieleabend*|clubabend*|tertulia*|reunion abierta|ritrovo|ritrovi|serata aperta|open "
        "avond|inloopavond*|clubavond*|knutselavond*|convivio|atelier libre|otevreny vecer|otevrena dilna|wieczor "
        "otwarty|otwarty wieczor|открытый вечер"),
    row(weak_meetup,
        "hackspace*|hackerspace*|makerspace*|office hours|sprechstunde*|drop in|drop-in|evening|night|meet|we "
        "meet|gather*|drinks|beers|pizza|club|cafe|rsvp|members|abend|soir|noche|serata|avond|夜|bring your|bring a "
        "laptop|bring a|doors|talks from|lightning talks|buffet|waitlist|spots|venez|wir treffen uns|on se "
        "retrouve|nous nous retrouvons|nos vemos|ci vediamo|talk night|group|community"),
    row(weak_meetup,
        "hacklab*|medialab*|fablab*|hackerspejs*|wieczor|wieczorem|wieczory|vecer|kvall|kvallen|aften|kveld|kvelden|"
        "ilta|illalla|вечер|вечером|저녁|хакспейс*|коворкинг*|кафе|kavarn*|kawiarni*|пицца|pizze|fika|kaffe|kaffeen|"
        "przyjdz*|prijdte|kom och|kom innom|kom "
        "forbi|lutujemy|bastel*|feierabend|merienda|birra|birre|bier|biere|cerveza*"),
    row(talk,
        "webinar*|seminar*|lecture*|colloquium|kolloquium|talk by|a talk by|guest talk|invited "
        "talk|vortragsabend*|public talk|thesis "
        "defence|thesis defense|phd defence|phd defense|defence of|defense "
        "of|dissertation|vortrag|vorlesung*|ringvorlesung|seminaire*|soutenance*|seminario|seminari|webinario|"
        "webinaire*|webinario|charla|lezione|palestra|aula "
        "aberta|lezing|promotie|college|セミナー|ウェビナー|講演|講演会|讲座|講座|讲座|学术报告|报告会|博士答辩|brown "
        "bag|ama session|masterclass|fireside chat|webcast|speaks on|tech talk|livestream talk|conferencia magistral"),
    row(talk,
        "wyklad*|prelekcj*|odczyt|obrona pracy|obrona "
        "doktor*|prednask*|beseda|obhajoba|forelasning*|foredrag*|forelesning*|forelaesning*|gastforelas*|"
        "gaesteforelaes*|disputation|disputas|luento|luennot|vaitostilaisuus|vaitos|esitelma*|eloadas*|seminer*|"
        "soylesi*|лекци*|вебинар*|семинар*|защита "
        "диссерт*|лекці*|вебінар*|семінар*|강연|세미나|웨비나|특강|초청강연|διαλεξη|ομιλια|σεμιναρι*|prelegere*|"
        "xerrada|講義|講話|トークイベント|公開講座|座談会|演讲|公开课|网络研讨会|宣讲会|conference-debat|cours "
        "magistral|causerie|table ronde|ponencia|coloquio|mesa redonda|lectura de tesis|defensa de tesis|discussione "
        "di tesi|tavola rotonda|lectio magistralis|defesa de tese|defesa de "
        "dissertacao|gastcollege|gastlezing|oratie|podiumsdiskussion|habilitationsvortrag|antrittsvorlesung|"
        "lunchlezing|gastvortrag|leccion inaugural|clase magistral|lezing over|online-vortrag"),
    row(talk,
        "tesi di dottorato|these de doctorat|tesis doctoral|tese de doutoramento|tese de "
        "doutorado|doktorsavhandling|doktoravhandling|phd-forsvar|prova de doutoramento|disputationen"),
    row(weak_talk,
        "talk|talks|speaker:|speaker|abstract:|tutorial|presentation|q&a|ama|demo|prof|prof.|professor|dr|講師|登壇|"
        "主讲|主讲人|live session|session|interview"),
    row(weak_talk,
        "prelegent*|prowadzacy|prowadzi|prednasejici|prednasi|forelasare|foredragsholder*|talare|taler|eloado|лектор*|"
        "докладчик*|спикер*|доклад|доклады|ведущий|ведущая|연사|발표자|강사|主講|演讲人|嘉宾|ponente*|imparte|orador|"
        "oradora|conferenciante|conferencier*|intervenant*|relatore|relatrice|spreker*|referent|referentin|proxima "
        "sesion|sesion|prossima seduta|prochaine seance|seance|sitzung|zasedani"),
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
    row(other_kind,
        "kurzy|skoleni|szkoleni*|targi|przerwa techniczn*|prace serwisow*|prace techniczne|odstavk*|veletrh*|letni "
        "skola|szkola "
        "letnia|driftstopp*|driftsstop*|vedlikehold*|vedligehold*|sommarskola*|sommerskole*|utbildning*|kurser|kursus|"
        "kurssi*|koulutus*|messut|huoltokatko*|tanfolyam*|karbantart*|egitim*|fuar|курс|курсы|обучение|ярмарка|"
        "выставка|технические "
        "работы|техработы|профилактик*|практикум|мастер-класс*|курси|강좌|교육과정|박람회|점검|채용설명회|教室|展示会|"
        "見学会|体験会|説明会|定期点検|展览会|博览会|维护|训练营|体验课|招聘会|foire|forum des "
        "metiers|mantenimiento|campamento*|manutenzione|laboratorio di|laboratori per|manutencao|onderhoud|open "
        "huis|openhuis|kinderworkshop*|geplante wartung|ferienkurs*|ferienworkshop*|lange "
        "nacht|ausstellung*|flohmarkt|oppet hus|abent hus|apent hus|dzien otwarty|dni otwarte|den otevrenych "
        "dveri|avoimet ovet|день открытых дверей|dia de puertas abiertas|initiation a|atelier d'initiation|taller "
        "infantil|assembleia geral|assemblee generale|asamblea "
        "general|mitgliederversammlung|arsmote|generalforsamling|walne "
        "zebranie|wystawa*|udstilling|utstallning|oficina pratica|oficina gratuita|oficina para"),
    row(other_kind,
        "плановые работы|плановое обслуживание|planovana odstavka|geplante arbeiten|serviceunterbrechung|travaux de "
        "maintenance|interruption de service|corte de servicio|interruzione del servizio|interrupcao do "
        "servico|planlagt vedlikehold|planerat underhall|系统维护|停机维护|サービス停止|計画停止"),
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
    row(job,
        "umowa o prace|praca zdalna|oferta pracy|pracovni pozice|hledame kolegu|lediga jobb|ledig "
        "stilling|tillsvidareanstallning|heltid|avoin tyopaikka|вакансия|зарплата|채용|연봉|정규직"),
    row(job,
        "praca od|szukamy|poszukujemy|zatrudnimy|cv przyjmujemy|hledame|prijmeme|vi soker|vi "
        "soger|etsimme|ищем|требуется|вакансии|직원 모집|wir suchen|nous "
        "recrutons|recrute|buscamos|contratamos|cerchiamo|assumiamo|procuramos|contrata|wij zoeken|we "
        "zoeken|befristet|unbefristet|contrat|contrato|contratto"),
    row(job,
        "incorporacion|tu cv|votre cv|poste a pourvoir|a pourvoir|勤務地|入社|応募資格|中途採用|新卒|근무지|입사|지원 "
        "자격|경력직|到岗|任职|岗位|职位|工作地点|dienstverband|anstallning|stillingen|pensum"),
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
    row(other_kind, "consultation*|call for evidence|seeking views|public comment*|microgrant*|grant programme*"),
    row(hackathon, "startup weekend*|hours of building|hours of coding|hours of making"),
    row(online,
        "su teams|por teams|sur teams|op teams|pa teams|w teams|pelo teams|en teams|over teams|over zoom|on discord"),
    row(only_online,
        "take part online|participate online|join online from|from wherever*|inteiramente online*|totalmente "
        "online*|completamente online*|interamente online*|volledig online*|vollstandig online*"),
    // ---- posts
    row(told,
        "was|were|had|went|fell|rose|wrote|rewrote|built|slept|died|sent|said|told|ran|saw|came|gave|won|lost|spent|"
        "learned|learnt|counted|refined|answered|arrived|paid|asked|happened|failed|resolved|investigating|identified|"
        "announced|hired|fixed|began|became|led|taught|felt|heard|thought|knew|grew|bought|sold|drove|flew|did|would "
        "have|has been|have been"),
    row(told,
        "war|waren|hatte|hatten|wurde|wurden|habe|hat|ging|kam|kamen|sagte|gab|schrieb|nannte|behoben|etait|etaient|"
        "avait|avons|j'ai|a annonce|a declare|fue|fueron|era|eran|hice|hicimos|anuncio|dijo|tuve|estuve|hablo|han sido|"
        "e stato|e stata|sono stati|ha detto|ha annunciato|abbiamo|foi|fui|foram|disse|anunciou|estava|tivemos|werd|"
        "werden|zei|heb|hebben|byl|byla|bylo|byli|powiedzial|var|hade|blev|sade|gick|был|была|было|были|сказал|сообщил|"
        "でした|ました"),
    row(post_title,
        "review:|question :|question:|selling|weeknotes|week notes|remembering|in memoriam|apology|changes to|storung|"
        "mein jahr|my year|year in|agenda|storungsmeldung|incident|elevated error*|outage|we are "
        "sorry|obituary|statement on"),
    row(narrator, "i|my|ich|meine|meinen|je|mon|yo|io|eu|meu|ik|mijn|jag|jeg|я|мой|私|我"),
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
        "board|membership fee*|guide for|year in review|by the numbers"),
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
    row(post,
        "relacja z|tak bylo|podsumowani*|dziekujemy za|dziekujemy wszystkim|fotorelacj*|ohlednuti|takove bylo|jak "
        "probihal*|dekujeme vsem|sa var|tack alla|tack till alla|tillbakablick|aterblick|sadan var|tak til alle|takk "
        "til alle|slik var|tilbageblik|tilbakeblikk|kiitos kaikille|так прошл*|как прошел|как прошла|как это "
        "было|отчет о|отчет с|фотоотчет*|спасибо "
        "всем|후기|참관기|회고|다녀왔습니다|参加記|行ってきました|観戦記|见闻|侧记|盘点|bedankt allemaal|dank aan "
        "alle|zo ging|c'etait|on y etait|estuvimos en|asi vivimos|gracias a todos|gracias por venir|grazie a "
        "tutti|eravamo a|obrigado a todos|estivemos em|danke an alle|das waren|rueckblick|merci a tous|foto's staan "
        "online|fotky z|zdjecia z"),
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
    row(post_title,
        "agenda de|agenda du|agenda des|agenda d'|agenda della|agenda degli|agenda van|agenda "
        "voor|boletin*|bulletin|rundbrief|infobrief|infolettre|lettre "
        "d'information|notiziario|bollettino|nieuwsbrief|nyhetsbrev*|nyhedsbrev*|biuletyn*|zpravodaj*|uutiskirje*|"
        "hirlevel*|бюллетень|дайджест*|анонсы|афиша|뉴스레터|소식지|소식|月报|周报|简报|活动汇总|活动预告|活动一览|"
        "イベント情報|イベント一覧|ニュースレター|veranstaltungstipps|termine im|veranstaltungen im|evenements "
        "de|evenements du|evenements a|sorties du mois|eventos de|eventos en|eventos em|eventos para|cinco "
        "eventos|cinque eventi|cinq evenements|eventi di|eventi da|appuntamenti di|appuntamenti del|calendario "
        "de|calendrier de|calendrier des|kalendarium|przeglad*|wydarzenia w|akce v|arrangementer i|evenemang "
        "i|evenementen in|uitagenda|행사 모음|행사 안내 모음|auf einen blick|en un coup d'oeil|de un vistazo|in "
        "overzicht"),
    row(post_title, "boletim*|informativo|carta informativa|mailing"),
    row(post_title,
        "neue offnungszeiten|offnungszeiten|horaires|nouveaux horaires|nuevo horario|nuevos horarios|nuovi orari|novo "
        "horario|nieuwe openingstijden|openingstijden|godziny otwarcia|oppettider|abningstider|apningstider|oteviraci "
        "doba|режим работы|часы работы|営業時間|开放时间|운영시간"),
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
    row(announces,
        "zapraszamy|wstep wolny|do zobaczenia|widzimy sie|zapisy|rejestracj*|odbedzie sie|zveme|vstup volny|vstup "
        "zdarma|kona se|uskutecni se|registrace|prihlask*|valkommen|valkomna|anmal*|vi ses|ses vi|ager rum|fri "
        "entre|gratis intrade|velkommen|tilmeld*|pamelding*|gratis adgang|gratis inngang|fri adgang|finder sted|finner "
        "sted|afholdes|arrangeres|arrangeras|tervetuloa|ilmoittau*|vapaa "
        "paasy|jarjestetaan|szeretettel|jelentkez*|davetlisiniz|bekliyoruz|приглашаем|ждем вас|ждем всех|вход "
        "свободный|вход бесплатный|регистраци*|состоится|приходите|пройдет|запрошуємо|일시|장소|참가비|참가신청|참가 "
        "신청|초대합니다|개최|열립니다|参加無料|お待ちしています|飛び入り|诚邀|敬请|免费参加|a vos agendas|acceso "
        "libre|hasta completar aforo|te esperamos|apuntate|inscreva-se|entrada livre|tera lugar|decorre|aperto a "
        "tutti|kom langs|gratis toegang|kommt rum|schaut vorbei|offen fur alle|eintritt "
        "frei"),
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
    row(online,
        "онлайн|трансляци*|дистанционно|удаленно|видеоконференц*|в прямом эфире|по "
        "видеосвязи|наживо|온라인|비대면|생중계|유튜브|줌으로|zdalnie|transmisja|transmisji|transmitowan*|prenos|zivy "
        "prenos|digitalt|direktsand*|distans|pa "
        "distans|strommes|streames|verkossa|etana|etayhte*|suoratoisto*|cevrimici|canli "
        "yayin|eloben|生中継|ウェブ開催|web開催|网上|云端|直播间|视频号|b站|en visio|trasmess*|transmitid*|im "
        "stream|im netz|per stream|per zoom|por zoom|via zoom|par zoom|su zoom|przez zoom|pres zoom|pa zoom|через "
        "zoom|telematicamente|forma telematica|retransmis|retransmise|retransmitira*|retransmitid*"),
    row(online,
        "por teams|por meet|por google meet|por discord|sur teams|sur zoom|sur discord|op teams|pa teams|pa discord|na "
        "teams|przez teams|su teams|su meet|su discord|via discord|en discord|en twitch|pelo "
        "zoom|pelo youtube|pelo teams|ueber zoom|uber zoom|uber teams|via bigbluebutton|mittels zoom"),
    row(hybrid,
        "hybrid|hybride|hybrides|hibrido|hibrida|ibrido|ibrida|in person and online|in-person and online|on site and "
        "online|onsite and online|online and in person|on-site or online|in person or online|online or in person|vor "
        "ort und online|online und vor ort|en presentiel et en ligne|presencial y en linea|presencial y online|in "
        "presenza e online|presencial e online|fysiek en "
        "online|ハイブリッド|現地とオンライン|オンラインと現地|线上线下|線上線下|线下线上|オンライン併用"),
    row(hybrid,
        "hybrydow*|hybridni*|hybridmote*|stacjonarnie i online|na miejscu i online|prezencne i online|pa plats och "
        "online|pa plats och digitalt|fysisk og digitalt|fysiskt och digitalt|гибридн*|очно и онлайн|офлайн и "
        "онлайн|온오프라인|온라인과 오프라인|하이브리드|hibrit|线上与线下|线上和线下|会場とオンライン|en salle et en "
        "ligne|presencial e a distancia|en sala y online|in sala e online|in aula e online"),
    row(in_person,
        "in person|in-person|on site|on-site|onsite|vor ort|prasenz|prasenzveranstaltung|en presentiel|presentiel|sur "
        "place|presencial|presencialmente|in presenza|fysiek|ter plaatse|現地開催|現地|対面|线下|線下|現場"),
    row(in_person,
        "stacjonarn*|prezencne|prezencni|pa plats|pa stedet|fysisk fremmode|paikan paalla|очно|офлайн|오프라인|현장 "
        "참여|현장 행사|de forma presencial"),
    row(only_online,
        "fully remote*|entirely remote*|entirely online*|purely online*|now online*|goes online only*|online "
        "statt*|wird online*|online-only*|digital only*|online only*|fully "
        "online*|nur online*|uniquement en ligne*|solo online*|entierement en ligne*|naar online*"),
    row(only_online,
        "tylko online*|wylacznie online*|pouze online*|jen online*|endast online*|kun online*|bare digitalt|endast "
        "digitalt|vain verkossa|только онлайн|исключительно "
        "онлайн|온라인으로만|オンラインのみ|仅线上|仅限线上|exclusivamente online*|solo en linea|unicamente en "
        "linea|apenas online*|somente online*|esclusivamente online*|uitsluitend online*|ausschliesslich online*|rein "
        "online*|exclusivement en ligne|seulement en ligne"),
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
    row(not_mode,
        "rejestracja online|zapisy online|online registrace|registrace online|anmalan online|online-anmalan|pamelding "
        "online|online-pamelding|online tilmelding|tilmelding online|ilmoittautuminen verkossa|регистрация "
        "онлайн|онлайн-регистраци*|онлайн регистраци*|заявка онлайн|온라인 신청|온라인 접수|온라인 "
        "등록|オンライン申込|オンライン申し込み|オンライン受付|线上报名|在线报名|网上报名|线上投稿|在线提交|online "
        "inschrijv*|online-inschrijv*|online bestell*|online verfugbar|jest online|sa online|foto's staan "
        "online|ligger online|finns online|ligger ute online|comunidad online|cours en ligne|curso en linea|curso "
        "online|corso online|boutique en ligne|tienda online"),
    row(place_label,
        "city|town|stadt|ville|ciudad|citta|cidade|城市|都市|where|location|venue|place|address|ort|wo|"
        "veranstaltungsort|treffpunkt|adresse|lieu|ou|endroit|lugar|donde|"
        "direccion|sede|dove|luogo|local|onde|locatie|waar|plaats|場所|会場|開催地|開催場所|地点|地點|会议地点|"
        "活动地点|活動地點|地址|장소"),
    row(place_label,
        "miejsce|gdzie|adres|miasto|misto "
        "konani|kde|adresa|plats|adress|sted|hvor|paikka|osoite|helyszin|mekan|место|место "
        "проведения|где|адрес|площадка|місце|주소|위치|開催都市|会场|unde|locatia|tempat|lokasi|τοποσ|ubicacion|"
        "ubicazione|morada|recinto|lokation"),
    row(room,
        "conference room*|hs|meeting "
        "room*|room|raum|horsaal|salle|amphi|amphitheatre|sala|aula|zaal|lokaal|auditorium|theatre|building|gebaude"),
    row(room, "horsal*|salle de|ucebna|аудитория|кабинет"),
    row(street, "street|st|avenue|ave|road|rd|drive|lane|boulevard"),
    row(hall,
        "hall|auditorium|library|conference center|conference centre|convention center|convention centre|congress "
        "center|congress centre|conference hall"),
    row(person,
        "who:|who?|wer:|wer?|qui :|qui ?|quien:|quien?|quienes:|chi:|chi?|quem:|quem?|wie:|wie?|vem:|vem?|hvem:|hvem?|"
        "kto:|kto?|kdo:|kdo?|кто:|кто?|"
        "prof.|speaker:|panelist*|panellist*|presenter*|instructor*|trainers|organised by|organized "
        "by|prof|professor|dr|opponent|opponents|speaker|speakers|referent|referentin|gastredner|rapporteur|chair|host|"
        "hosts|moderator|author|authors|organiser|organisers|organizer|organizers|editor|editors|ponente|relatore|"
        "palestrante"),
    row(person,
        "лектор|докладчик|докладчица|спикер|ведущий|ведущая|преподаватель|prelegent|prelegentka|prowadzacy|prowadzaca|"
        "prowadzi|prednasejici|prednasi|forelasare|talare|foredragsholder|taler|luennoitsija|puhuja|eloado|konusmaci|"
        "conferencier|conferenciere|intervenant|intervenante|orateur|oratrice|animateur|animatrice|conferenciante|"
        "imparte|imparten|orador|oradora|formador|formadora|profesor|profesora|relatrice|relatori|docente|docenti|"
        "spreker|sprekers|spreekster|begeleider|referierende|vortragende|vortragender|dozent|dozentin|leitung|"
        "referenten|主讲|主讲人|主講|主講人|主讲嘉宾|演讲人|嘉宾|講師|登壇者|登壇|発表者|ゲスト|연사|발표자|강사|"
        "강연자|ganador|ganadores|ganadora|gewinner|laureat|laureats|vincitori|vencedores|winnaars|победител*|jury"),
    row(person,
        "oplaegsholder|innleder|inledare|mluvci|wykladowca|wykladowczyni|gosc|goscie|vyucujici|lektorka|orientador|"
        "orientadora|directeur de these|tutor|tutora"),
    // ---- state
    row(cancelled,
        "cancelled|canceled|is off|called off|call off|calling off|had to cancel|have to cancel|must cancel|decided to "
        "cancel|we cancel|we are cancelling|will not take place|won't take place|does not take place|not happening|not "
        "going ahead|cancellation of|abgesagt*|absagen|absage|entfallt|fallt aus|fallt leider aus|findet nicht "
        "statt|annulation|annule|annulee|annules|annulees|n'aura pas lieu|cancelado|cancelada|cancelados|canceladas|se "
        "cancela|suspendido|suspendida|anulado|anulada|annullato|annullata|annullamento|non si terra|cancelamos|foi "
        "cancelado|foi cancelada|geannuleerd|afgelast|gaat niet "
        "door|annulering|中止|中止になりました|中止します|取消|开催中止|開催中止"),
    row(cancelled,
        "odwolan*|odwolujemy|odwoluj*|nie odbedzie sie|anulowan*|zrusen*|rusime|se nekona|se "
        "neuskutecni|installd|installt|instald|stalls in|staller "
        "in|avlyst|avlyses|avlyser|aflyst|aflyses|aflyser|innstilt|peruttu|perutaan|peruuntu*|perumme|elmarad*|iptal|"
        "iptal edildi|отменен|отменена|отменено|отменены|отменяется|отменяем|не состоится|скасован*|скасовується|не "
        "відбудеться|취소|취소되|취소합니다|열리지 않습니다|ακυρωνεται|ακυρωθηκε|ματαιωνεται|anulat|anulata|se "
        "anuleaza|dibatalkan|annuleren we|wordt geannuleerd|annulons|est annule|est annulee|annulliamo|cancelou-se|e "
        "cancelado|abgeblasen|muss ausfallen|muss leider ausfallen|ausgefallen|fallt "
        "leider|中止と|中止いたします|中止とさせ|不再举行|不再舉行|停办|取消举办|wij annuleren"),
    row(postponed,
        "postponed|postpone|postponing|postponement|delayed until|pushed "
        "back|verschoben|verschieben|verschiebung|nachgeholt|reporte|reportee|reportes|reportees|report de la|report "
        "du|aplazado|aplazada|se aplaza|aplazamiento|pospuesto|pospuesta|se "
        "pospone|rinviato|rinviata|rinvio|posticipato|posticipata|adiado|adiada|adiamento|uitgesteld|verplaatst naar "
        "een|uitstel|延期|推迟|推遲|改期"),
    row(postponed,
        "przelozon*|przeniesion*|przekladamy|przesuniet*|odroczon*|odlozen*|presunut|presunuta|presunuto|presunuty|"
        "prelozen*|odklada "
        "se|odkladame|uppskjut*|skjuts "
        "upp|framflytt*|senarelagt|udsat|udsaettes|udskudt|udskydes|utsatt|utsettes|siirtyy|siirretaan|siirretty|"
        "lykkaantyy|elhalaszt*|ertelendi|ertelen*|перенесен|перенесена|перенесено|перенесены|переносится|переносим|"
        "откладывается|отложен*|перенесено "
        "на|переноситься|відкладен*|연기|순연|αναβαλλεται|αναβληθηκε|αναβολη|amanat|amanata|se amana|ditunda|holen sie "
        "nach|holen ihn nach|holen es nach|aplazamos|posponemos|rimandato|rimandata|rinviamo|adiamos|foi adiado|foi "
        "adiada|repousse|repoussee|延期いたします|延期となりました|延期します|順延"),
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
    row(not_status,
        "신청 취소|취소 수수료|취소 및|취소 시|예약 취소|등록 취소|odwolanie od|отмена заявки|отмена регистрации"),
    row(not_cancelled,
        "not cancelled|not canceled|not postponed|not called off|nicht abgesagt|nicht verschoben|pas annule|pas "
        "annulee|no se cancela|no esta cancelado|non e annullato|nao foi cancelado|niet geannuleerd|gaat gewoon door"),
    row(not_cancelled,
        "nie odwolan*|nie zostalo odwolane|neni zrusen*|inte installd|inte installt|ikke aflyst|ikke avlyst|ei ole "
        "peruttu|не отменен*|не отменяется|취소되지 않|no se suspende"),
    row(dates_follow,
        "tba|tbd|tbc|to be announced|to be confirmed|to be determined|will be announced|wird noch bekannt|folgt "
        "noch|a definir|por definir|por confirmar|da definire|a determiner|sera annonce*|nog niet "
        "bekend|未定|待定|另行通知|"
        "every|each month|jeden|chaque|cada|ogni|toda|elke|毎週|毎月|每周|每月"),
    row(dates_follow,
        "termin podamy|termin wkrotce|bude upresnen*|meddelas senare|kommer senere|уточняется|будет "
        "объявлен*|미정|추후 공지|調整中|後日発表|待公布|se anunciara|sera anunciado|sera comunicada|verra "
        "comunicat*|wordt later bekend*|geben wir "
        "noch|kazdy|kazda|kazdou|kazde|varje|hver|каждый|каждую|매주|매월|매달"),
    row(only_online,
        "fully virtual*|entirely virtual*|purely virtual*|all virtual|all online|curso en linea de|conferencia en "
        "linea|live on screen"),
    row(meetup, "gathering|gatherings|get-together*|members meeting|members' meeting"),
    row(talk, "conference en ligne :|conference en ligne:|live webinar|visioconference :|cycle de conferences"),
    row(no_online, "not on zoom|not via zoom|nicht per zoom|nicht auf zoom|pas sur zoom|no por zoom|niet via zoom"),
    row(postponed,
        "looking for a new date|looking for a date|looking for another date|new date is being|neuer termin wird|suchen "
        "einen neuen termin|suchen nach einem neuen termin|cherchons une nouvelle date|buscamos una nueva "
        "fecha|buscamos nueva fecha|cerchiamo una nuova data|procuramos uma nova data|zoeken een nieuwe datum|szukamy "
        "nowego terminu"),
    row(online, "en streaming"),
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
