#include "prose_cues.hpp"

#include "prose_phrases.hpp"

namespace almanac::prose {
namespace {

using enum Cue;

constexpr PhraseRow row(Cue cue, std::string_view list) { return {static_cast<std::uint8_t>(cue), list}; }

constexpr PhraseRow vocabulary[] = {
    // ---- closing
    row(due,
        "deadline*|due|due date|closing date|cut-off|cutoff|last day|last call for|last call:|final call|last "
        "chance|no later than|not later "
        "than|at the latest|at latest|latest by|drop-dead date|must be received|should be received|to be received|must "
        "arrive|by end of day|by the end of day|by eod|by cob|by close of business|postmarked by|postmarked no "
        "later|received by|reach us by|arrive by|with us by"),
    row(due,
        "frist|fristende|schluss|einsendeschluss|einreichungsschluss|einreichefrist|einreichungsfrist|anmeldeschluss|"
        "anmeldefrist|bewerbungsschluss|bewerbungsfrist|meldeschluss|stichtag|abgabeschluss|abgabetermin|spatestens|"
        "annahmeschluss|redaktionsschluss|scade|scadono|vence|vencen"),
    row(due, "date limite|dates limites|dernier delai|au plus tard|cloture|echeance|date butoir|dernier jour"),
    row(due,
        "fecha limite|fechas limite|plazo|vencimiento|attendus pour|attendues pour|attendue pour|a rendre pour|a "
        "rendre avant|"
        "ultimo dia|a mas tardar|cierre|data "
        "limite|prazo|prazos|scadenza|scadenze|termine ultimo|al piu tardi|entro e non oltre|ultimo giorno"),
    row(due, "deadline|uiterlijk|sluitingsdatum|uiterste datum|inzendtermijn|sluit op"),
    row(due,
        "sista ansokningsdag|sista anmalningsdag|sista dag|senast|soknadsfrist|pameldingsfrist|tilmeldingsfrist|"
        "ansogningsfrist|senest"),
    row(due,
        "ostateczny termin|termin nadsylania|termin skladania|termin zglaszania|termin zgloszen|termin "
        "rejestracji|termin "
        "przyjmowania|termin uplywa|najpozniej|ostatni dzien|uzaverka|uzaverky|posledni "
        "den|nejpozdeji|hatarido*|legkesobb|"
        "utolso nap|maaraaika|maarapaiva|viimeistaan|takaraja|son tarih*|son basvuru*|son gun|son teslim*|termen "
        "limita|"
        "termenul limita|data limita|cel tarziu|batas waktu|batas akhir|tenggat*|paling lambat|termini d'*"),
    row(due,
        "срок|срока|сроки подачи|сроки приема|крайний срок|последний день|не позднее|дедлайн*|кінцевий термін|останній "
        "день|не пізніше|"
        "προθεσμι*|καταληκτικη ημερομηνια|τελευταια ημερα|το αργοτερο|ληγει|ληγουν"),
    row(due, "締切|締め切り|〆切|しめきり|締切日|期限|截止|截止日期|截稿|截止时间|截止時間|마감"),
    row(due,
        "마감일|마감 시한|기한|uiterste inzenddatum|ostateczny termin zglosz*|sista datum|siste frist|sidste "
        "frist|sidste dag|siste dag|paattymispaiva|крайняя дата|конечный срок"),
    row(until, "until|till|til|by|before|up to|through|ending|ends on|by midnight on|until midnight on|no later than"),
    row(until,
        "即日起至|截至|bis|bis zum|bis zum|bis einschliesslich|bis spatestens|vor dem|jusqu'au|jusqu'a|avant "
        "le|avant|d'ici le|d'ici "
        "au|hasta el|hasta|antes del|antes de|ate|ate o dia|ate dia|ate o|antes de|entro|entro il|entro l|entro "
        "le|fino al|fino a|prima del|tot en met|t/m|tot|voor|uiterlijk|uiterlijk op"),
    row(until,
        "do dnia|az do|pana la|pana pe|fins al|fins el|fram till|till och med|til og med|innen|sampai|sampai "
        "dengan|hingga|"
        "εωσ|εωσ τισ|εωσ και|εωσ και τισ|μεχρι|μεχρι τισ|μεχρι και|μεχρι και τισ|πριν απο|πριν απο τισ"),
    row(until,
        "inden|frem til|ennen|az do dnia|nejpozdeji do|najpozniej do|non oltre il|non oltre|hasta el dia|ate ao "
        "dia|ate ao|uiterlijk tot|spatestens bis|bis spatestens zum|bis einschliesslich zum|au plus tard le|no mas "
        "tarde del"),
    row(until_after, "まで|までに|迄|前|之前|以前|必着|ようと|截止|까지|mennessa|asti|saakka|kadar|tarihine kadar"),
    row(closes,
        "close|closes|closing|closed on|ends|end|shuts|expires|schliesst|endet|enden|lauft bis|cloture|clos|ferme|se "
        "ferme|se termine|se terminent|prend fin|prennent fin|expire|expirent|finaliza|finalizan|concluye|lauft ab|"
        "expira|eindigt|verloopt|cierra|cierran|chiude|chiudono|encerra|encerram|fecha|sluit|sluiten|termina|"
        "締め切ります|終了"),
    row(closes,
        "konczy sie|koncza "
        "sie|zamykamy|zamkniecie|uplywa|uplywaja|konci|lezarul|zarul|lejar|paattyy|paattyvat|avslutas|stenger|"
        "lukker|sona eriyor|bitiyor|se incheie|ditutup|berakhir|завершается|завершится|завершение|заканчивается|"
        "закончится|закрывается|закроется|закрытие|истекает|окончание|завершується|закінчується|κλεινει|κλεινουν|"
        "ολοκληρωνεται|ολοκληρωνονται|ληξη"),
    row(closes,
        "slutar|slutter|stanger|utgar|utloper|umyka se|uzavira se|konczymy|se cierra|se cierran|si chiude|si "
        "chiudono|se cloture|se cloturent|s'acheve|s'achevent|se clot|encerra-se|sluiten "
        "we|마감합니다|마감됩니다|종료"),
    row(opens,
        "open|opens|opening of registration|opened|starts|start of|begin|begins|available from|go live|go on sale|on "
        "sale|goes live|ab|ab dem|offnet|offnen|startet|ab sofort|ouvre|ouvrent|ouverture|ouvertes|a partir du|a "
        "compter du|des "
        "le|abre|abren|abrem|apertura|apertura de|a partir del|a partir de|apre|aprono|aperte dal|dal|a partire "
        "dal|open vanaf|opent|openen|vanaf|受付開始|募集開始|开放|開放|から受付"),
    row(opens,
        "od dnia|rusza|ruszaja|rozpoczecie rejestracji|rozpoczyna "
        "sie|nyilik|megnyilik|alkaa|apnar|aapner|abner|открывается|"
        "открыта с|открыт с|открытие|начало приема|начало регистрации|стартует|ανοιγει|ανοιγουν"),
    row(opens,
        "oppnar|oppnas|slapps|otwieramy|startuje|startuja|otwarcie|otevira|otevirame|spousti|gaat open|gaan open|start "
        "op|s'ouvre|s'ouvrent|debutera|debutent|si apre|si aprono|se abre|se abren|sale a la venta|salen a la venta|in "
        "den verkauf|접수 시작|신청 시작|오픈|开售|开放报名|発売"),
    row(closes, "terminam|terminan|terminano|acabam|acaban|vencem|finalizam|encerra-se|encerram-se"),
    // ---- what closes
    row(cfp, "call for|call for content|call for demos|call for art|call for stories|call for sessions"),
    row(application, "call for applications|call for nominations|call for grants|call for volunteers|call for tutors"),
    row(submission, "call for submissions|call for entries|call for projects|call for games|call for artworks"),
    row(due, "last date"),
    row(registration, "entry deadline"),
    row(notification,
        "are informed|informed by|inform applicants|inform you|let you know by|hear by|notified by|will know by|reply "
        "by|decided by|selected by|selection by"),
    row(takes_place, "resumes|resumes on|restarts|returns on|is back on|continues on|goes on on"),
    row(registration, "inscreva*|vroegboek*|oplata*|oplaty|wpisowe|startovne|avgift*|deltakeravgift"),
    row(notification,
        "przyjeciu|informacj* o przyjeciu|besked|svar om|beskjed|tilbakemelding|vyrozumeni|採択|결과 발표"),
    row(cfp, "発表申込*|発表応募|演題登録|발표 신청"),
    row(submission,
        "consultation*|call for evidence|call for views|call for input|public comment*|comment period|stellungnahme*|"
        "stellung nehmen|beteiligungsverfahren|anhorungsverfahren|consultation publique|enquete publique|consulta "
        "publica|consultazione pubblica|internetconsultatie|konsultacj*"),
    row(cfp,
        "send us your talk*|send us a talk|send us your proposal*|send your talk*|send your proposal*|send in your "
        "talk*|suggest a talk|suggest your talk|offer a talk|give a talk|your talk|workshop proposal*|call for "
        "workshops|call for tutorials|call for posters|tutorial proposal*|panel proposal*"),
    row(registration,
        "entries close|book before|please book|book in advance|book a place|book a seat|book a "
        "spot|booking*|sign-up sheet|signup sheet|sign-ups|signups|reserve your|reserve a|rsvp list|guest list|entry "
        "fee|fee rises|fee increases|late registration"),
    row(cfp,
        "cfp|call for papers|call for proposals|call for talks|call for speakers|call for participation|call for "
        "presentations|call for contributions|call for sessions|call for workshops|proposal*|talk submission*|submit a "
        "talk|submit your talk|submit talk*|talk idea*|pitch a talk|pitch your talk|talk pitch*|speaker "
        "application*|session proposal*|propose a "
        "talk|propose a session|the call|open call|our call|this call|der call|la call|aufruf|l'appel|cet appel|la "
        "convocatoria|convocatoria|a chamada|chamada|il bando|bando|de oproep|oproep|propose*|lightning talk*|speakers "
        "wanted|talk deadline"),
    row(cfp,
        "vortrag*|beitragsvorschlag*|beitragsvorschlage|vorschlag*|workshopvorschlage|vorschlage|einreichungen fur "
        "vortrage|propositions|proposition|appel a communications|appel a contributions|appel a conferences|appel a "
        "orateurs|propuesta*|charla*|ponencia*|convocatoria de ponencias|proposte|proposta|talk "
        "proposal*|propostas|palestra*|chamada de trabalhos|submissao de "
        "palestras|voorstel*|lezingen|プロポーザル*|発表募集|登壇者募集|cfp|演題|讲题|议题|議題|徵稿|征稿|投稿募集"),
    row(cfp,
        "referatow|referaty|prelekcji|wystapien|propozycj*|prispevk*|eloadasok bekuld*|eloadas "
        "bekuld*|eloadasjavaslat*|"
        "eloadasterv*|felhivas*|esitysehdotu*|propuner*|докладов|доклады|заявк* на доклад|заявки на доклады|доповідей|"
        "προτασεων|προτασεισ|εισηγησεων|εισηγησεισ"),
    row(cfp,
        "발표 신청|발표 모집|연사 모집|발표자 모집|발표자 신청|zglaszanie "
        "prelekcji|prelekcj*|foredragsforslag|bidragsforslag|talarforslag|appel a propositions|appel a ateliers|envio "
        "de propuestas|invio delle proposte|envio de propostas"),
    row(abstract,
        "extended abstract*|abstract*|abstract submission*|abstract deadline|kurzfassung*|zusammenfassung*|resume "
        "des|resumes|resumenes|resumen|riassunti|resumos|samenvatting*|抄録|要旨|摘要"),
    row(abstract,
        "abstrakt*|streszczen*|absztrakt*|osszefoglal*|tiivistelm*|sammandrag*|rezumat*|bildiri "
        "ozet*|тезис*|аннотаци*|тези|"
        "περιληψ*"),
    row(abstract, "초록|sammendrag|resumes etendus|resumenes extendidos"),
    row(paper,
        "proceedings track|full chapter*|chapters|paper*|full paper*|manuscript*|short paper*|paper "
        "submission*|papier*|manuskript*|articles|article "
        "complet|articulos|articoli|artigos|artikelen|論文*|论文|全文|原稿"),
    row(paper,
        "artykul*|pelnych tekstow|pelne teksty|clank*|kezirat*|tanulmany*|lucrar*|bildiri tam "
        "metin*|makalah|статей|статьи|"
        "статья|полных текстов|полные тексты|рукопис*|αρθρων|πληρη κειμενα"),
    row(paper, "논문 제출|논문 투고|논문|원고|artiklar|artikler|vetenskapliga artiklar|artikkelit|beitragseinreichung"),
    row(paper,
        "vollbeitrag*|langbeitrag*|kurzbeitrag*|volltexte|fachbeitrag*|textes complets|trabajos completos|textos "
        "completos|articulo completo|lavori completi|testi completi|trabalhos completos|volledige papers|pelne "
        "artykuly|fullstandiga artiklar"),
    row(registration,
        "anmeldeschluss|anmeldefrist|meldeschluss|regist*|sign up|sign-up|signup|sign up by|signing "
        "up|rsvp*|tickets|ticket|ticket sale*|early "
        "bird|early-bird|book by|book your|enrol*|enroll*|payment|waitlist|free your spot|cancel your|tell us|let us "
        "know|fill in the form|fill out the form|change your rsvp|price*|early price|early rate"),
    row(registration,
        "anmeld*|fruhbuch*|anmeldung*|melde dich|meldet euch|karten|inscri*|reserv*|billet*|tarif "
        "reduit|inscricoes|registro|registr*|entradas|iscri*|prenota*|aanmeld*|meld je "
        "aan|weten of "
        "je|weten|betaal*|zahl*|inschrijv*|kaarten|tickets|チケット*|早割|前売|参加申込|申込*|申し込み*|参加登録|登録|"
        "報名*|报名*|注册|"
        "신청"),
    row(registration,
        "rejestracj*|zarejestr*|zapis "
        "na|zapisy|zapisow|bilet*|registrac*|vstupenk*|jelentkez*|regisztrac*|jegyek|ilmoittau*|"
        "접수|모집|募集期間|受付期間|rekisterointi|anmalan*|anmalning*|anmal "
        "dig|tilmeld*|pamelding*|kayit|pendaftaran|регистраци*|зарегистр*|"
        "реєстраці*|билет*|εγγραφ*|δηλωσεισ συμμετοχησ|δηλωση συμμετοχησ"),
    row(registration,
        "ticketverkauf*|kartenverkauf*|vorverkauf*|kartenvorverkauf|ticketshop|platzreservierung|prevente|preventes|"
        "mise en vente|venta de entradas|venta anticipada|preventa|prevendita|vendita dei biglietti|bilheteira|venda "
        "de bilhetes|venda de "
        "ingressos|voorverkoop|kaartverkoop|ticketverkoop|biljett*|forkop|forsalg|predprodej*|przedsprzeda*|sprzedaz "
        "bilet*|lipunmyynti|liput|jegyelovetel|продажа билетов|사전등록|사전 등록|참가 "
        "신청|참가신청|등록|얼리버드|예매|前売券|先行販売|早鸟|预售"),
    row(registration,
        "pameldingsfrist|tilmeldingsfrist|anmalningstid|inschrijftermijn|"
        "sista anmalningsdag|inschrijftermijn|inschrijfdeadline|fecha limite de inscripcion|termin rejestracji"),
    row(application,
        "bewerbungsschluss|bewerbungsfrist|apply|applying|applicant*|applied|application*|application "
        "deadline|grant*|scholarship*|stipend*|travel support|financial aid|team "
        "application*|nominat*|bewerb*|bewirb*|stipendi*|candidat*|candidature*|postul*|solicitud*|beca|becas|bourse*|"
        "borsa|borse|bolsa|domanda|domande|sollicit*|応募*|募集締*|申请|申請"),
    row(application,
        "aplikacj*|wniosk*|nabor|naboru|przihlas*|prihlask*|palyaz*|hakemu*|haku|hakuaika|ansokan*|ansokning*|"
        "ansogning*|soknad*|"
        "basvuru*|aplicati*|заявк*|заявок|αιτησ*"),
    row(application,
        "soknadsfrist|ansogningsfrist|sista ansokningsdag|"
        "지원서|참가팀|참가자 모집|서류 접수|prijimame prihlasky|motivationsschreiben|zgloszenia uczestnik*"),
    row(application, "sista ansokningsdag|hakuaika paattyy|deadline ansokan"),
    row(submission,
        "can be submitted|may be submitted|konnen eingereicht "
        "werden|einsendeschluss|einreichungsschluss|einreichefrist|"
        "einreichungsfrist|abgabeschluss|abgabetermin|posters|demos|"
        "submission*|submit*|enter|to enter|hand in|send in|send us|upload|systems are "
        "due|entries|solutions|contributions|contribution|projects|project "
        "submission*|einreich*|einsend*|abgabe|beitrage|einsendung*|soumission*|soumettre|envoi|envoyer|contributions|"
        "trabajos|envio|enviar|envia|entrega|invio|inviare|contributi|consegna|envio|submissao|submissoes|trabalhos|"
        "insturen|"
        "inzend*|inlever*|提出|投稿|作品提交|提交|投稿する"),
    row(submission,
        "zgloszen*|zglaszan*|nadsylan*|nadsyla*|odevzdan*|bekuld*|benyujt*|leadas*|bidrag|innsending*|indsendelse*|"
        "pengumpulan|"
        "pengiriman|прием работ|прием материалов|сдача проектов|отправка решений|прием проектов|υποβολ*"),
    row(submission,
        "논문 접수|작품 접수|작품 제출|제출|응모|출품|inlamning*|innlevering*|aflevering*|palautus|palautukset|rendu "
        "des projets|entrega de proyectos|consegna dei progetti|entrega dos projetos|投递|参赛作品"),
    row(notification,
        "notification*|notif*|acceptance*|decision*|results|winners|winner*|announced "
        "by|hear back|hear from us|hears from us|be informed|be notified|informiert|benachrichtigt|"
        "benachrichtigung*|zusage*|zu- und "
        "absagen|bekanntgabe|ergebnisse|gewinner*|notifica*|reponse*|resultats|laureats|notificacion*|resultados|"
        "ganadores|aceptacion|vincitori|esito|esiti|accettazione|risultati|selecionados|lista de "
        "selecionados|vencedores|notificacao|uitslag|bekendmaking|winnaars|採否*|採択通知|結果発表|録用通知|录用通知|"
        "通知|结果公布|获奖"),
    row(notification,
        "powiadomien*|ogloszenie wynikow|wyniki|ertesit*|eredmenyhirdet*|eredmenyek|уведомлени*|результат*|подведение "
        "итогов|"
        "объявление итогов|победител*|γνωστοποιηση|αποτελεσματα"),
    row(notification,
        "심사 결과|심사결과|결과 통보|결과 발표|결과발표|선정 결과|당선작|수상작|통보|ogloszenie listy|oznameni "
        "vysledk*|vyrozumeni|tilbagemelding|tulokset|ilmoitus hyvaksy*|bekanntgabe der ergebnisse|annonce des "
        "resultats|publicacion de resultados|comunicazione degli esiti|divulgacao dos resultados|comunicacao de "
        "aceitacao|结果通知|审稿结果|入选名单"),
    row(other_deadline,
        "voting|abstimmung*|votacion|votacao|votazione|stemming|投票|camera-ready|camera ready|final version*|final "
        "manuscript*|room block|hotel block|hotel*|block of "
        "rooms|druckfertig*|version finale|version definitive|version final|versione finale|versione definitiva|versao "
        "final|definitieve versie|最终稿|最終稿|カメラレディ|终稿|hotelkontingent*|zimmerkontingent*"),
    row(other_deadline,
        "votazioni|votaciones|votacoes|glosowani*|hlasovani|rostning|afstemning|avstemning|голосовани*|투표|aanestys|"
        "szavazas|publikumsvoting|publikumswertung|vote du public|voto del publico|wersja ostateczna|wersja "
        "koncowa|finalni verze|slutlig version|slutgiltig version|endelig version|endelig versjon|lopullinen "
        "versio|окончательный вариант|финальная версия|최종본|최종 논문|최종논문|versao definitiva|finale "
        "versie|endfassung|endversion|druckfassung|texte definitif|texto definitivo|testo definitivo"),
    // ---- changed
    row(extended,
        "pushing it|push it to|pushed it to|pushing the|pushed the|push the deadline|pushing back|more weeks|one more "
        "week|another week|extra week|additional week|more time to submit|second deadline|final extension|extended "
        "to|extended until|extended deadline"),
    row(extended,
        "pushed to|pushed back|extended|extension|extends|extending|new "
        "deadline|prolonged|verlangert*|verlangerung*|prolong*|reporte la "
        "date limite|repousse*|se "
        "amplia|ampliad*|amplia|ampliamos|prorrog*|prorog*|estendid*|verlengd|verlenging|延長*|延长|延至|延期至|"
        "期限延長|締切延長"),
    row(extended,
        "przedluzon*|przedluzam*|prodlouz*|meghosszabbi*|jatkettu|forlangd|forlenget|forlaenget|uzatildi|prelungit*|"
        "diperpanjang|"
        "продлен*|продлев*|продовжен*|παρατασ*|παρατεινεται|παρατειν*"),
    row(extended, "연장|연장되|연장합니다|forlangs|forlengs|forlenges|forlaenges"),
    row(replaced,
        "originally|originally planned for|previously|formerly|was|were|old date|instead of|rather than|not on|moved "
        "from|brought forward from|pulled forward from|original cfp|rescheduled from|postponed from|original "
        "date|original deadline|old deadline|had been planned "
        "for|geplant|ursprunglich*|statt|anstatt|bisher|vormals|fruher|verschoben vom|vom "
        "ursprunglichen|initialement|prevu initialement|prevue|au lieu du|au lieu "
        "de|anciennement|auparavant|initialement prevu*|antes|en lugar "
        "del|inicialmente|originalmente|previsto|previsto inicialmente|anziche|invece "
        "del|inizialmente|originariamente|prima|em vez de|em vez do|anteriormente|in plaats "
        "van|oorspronkelijk|eerder|当初|もともと|原定|原定于|原訂|当初予定*"),
    row(replaced,
        "pierwotnie|zamiast|puvodne|eredetileg|helyett|alun perin|ursprungligen|opprinnelig|oprindeligt|вместо|"
        "первоначально|замість|αντι για|αρχικα"),
    row(replaced,
        "hatte stattfinden sollen|sollte ursprunglich|prevista|previstas|previstos|programada|programado|anunciada "
        "para el|anunciado para el|marcada|marcado|agendada|agendado|programmata|annonce pour "
        "le|zaplanowan*|planowan*|planovan*|planerad|planerat|planlagt|skulle ha|skulle have|mel se konat|mela se "
        "konat|запланированн*|планировавш*|должен был|должна была|должно было|예정이던|예정되었던|예정됐던|原先|本来"),
    row(replaced, "予定していた|予定されていた|予定だった|予定の"),
    row(moved,
        "pasa al|pasan al|passe au|passa al|passa para|verhuist naar|postponed to|postponed until|moved to|moves "
        "to|rescheduled to|rescheduled for|new date|now on|shifted "
        "to|brought forward to|delayed to|delayed until|verschoben auf|neuer termin|verlegt auf|vorverlegt "
        "auf|nachgeholt am|reporte au|reportee au|reportes au|nouvelle date|decale au|decalee au|avance au|se traslada "
        "al|nueva fecha|aplazado al|aplazada al|se aplaza al|pospuesto al|pospuesta al|rinviato al|rinviata "
        "al|spostato al|spostata al|nuova data|adiado para|adiada para|nova data|transferido para|verplaatst "
        "naar|verzet naar|nieuwe datum|uitgesteld "
        "tot|延期し*|に延期|に変更|新日程|振替|改期至|延期至|改至|改到|延期到|推迟至|推迟到"),
    row(moved,
        "przeniesion* na|przeniesione na|przeniesiona na|przelozone na|przelozona na|nowy termin|novy termin|uj "
        "idopont|"
        "перенесен на|перенесена на|перенесено на|переносится на|новая дата|αναβαλλεται για|μεταφερεται στισ|νεα "
        "ημερομηνια"),
    row(moved,
        "przesuniete na|przesuniety na|przeniesiony na|przeniesiono na|przekladamy na|nowa data|presunut na|presunuta "
        "na|presouva se na|odlozen na|odlozena na|prelozen na|nove datum|flyttas till|flyttad till|flyttat till|skjuts "
        "upp till|uppskjuten till|nytt datum|udsat til|udskudt til|flyttet til|flyttes til|utsatt til|ny dato|rykket "
        "til|siirtyy|siirretaan|uusi paiva|verschoven naar|se traslada a|se pasa al|se aplaza hasta|se muda para|muda "
        "para|mudou para|passou para|verlegen wir auf|verschieben wir auf|verschoben in den|nueva cita|neues "
        "datum|neuer schlusstermin"),
    row(moves,
        "postponed|rescheduled|moved|we move|move|moves|vertagt|decale|decalee|aplaza|se aplaza|pospone|se pospone|"
        "traslada|se "
        "traslada|anticipato|anticipata|posticipato|posticipata|verzet|slitta|slittato|schuift|wandert|change of "
        "date|date "
        "change|terminanderung|changement de "
        "date|cambio de "
        "fecha|cambio data|"
        "verschoben|verlegt|reporte|reportee|deplace|deplacee|aplazado|aplazada|pospuesto|"
        "pospuesta|rinviato|rinviata|spostato|spostata|adiado|adiada|uitgesteld|verplaatst|延期|推迟|改期"),
    row(moves,
        "przeniesion*|przelozon*|przesuniet*|presunut|presunuta|presunuto|presunuty|odlozen*|prelozen*|flyttas|flyttad|"
        "uppskjut*|udsat|udskudt|"
        "utsatt|flyttet|перенесен*|переносится|연기|변경|순연|elhalaszt*|ertelen*"),
    // ---- the event
    row(label,
        "date|dates|when|date and time|date & time|day|conference dates|event date|event dates|save the "
        "date|wann|datum|termin|termine|zeit|uhrzeit|quand|fecha|fechas|cuando|data|quando|datas|wanneer|datum en "
        "tijd|日時|日程|開催日|開催日時|開催期間|会期|日期|时间|時間|会议时间|会议日期|活动时间|活動時間|일시"),
    row(label,
        "kiedy|terminy|kdy|datum konani|mikor|idopont*|milloin|ajankohta|tid og sted|tidspunkt|ne zaman|tarih|kapan|"
        "tanggal|дата|даты|дата и время|дата проведения|даты проведения|время проведения|сроки проведения|срок "
        "проведения|когда|коли|ημερομηνια|ημερομηνιεσ|ποτε|ημερα και ωρα"),
    row(label,
        "일정|날짜|개최일|개최일시|행사 일시|기간|대회 기간|행사 기간|dato|hvornar|tid og dato|datum och tid|termin "
        "konania|data i godzina|datum a cas|paivamaara|час і місце|дата и место|дата начала|tag und uhrzeit|date et "
        "heure|fecha y hora|data e ora|data e hora|dia y hora"),
    row(takes_place,
        "will happen|is planned for|takes place|take place|taking place|will be held|is held|be held|join "
        "us|join us on|see you|we "
        "meet|meet on|meets|meeting on|gather*|happens|happening|is on|is scheduled for|scheduled for|runs "
        "from|runs|come to|come along|next meeting|next one|main conference|conference itself|workshop itself|speaks "
        "on|we are at|findet*|finden|statt|treffen wir uns|trifft sich|treffen uns|nachste*|hauptkonferenz|a lieu|aura "
        "lieu|auront lieu|se tient|se tiendra|rendez-vous|on se retrouve|nous nous retrouvons|retrouvons-nous|se "
        "celebra|se celebrara|tendra lugar|tiene lugar|nos vemos|nos reunimos|el encuentro es|si tiene|si terra|si "
        "svolge|si svolgera|ci vediamo|ci troviamo|appuntamento|acontece|sera realizado|sera "
        "realizada|sera|realiza-se|encontramo-nos|recebe|vindt plaats|vinden plaats|organiseren|we komen bijeen|komen "
        "we samen|開催|開催します|行います|举行|舉行|召开|召開|举办|舉辦|열립니다"),
    row(takes_place,
        "odbedzie sie|odbeda sie|zapraszamy|spotykamy sie|spotkamy sie|kona se|uskutecni se|megrendez*|kerul "
        "sor|varunk|"
        "jarjestetaan|pidetaan|ager rum|arrangeres|afholdes|gerceklesecek|va avea loc|are loc|tindra lloc|berlangsung|"
        "состоится|состоятся|пройдет|пройдут|проводится|будет проходить|приглашаем|ждем вас|встречаемся|відбудеться|"
        "запрошуємо|πραγματοποιειται|πραγματοποιηθει|διεξαγεται|διεξαχθει|διοργανωνεται|λαμβανει χωρα|λαβει χωρα"),
    row(takes_place,
        "개최됩니다|개최합니다|진행됩니다|진행합니다|ses vi|vi ses|arrangeras|traffas vi|vi traffas|finder sted|finner "
        "sted|foregar|loper av stabelen|lobe af stablen|lobet af stablen|modes vi|motes vi|sie odbedzie|odbywa "
        "sie|wraca|wracaja|wroca|wroci|widzimy sie|probehne|probehnou|sejdeme se|zveme vas|zveme|vitame "
        "vas|tartjuk|megtart*|tapahtuu|kokoontuu|ждем|встретимся|соберемся|проводим|decorre|decorrera|tem lugar|tera "
        "lugar|realizar-se|vai decorrer|se realizara|se llevara a cabo|se desarrollara|tendran lugar|se celebran|se "
        "celebraran|avra luogo|si tengono|si terranno|svolgera|se deroule|se deroulera|se "
        "derouleront|tiendra|tiendront|is weer|houden we|wordt gehouden|laden wir|laden ein|geht los|veranstalten|ist "
        "wieder|sera nos dias|regresa|torna il|やります|開かれます"),
    row(begins,
        "begins|begin|starts|start|kicks off|kick-off|kickoff|hacking begins|hacking starts|opening ceremony|game "
        "opens|beginnt|startet|los geht*|beginn|auftakt|debute|commence|debut|coup "
        "d'envoi|empieza|comienza|inicio|arranca|inizia|inizio|comincia|abertura|comeca|begint|aanvang|start "
        "om|開始|开始|開幕"),
    row(begins,
        "poczatek|rozpoczecie|zaczyna "
        "sie|zacatek|kezdes|kezdodik|kezdete|alkaa|baslangic|начало|начнется|начинается|старт|"
        "початок|εναρξη|αρχιζει|ξεκινα|ξεκιναει"),
    row(begins,
        "beginnen|starter kl|starter "
        "klokken|borjar|zacina|zaczynamy|startujemy|startujeme|arrancamos|comenzara|se inicia|si parte|si "
        "comincia|debutera|commencera|on commence|comeca as|vangt aan|we beginnen|시작|개막|кик-офф|начинаем"),
    row(begins, "стартует"),
    row(ends,
        "ends|end|finishes|concludes|closes|closing|closing ceremony|endet|ende|schluss|se termine|fin|finit|prend "
        "fin|termina|acaba|finaliza|clausura|finisce|fine|si conclude|encerramento|eindigt|einde|終了|結束|结束|閉幕"),
    row(ends, "koniec|zakonczenie|konec|zaras|befejezes|paattyy|bitis|конец|окончание|завершение|кінець|ληξη"),
    row(ends,
        "se cierra|si chiude|chiude|chiusura|se cloture|s'achevera|s'acheve|schliesst|schluss ist|sluit "
        "af|encerra|konci|konczy "
        "sie|konczymy|slutar|slutter|avslutas|avslutter|завершается|завершится|закончится|заканчивается|종료|마무리|"
        "폐막"),
    row(ends, "финиш|finisz"),
    row(side,
        "day before|day after|co-located with|colocated with|ahead of|alongside|judging runs|judging "
        "period|doors|doors open|doors at|check-in|check in|breakfast|lunch|dinner|training*|tutorial "
        "day|pre-conference|setup|office hours|judging|einlass|ab einlass|ouverture des portes|accueil|apertura "
        "puertas|apertura porte|puertas|porte|portas|inloop|deuren|受付|開場"),
    // ---- not the event
    row(publication,
        "posted|posted on|posted by|published|published on|last updated|updated|updated on|created on|was "
        "created|was written on|written on:|submitted by|by the team|veroffentlicht*|aktualisiert*|erstellt "
        "am|stand|publie*|mis a "
        "jour|mise a "
        "jour|publicad*|actualizad*|pubblicat*|aggiornat*|atualizad*|geplaatst|gepubliceerd|bijgewerkt|公開日|投稿日|"
        "更新日|掲載日|发布于|发布时间|發佈於|发表于|更新于|copyright|copyright (c)|©|all rights "
        "reserved|版权所有|版權所有|alle rechte vorbehalten"),
    row(publication,
        "opublikowan*|dodano|zaktualizowan*|ostatnia "
        "aktualizacja|zverejnen*|publikovan*|kozzetev*|kozzetett*|frissitve|"
        "julkaistu|paivitetty|publicerad*|publisert|uppdaterad*|oppdatert|yayinlan*|опубликован*|обновлен*|дата "
        "публикации|"
        "размещен*|опубліковано|оновлено|δημοσιευ*|τελευταια ενημερωση|αναρτηθηκε"),
    row(past,
        "last year|last year's|last edition|previous edition|previous*|past*|earlier edition*|founded|since|in the "
        "years|back in|was held|took place|were held|had been|used "
        "to|established|celebrated|received|joined|died|started on|launched|last weekend|last week|last month|recorded "
        "on|fand|fanden|"
        "trafen sich|trafen wir uns|letztes wochenende|letzte woche|letztes jahr|"
        "a reuni|ont reuni|s'est deroule*|la semaine derniere|le week-end dernier|el pasado|la semana pasada|nos "
        "reunimos el|se celebro|tuvo lugar|tuvieron lugar|realizado|realizada|contou com|na semana passada|si e "
        "svolt*|si e tenut*|la settimana scorsa|lo scorso|vorige week|afgelopen|vond plaats|vonden plaats|kwamen "
        "samen|took part|recorded live|recorded at|spoke at|we attended|teilgenommen|aufgezeichnet|ont participe|avons "
        "participe|participaron|hanno "
        "partecipato|participaram|deelgenomen|opgenomen|先週|先日|開催した|開催しました|開催され*|参加しました|"
        "行われました|举行了|举办了|成功举办|顺利举办|"
        "圆满|上周|"
        "上週|im "
        "letzten jahr|vergangene*|letzte ausgabe|vorjahr|gegrundet|seit|depuis|l'annee derniere|l'an dernier|derniere "
        "edition|precedent*|fonde*|s'est tenu*|el ano pasado|pasada edicion|edicion "
        "anterior|desde|fundad*|celebrado|l'anno scorso|scorsa edizione|edizione precedente|dal 197*|dal 198*|dal "
        "199*|dal 200*|dal 201*|dal 202*|fondat*|no "
        "ano passado|ultima edicao|edicao anterior|na edicao de|vorig jaar|vorige "
        "editie|sinds|opgericht|昨年|前回|去年|上届|以来|以來|に始まった|年に始"),
    row(past,
        "odbyl sie|odbyla sie|odbylo sie|odbyly sie|w zeszlym roku|w ubieglym roku|konal se|konala se|konalo "
        "se|tavaly|mult heten|"
        "viime vuonna|i fjol|forra aret|прошел|прошла|прошло|прошли|состоялся|состоялась|состоялось|состоялись|в "
        "прошлом "
        "году|прошлого года|відбувся|відбулася|відбулося|πραγματοποιηθηκε|διεξηχθη|περυσι"),
    row(past,
        "i fjor|sidste ar|sist ar|forra gangen|senaste gangen|sidst var|sist var|minulle vuonna|viime kerralla|rok "
        "temu|posledne|loni|지난|지난해|작년|전년도|지난번|往届|上一届|上次|tenute le|letztes mal|beim letzten mal|im "
        "vorjahr|en la pasada|l'edizione precedente|la derniere fois|la ultima vez|l'ultima volta|da ultima vez|a "
        "ultima vez|de vorige keer|vorige keer"),
    row(aside,
        "snow date|money back|fees back|come back by|paid back|rain date|raindate|backup date|fallback "
        "date|alternative date|reserve "
        "date|refund*|version|release*|released|end of "
        "life|eol|born|visa|invoice|erstattet|rembours*|reembols*|rimbors*|terugbetal*|返金|退款|publication|volume|"
        "special issue|valid until|gueltig bis|gultig bis|takes office|next edition|naechste "
        "ausgabe|rebuttal*|review*|bugfix*|removed on|be removed|end of support|as of|years old|are 18|are 18 "
        "by|commits from"),
    row(aside,
        "zwrot*|aterbetal*|tilbagebetal*|vraceni|возврат*|환불|出版|erstatten|zuruckerstattet|teruggestort|teruggave|"
        "restituzione"),
    row(aside,
        "fechas se anunciar*|fecha se anunciar*|dates seront annoncees|dates exactes|date exacte|date sera "
        "annoncee|dates seront communiquees|date saranno annunciate|date esatte|data sera anunciada|datas serao "
        "anunciadas|datas exatas|datum volgt|exacte datum|genauer termin|genaue datum|termin geben wir|termin "
        "podamy|dokladny termin|даты объявим|точные даты|точная дата|programa se publicara|programme sera "
        "publie|programma volgt|programm erscheint|programm folgt|fechas exactas|fecha exacta"),
    row(aside,
        "in kraft|i kraft|ikraft|en vigor|em vigor|en vigueur|in vigore|van kracht|w zycie|v platnost|v ucinnost|в "
        "силу|hatalyba|voimaan|yururluge|erstattung|haltbar bis|kaytettavissa"),
    row(event_noun,
        "conference|main conference|conference itself|workshop|workshop "
        "day|symposium|summit|meeting|meetup|event|event day|"
        "hackathon|contest|final|finale|konferenz|tagung|veranstaltung|treffen|hauptkonferenz|conference|colloque|"
        "evenement|rencontre|atelier|congreso|evento|encuentro|jornada|jornadas|taller|convegno|incontro|congresso|"
        "encontro|congres|bijeenkomst|evenement|大会|会議|本番|研讨会|会议|大赛|决赛"),
    row(event_noun,
        "konferencja|spotkanie|warsztaty|wydarzenie|konference|setkani|konferencia|talalkozo|rendezveny|konferenssi|"
        "tapahtuma|"
        "konferens|konferanse|konferans|конференция|семинар|встреча|митап|хакатон|мероприятие|конференція|зустріч|"
        "συνεδριο|εκδηλωση|ημεριδα"),
    row(event_noun,
        "행사|본행사|대회|본선|결선|학술대회|컨퍼런스|해커톤|설명회|konferansen|konferencen|konferensen|traffen|motet|"
        "modet|festivalen|tagung selbst|congres lui-meme|le colloque|el congreso|la jornada|il convegno|o "
        "congresso|het congres|zjazd|akce|prednaska|wyklad|лекция|джем|вебинар|форум|олимпиада|конкурс"),
    row(recap,
        "recap|wrap up|wrap-up|looking back|look back|photos from|slides from|thank you for coming|thanks for "
        "coming|thanks to "
        "everyone|thank you all|what i learned|what we learned|my takeaways|takeaways|trip report|report "
        "from|conference report|event report|meeting report|tagungsbericht|"
        "ruckblick|nachlese|nachbericht|so war|das war|retour sur|compte rendu|compte-rendu|bilan|cronica|asi fue|"
        "balance|resoconto|com'e andata|cosi e andata|como foi|balanco|retrospectiva|terugblik|verslag|zo was|"
        "開催報告|参加レポ*|レポート|振り返り|ふりかえり|回顾|回顧|圆满|纪要|報告"),
    row(recap,
        "relacja|podsumowanie|ohlednuti|tillbakablick|aterblick|tilbageblik|tilbakeblikk|sa var|slik var|sadan "
        "var|nain meni|как это было|отчет о|итоги|후기|회고|참관기|감사드립니다|侧记|见闻|参加記|terugblik op|merci a "
        "tous|gracias a todos|grazie a tutti|obrigado a todos|danke an alle"),
    row(of_all,
        "all|all times|all deadlines|all dates|times are|times in|deadlines are|alle|alle zeiten|alle fristen|zeiten "
        "in|toutes|todas|todos|tutte|tutti"),
    row(of_all, "call closes in|call opens in"),
    row(idle,
        "submitted|submitted on|registered on|applied on|due to|by the way|by train|by bus|by foot|by hand|by mail|by "
        "email|before noon|end of|the end of"),
    row(idle,
        "wie geplant|wie angekundigt|wie gehabt|wie vorgesehen|comme prevu|comme annonce|como previsto|como estaba "
        "previsto|como planeado|como estava previsto|come previsto|come da programma|zoals gepland|som planlagt|som "
        "planerat|zgodnie z planem|jak planowano|podle planu|suunnitellusti|по плану|как и "
        "планировалось|예정대로|予定通り|予定どおり|如期|as planned|as scheduled"),
    row(repeats,
        "every|each|weekly|jeden|jede|jedes|alle|chaque|tous les|toutes les|cada|todos los|todas las|ogni|tutti "
        "i|todas as|todos os|elke|iedere|每|毎週|毎月|每周|每月|毎"),
    row(repeats,
        "kazdy|kazda|kazde|w kazdy|w kazda|w kazde|co tydzien|kazdou|minden|joka|varje|hver|her "
        "hafta|каждый|каждую|каждое|"
        "каждые|еженедельно|ежемесячно|кожен|кожну|καθε"),
    row(repeats,
        "de lunes a viernes|monday to friday|monday through friday|mon-fri|montag bis freitag|mo-fr|du lundi au "
        "vendredi|dal lunedi al venerdi|de segunda a sexta|van maandag tot vrijdag|each day|daily|taglich|chaque "
        "jour|cada dia|ogni giorno|todos os dias|elke dag"),
    row(repeats, "매주|매월|매달|매년|varannan|hver anden|hver onsdag|co drugi|joka toinen|раз в неделю|раз в месяц"),
    row(repeats, "jeweils|chaque fois|cada vez|ogni volta|telkens|kazdorazowo|vzdy od|各回|매회|各日"),
    row(cfp,
        "talk form|speaker form|talks are welcome|talks welcome|talks wanted|kurzvortrag*|lightning talk "
        "proposal*|submissao de minicursos|submission of tutorials"),
    row(registration,
        "anotate|anotarse|apuntate|apuntarse|matricula|matriculas|matricularse|enter their|sales|ticket sales|stand "
        "booking*|booth booking*|team entries|meldet sich|melde dich|meldet euch|regular ticket*|late bird*"),
    row(notification,
        "resultado em|resultados em|resultado el|resultados el|get back to|hears back|hear back|hears "
        "by|ruckmeldung:|gets back to|projects announced|teams announced|finalists announced"),
    row(publication,
        "last edited|last refreshed|last modified|last changed|last revised|edited on|refreshed|ultima "
        "actualizacion|derniere mise a jour|zuletzt geandert|zuletzt bearbeitet|laatst gewijzigd|ultima modifica"),
    row(replaced,
        "que terminaba|que finalizaba|que vencia|que acababa|que cerraba|qui se terminait|qui expirait|qui devait|che "
        "scadeva|che terminava|que terminava|que acabava|which ended|which was to end|that ended|die bisher|der "
        "bisher"),
    row(aside,
        "judging:|judging period|judging phase|jury phase|jurying|team mergers|merger deadline|evaluation period"),
    row(ends,
        "letzter termin|letzter abend|last session|final session|derniere seance|ultima sesion|laatste les|laatste "
        "avond"),
    row(takes_place, "meet again in|meets again in|will meet again"),
};

constexpr auto table = phrase_table<vocabulary>();

}  // namespace

void mark_cues(MarkTable& marks) { mark_phrases(table.index(), Mark::cue, marks); }

std::vector<CueHit> find_cues(const ProseText& text, std::size_t end) {
  const auto hits = find_phrases(table.index(), text, Mark::cue, end);
  std::vector<CueHit> cues;
  cues.reserve(hits.size());
  std::uint32_t covered = 0;  // by a phrase of several words: "version" says nothing in "final version due"
  for (const PhraseHit& hit : hits) {
    const auto cue = static_cast<Cue>(hit.tag);
    const bool weak = cue == aside || cue == publication || cue == past || cue == replaced;
    if (hit.to - hit.from > 1) covered = std::max(covered, hit.to);
    if (cue == idle || (weak && hit.to - hit.from == 1 && hit.to <= covered)) continue;
    cues.push_back({cue, hit.from, hit.to});
  }
  return cues;
}

}  // namespace almanac::prose
