// Dates in the prose of many languages.
#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose_tongues, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(reads_what_closes_in_polish_russian_greek_and_hungarian) {
  check({
      {"Kwarki", "Termin nadsyłania zgłoszeń do 15 marca 2027.", "- submission=2027-03-16T11:59:59Z"},
      {"Kwarki", "Zgłoszenia przyjmujemy do 15 marca 2027 r. Konferencja odbędzie się 10 czerwca 2027 r. w Krakowie.",
       "2027-06-10 submission=2027-03-16T11:59:59Z"},
      {"Kwarki", "Zapisy do 30.04.2027. Konferencja: 12-14.05.2027",
       "2027-05-12/2027-05-15 registration=2027-05-01T11:59:59Z"},
      {"Кварки", "Прием заявок до 15 марта 2027 г.", "- application=2027-03-16T11:59:59Z"},
      {"Кварки", "Срок подачи тезисов — 1 апреля 2027 г. Конференция пройдет 10–12 июня 2027 года в Москве.",
       "2027-06-10/2027-06-13 abstract=2027-04-02T11:59:59Z"},
      {"Кварки", "Заявки принимаются с 1 февраля по 15 марта 2027 года", "- application=2027-03-16T11:59:59Z"},
      {"Κουάρκ", "Προθεσμία υποβολής περιλήψεων: 15 Μαρτίου 2027", "- abstract=2027-03-16T11:59:59Z"},
      {"Κουάρκ", "Εγγραφές μέχρι τις 3 Μαΐου 2027. Το συνέδριο διεξάγεται 15-17 ΜΑΪΟΥ 2027.",
       "2027-05-15/2027-05-18 registration=2027-05-04T11:59:59Z"},
      {"Kvarkok", "Jelentkezési határidő: 2027. március 15.", "- registration=2027-03-16T11:59:59Z"},
      {"Kvarkok", "Előadások beküldése 2027. március 15-ig.", "- cfp=2027-03-16T11:59:59Z"},
      {"Kvarky", "Uzávěrka příspěvků: 15. března 2027", "- cfp=2027-03-16T11:59:59Z"},
      {"Kvarky", "Přihlášky do 15. března 2027.", "- application=2027-03-16T11:59:59Z"},
      {"Kvarkit", "Abstraktien määräaika 15.3.2027", "- abstract=2027-03-16T11:59:59Z"},
      {"Kuarklar", "Başvurular 15 Mart 2027 tarihine kadar", "- application=2027-03-16T11:59:59Z"},
      {"Кварки", "Подання заявок до 15 березня 2027 року", "- application=2027-03-16T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(words_of_one_language_are_not_taken_for_those_of_another) {
  check({
      {"Meetup", "do 11 maart, 19u30", "2027-03-11T19:30:00"},
      {"Encontro", "Tema do 15 de março: quarks", "2027-03-15"},
      {"Spotkanie", "Spotkanie odbędzie się 12 lutego 2027 o 18:00.", "2027-02-12T18:00:00"},  // sie: August
      {"Встреча", "До встречи 12 марта! Регистрация по ссылке.", "2027-03-12"},
      {"Встреча", "Доклад: 15 марта 2027, 19:00", "2027-03-15T19:00:00"},
      {"Хакатон", "Сроки проведения: 12–14 мая 2027", "2027-05-12/2027-05-15"},
  });
}

BOOST_AUTO_TEST_CASE(reads_days_and_hours_in_the_cases_of_running_text) {
  check({
      {"Spotkanie", "Zapraszamy w piątek 12 marca o godzinie 18.30 do biblioteki.", "2027-03-12T18:30:00"},
      {"Spotkanie", "W czwartek 11 marca, godz. 18.00–20.00", "2027-03-11T18:00:00/2027-03-11T20:00:00"},
      {"Spotkanie", "Start: 12.02.2027, godz. 18", "2027-02-12T18:00:00"},
      {"Митап", "Ждём вас 11 марта 2027 года в 19.00 по адресу Невский, 1", "2027-03-11T19:00:00"},
      {"Митап", "Встреча: 15 марта, 7 часов вечера", "2027-03-15T19:00:00"},
      {"Митап", "в среду 17 марта в 19:30", "2027-03-17T19:30:00"},
      {"Συνάντηση", "Ημερομηνία: 15 Μαΐου 2027, 7:00 μ.μ.", "2027-05-15T19:00:00"},
      {"Συνάντηση", "στις 15/5/2027 και ώρα 18:30", "2027-05-15T18:30:00"},
      {"Találkozó", "2027. március 11-én, csütörtökön 18 órakor", "2027-03-11T18:00:00"},
      {"Találkozó", "Március 11., csütörtök, 18:30", "2027-03-11T18:30:00"},
      {"Találkozó", "2027. május 12-én este 7 órakor", "2027-05-12T19:00:00"},
      {"Találkozó", "2027. 03. 15. 18:00", "2027-03-15T18:00:00"},
      {"Találkozó", "2026. március 15. volt.", "-"},
      {"Rencontre", "jeudi 11 mars à 19h", "2027-03-11T19:00:00"},
      {"Träff", "fredag 14 maj klockan 18.00", "2027-05-14T18:00:00"},
      {"Setkání", "pátek 14. května v 18.00 hod.", "2027-05-14T18:00:00"},
      {"Talk", "11 March 2027 (Thu) 18:00", "2027-03-11T18:00:00"},
      {"Talk", "March 11, Thursday, 6pm", "2027-03-11T18:00:00"},
      {"Talk", "2027 March 15", "2027-03-15"},
      {"밋업", "2027년 3월 11일(목) 오후 7시", "2027-03-11T19:00:00"},
      {"밋업", "모집기간: 2027. 2. 10. ~ 2027. 3. 1.", "- registration=2027-03-02T11:59:59Z"},
      {"讲座", "时间：2027年3月11日（周四）下午3:00-5:00", "2027-03-11T15:00:00/2027-03-11T17:00:00"},
      {"Ημερίδα", "από 12 έως 14 Μαρτίου 2027, Αθήνα", "2027-03-12/2027-03-15"},
      {"Ημερίδα", "το βράδυ της 11ης Μαρτίου 2027", "2027-03-11"},
      {"Митап", "12 и 13 марта 2027", "2027-03-12/2027-03-14"},
      {"Митап", "11 марта 2027 в 19:00 по московскому времени", "2027-03-11T16:00:00Z@Europe/Moscow"},
      {"Lezione", "giovedì 11 marzo 2027, dalle ore 17 alle ore 19", "2027-03-11T17:00:00/2027-03-11T19:00:00"},
      {"勉強会", "2027年3月11日（木）18時30分", "2027-03-11T18:30:00"},
  });
}

BOOST_AUTO_TEST_CASE(an_hour_may_stand_behind_a_day_in_figures_without_a_word) {
  check({
      {"Treffen", "13.3.2027 10.15", "2027-03-13T10:15:00"},
      {"Treffen", "13.03.2027, 10.15 Uhr", "2027-03-13T10:15:00"},
      {"Treffen", "13.03.2027, 10.15", "2027-03-13T10:15:00"},
      {"Treffen", "Fr 12.3. 19.30", "2027-03-12T19:30:00"},
      {"Treffen", "Fr., 12.3., 19.30 Uhr", "2027-03-12T19:30:00"},
      {"Treffen", "am 13.3.2027 um 7 Uhr abends", "2027-03-13T19:00:00"},
      {"Treffen", "13.3.2027 10.15 EUR", "2027-03-13"},
      {"Treffen", "13.3.2027 10.15 km", "2027-03-13"},
  });
}

BOOST_AUTO_TEST_CASE(a_talk_is_given_and_a_comma_leads_to_the_next_day) {
  check({
      {"Vortrag: Quarks", "Vortrag: 15. April 2027, 19 Uhr", "2027-04-15T19:00:00"},
      {"Charla", "Charla: jueves 15 de abril a las 19:00", "2027-04-15T19:00:00"},
      {"Vortrag", "Vortragsvorschläge: 15. April 2027", "- cfp=2027-04-16T11:59:59Z"},
      {"QuuxConf", "Meeting on 12 May 2027, registration deadline 1 May 2027",
       "2027-05-12 registration=2027-05-02T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_open_until_a_day_is_no_event_and_applies_to_no_application) {
  check({
      {"Sale: half off until 14 May", "Buy now!", "-"},
      {"Exhibition", "Open until 14 May 2027, 18:00", "-"},
      {"The act applies from 2 August 2027", "Know this before the deadline of 2 August 2027.",
       "2027-08-02 submission=2027-08-03T11:59:59Z"},
      {"Quux school", "Apply by 14 May 2027.", "- application=2027-05-15T11:59:59Z"},
      {"Quux school", "Applications close on 14 May 2027.", "- application=2027-05-15T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(a_label_may_state_the_zone) {
  check({
      {"QUUX paper", "Deadline (AoE): 2027-10-01 23:59:59", "- paper=2027-10-02T11:59:00Z@AoE"},
      {"QUUX paper", "Deadline (UTC+8): 1 October 2027", "- paper=2027-10-01T15:59:59Z@+08:00"},
      {"QUUX", "Start (CET): 1 October 2027, 18:00 - 20:00", "2027-10-01T17:00:00Z@+01:00/2027-10-01T19:00:00Z@+01:00"},
      {"QUUX", "When (see below): 1 October 2027, 18:00", "2027-10-01T18:00:00"},
      {"QUUX", "Submissions close at midnight on 31 March 2027 (Pacific Time)",
       "- submission=2027-04-01T06:59:00Z@America/Los_Angeles"},
  });
}

BOOST_AUTO_TEST_CASE(reads_days_and_parts_of_them_relative_to_today) {
  check({
      {"Treffen", "Wir treffen uns morgen Abend ab 19:30 Uhr.", "2027-02-04T19:30:00"},
      {"Atelier", "Vendredi soir, 19h30, au local.", "2027-02-05T19:30:00"},
      {"Incontro", "Sabato pomeriggio alle ore 15 in sede.", "2027-02-06T15:00:00"},
      {"Quedada", "El viernes por la tarde a las 18:30 en el local.", "2027-02-05T18:30:00"},
      {"Encontro", "Amanhã à noite, 21h, na sede.", "2027-02-04T21:00:00"},
      {"Spotkanie", "Pojutrze o 18:30 w bibliotece.", "2027-02-05T18:30:00"},
      {"Setkání", "Zítra večer od 19:00 v dílně.", "2027-02-04T19:00:00"},
      {"Foredrag", "I morgen aften kl. 19 på biblioteket.", "2027-02-04T19:00:00"},
      {"Träff", "Vi ses i morgon kväll kl 18 hos oss.", "2027-02-04T18:00:00"},
      {"Встреча", "Встречаемся завтра вечером в 19:30.", "2027-02-04T19:30:00"},
      {"모임", "내일 오후 7시 30분에 만나요", "2027-02-04T19:30:00"},
      {"Alpha", "Wczoraj i dziś było zimno.", "-"},
  });
}

BOOST_AUTO_TEST_CASE(days_of_opening_hours_are_no_dates) {
  check({
      {"Werkstatt", "Wir sind da: Mo–Fr 9–12 Uhr", "-"},
      {"Taller", "Abierto de lunes a viernes, 10:00-14:00", "-"},
      {"Hours", "Open Mon-Fri 9-5 pm", "-"},
      {"Treffen", "Fr bis So, 12.–14. März 2027", "2027-03-12/2027-03-15"},
  });
}

BOOST_AUTO_TEST_CASE(reads_ranges_and_hours_of_more_languages) {
  check({
      {"Fest", "Fr 12.3. 19 Uhr bis So 14.3.2027 17 Uhr", "2027-03-12T19:00:00/2027-03-14T17:00:00"},
      {"Zimní škola", "so 13. 3. 2027 9:00 – ne 14. 3. 2027 17:00, je na vás",
       "2027-03-13T09:00:00/2027-03-14T17:00:00"},
      {"Noc", "Spotkanie 12 marca 2027 od 18:00 do północy", "2027-03-12T18:00:00/2027-03-13T00:00:00"},
      {"Entretien", "Dans la nuit du 6 au 7 mars 2027, de 23h à 3h", "2027-03-06T23:00:00/2027-03-07T03:00:00"},
      {"행사", "행사는 2027년 5월 8일 오전 9시부터 9일 오후 5시까지 열립니다",
       "2027-05-08T09:00:00/2027-05-09T17:00:00"},
      {"祭り", "5月8日・9日に開催します", "2027-05-08/2027-05-10"},
      {"合宿", "5月8日から10日まで開催", "2027-05-08/2027-05-11"},
      {"Konferanse", "Konferansen arrangeres i mars 2028 i Bergen", "2028-03"},
      {"Zjazd", "Zjazd odbędzie się wiosną 2028 roku.", "2028"},
      {"Съезд", "Съезд пройдет весной 2028 года.", "2028"},
      {"Лекция", "Дата: 12.03.2027\nНачало: 18:00\nОкончание: 20:30", "2027-03-12T18:00:00/2027-03-12T20:30:00"},
      {"Seminario", "Data: 12 marzo 2027\nInizio: ore 15:00\nFine: ore 17:00",
       "2027-03-12T15:00:00/2027-03-12T17:00:00"},
      {"Charla", "12 de marzo de 2027, 18:00 h (hora de Lima)", "2027-03-12T23:00:00Z@America/Lima"},
  });
}

BOOST_AUTO_TEST_CASE(reads_deadlines_of_more_languages) {
  check({
      {"학술대회", "논문 제출 마감: 2027년 5월 10일\n심사 결과 통보: 2027년 6월 20일\n사전등록: 2027년 7월 1일까지",
       "- paper=2027-05-11T11:59:59Z notification=2027-06-21T11:59:59Z registration=2027-07-02T11:59:59Z"},
      {"공모전", "접수 마감이 4월 2일에서 4월 12일로 연장되었습니다.", "- registration=2027-04-13T11:59:59Z+"},
      {"Prix", "Candidatures ouvertes du 4 au 28 février 2027.", "- application=2027-03-01T11:59:59Z"},
      {"BarCamp", "8./9. Mai 2027 in Speyer. Der Vorverkauf startet am 1. März um 12 Uhr.", "2027-05-08/2027-05-10"},
      {"Tagung", "Die Frist wurde verlängert. Die Tagung findet wie geplant am 8. Mai 2027 statt.", "2027-05-08"},
      {"Jornadas", "Las jornadas, previstas del 8 al 10 de mayo de 2027, se aplazan sin fecha.",
       "2027-05-08/2027-05-11"},
      {"Træf", "Træffet skulle have været holdt 5.-7. marts, men er udsat til 9.-11. april 2027.",
       "2027-04-09/2027-04-12"},
  });
}

BOOST_AUTO_TEST_CASE(reads_moves_and_nights_of_more_languages) {
  check({
      {"講座", "3月10日に予定していた講座は4月7日に延期します。", "2027-04-07"},
      {"게임잼", "5월 15일~16일 열릴 예정이던 행사가 6월 12일~13일로 연기되었습니다.", "2027-06-12/2027-06-14"},
      {"Работы", "В ночь с 9 на 10 марта с 22:00 до 3:00", "2027-03-09T22:00:00/2027-03-10T03:00:00"},
      {"Incontro", "Giovedì 11 marzo 2027 dalle 18 al circolo", "2027-03-11T18:00:00"},
      {"Corso", "Data: 11 marzo 2027\nOra inizio: 15:00\nOra fine: 17:00", "2027-03-11T15:00:00/2027-03-11T17:00:00"},
      {"Kurs", "Kurset arrangeres 7.–9. mai 2027. Påmeldingsfrist: 25. april.",
       "2027-05-07/2027-05-10 registration=2027-04-26T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(reads_short_days_and_hours_of_more_languages) {
  check({
      {"Spotkanie", "Środa, 10.03, godz. 18, klub Bajt", "2027-03-10T18:00:00"},
      {"Tapaaminen", "Keskiviikkona 10.3. klo 18–20, kirjasto", "2027-03-10T18:00:00/2027-03-10T20:00:00"},
      {"Klub", "Sobota 10.30 do 12.15", "-"},
      {"Rencontre", "Rendez-vous le 13/03 à 19h dans la salle du club.", "2027-03-13T19:00:00"},
      {"Taller", "El taller es el 13/03 y se llena pronto, con 1/2 hora de pausa.", "2027-03-13"},
      {"Score", "They won 13/03 and went home.", "-"},
      {"Seminář", "Od pondělí 8. do středy 10. března 2027", "2027-03-08/2027-03-11"},
      {"Kurs", "Lørdag 13. mars 10–16, Litteraturhuset", "2027-03-13T10:00:00/2027-03-13T16:00:00"},
      {"Vortrag", "10. März 2027, 19 Uhr 30, Rathaus", "2027-03-10T19:30:00"},
      {"Incontro", "Mercoledì 10 marzo, ore 20 e 30, sala civica", "2027-03-10T20:30:00"},
      {"Lager", "12. bis einschließlich 14. März 2027", "2027-03-12/2027-03-15"},
      {"飲み会", "3月12日(金)夕方6時から", "2027-03-12T18:00:00"},
      {"강연", "3월 12일 저녁 7시", "2027-03-12T19:00:00"},
      {"聚会", "3月12日晚上七点半", "2027-03-12T19:30:00"},
      {"讲座", "3月12日下午三点至五点", "2027-03-12T15:00:00/2027-03-12T17:00:00"},
      {"Stammtisch", "Am Freitag, 12. März, um halb acht abends", "2027-03-12T19:30:00"},
      {"Borrel", "Vrijdag 12 maart om half negen 's avonds", "2027-03-12T20:30:00"},
      {"Treffen", "Freitag, 12. März, 12 Uhr mittags bis 13 Uhr", "2027-03-12T12:00:00/2027-03-12T13:00:00"},
      {"Noite", "Sexta-feira, 12 de março, das 20h à meia-noite", "2027-03-12T20:00:00/2027-03-13T00:00:00"},
      {"講演", "3月12日(金)正午〜13時", "2027-03-12T12:00:00/2027-03-12T13:00:00"},
      {"강연", "3월 12일 낮 12시~1시", "2027-03-12T12:00:00/2027-03-12T13:00:00"},
      {"Kurs", "2., 9. und 16. März 2027, jeweils 18–20 Uhr", "2027-03-02T18:00:00/2027-03-17"},
      {"Tagung", "Vollbeiträge: 1. März 2027", "- paper=2027-03-02T11:59:59Z"},
      {"Congreso", "El congreso será en Lugo; las fechas se anunciarán en mayo.", "-"},
  });
}

BOOST_AUTO_TEST_SUITE_END()
