#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(reads_days_and_ranges) {
  check({
      {"LatticeConf", "The conference takes place on 14 May 2027 in the old mill.", "2027-05-14"},
      {"LatticeConf", "Join us May 14, 2027!", "2027-05-14"},
      {"LatticeConf", "Two days: 14-15 May 2027.", "2027-05-14/2027-05-16"},
      {"LatticeConf", "From May 30 to June 2, 2027.", "2027-05-30/2027-06-03"},
      {"LatticeConf", "30 December 2027 - 2 January 2028", "2027-12-30/2028-01-03"},
      {"LatticeConf (2027-05-14)", "", "2027-05-14"},
  });
}

BOOST_AUTO_TEST_CASE(years_of_two_figures_are_of_the_last_century_from_50_on) {
  check({
      {"Conf", "14/05/27", "2027-05-14"},
      {"Conf", "14 May '27", "2027-05-14"},
      {"Conf", "14/05/95", "-"},
      {"Conf", "14-May-95", "-"},
      {"Conf", "14 May '95", "-"},
  });
}

BOOST_AUTO_TEST_CASE(reads_nine_languages) {
  check({
      {"Treffen", "Wir laden ein: am Freitag, 14. Mai 2027, um 19:00 Uhr.", "2027-05-14T19:00:00"},
      {"Rencontre", "Rendez-vous le vendredi 14 mai 2027 à 19h.", "2027-05-14T19:00:00"},
      {"Encuentro", "Nos vemos el 14 de mayo de 2027.", "2027-05-14"},
      {"Incontro", "Ci vediamo il 14 maggio 2027.", "2027-05-14"},
      {"Encontro", "Vemo-nos no dia 14 de maio de 2027.", "2027-05-14"},
      {"Bijeenkomst", "We zien elkaar op 14 mei 2027.", "2027-05-14"},
      {"勉強会", "日時：2027年5月14日（金）19:00", "2027-05-14T19:00:00"},
      {"聚会", "时间：2027年5月14日", "2027-05-14"},
  });
}
BOOST_AUTO_TEST_CASE(reads_hours_with_stops_and_a_word_behind_the_second) {
  check({
      {"Treffen", "Am 14. Mai 2027 von 19.00 bis 21.30 Uhr", "2027-05-14T19:00:00/2027-05-14T21:30:00"},
      {"Treffen", "14. Mai 2027, 9.30-12 Uhr", "2027-05-14T09:30:00/2027-05-14T12:00:00"},
      {"Avond", "14 mei 2027 van 9.30 tot 17.00 uur", "2027-05-14T09:30:00/2027-05-14T17:00:00"},
      {"Rates", "On 14 May 2027 they rise from 1.10 to 2.20 percent", "2027-05-14"},
  });
}

BOOST_AUTO_TEST_CASE(keeps_hours_of_the_24_hour_clock_in_their_half) {
  check({
      {"Stammtisch", "Mi 10.3. 19:30", "2027-03-10T19:30:00"},
      {"Stammtisch", "Mi., 10.3., 19:30 Uhr", "2027-03-10T19:30:00"},
      {"Fair", "14 May 2027, 9:00 - 22:00", "2027-05-14T09:00:00/2027-05-14T22:00:00"},
      {"Fair", "14 May 2027, 8:00-20:30", "2027-05-14T08:00:00/2027-05-14T20:30:00"},
      {"Messe", "14. Mai 2027, 9 bis 22 Uhr", "2027-05-14T09:00:00/2027-05-14T22:00:00"},
      {"Talk", "14 May 2027, 6:30-9pm", "2027-05-14T18:30:00/2027-05-14T21:00:00"},
      {"Talk", "14 May 2027, 6.30 - 9 pm", "2027-05-14T18:30:00/2027-05-14T21:00:00"},
      {"Talk", "14 May 2027 18.30-21.00", "2027-05-14T18:30:00/2027-05-14T21:00:00"},
      {"Talk", "14 May 2027, tickets 18.30-21.00 EUR", "2027-05-14"},
      {"Talk", "14 May 2027, 2:00 p.m. - 3:30 p.m.", "2027-05-14T14:00:00/2027-05-14T15:30:00"},
      {"Talk", "14 May 2027, 2 p.m. (EST). See you.", "2027-05-14T19:00:00Z@-05:00"},
      {"Talk", "14 May 2027, 9 AM to noon", "2027-05-14T09:00:00/2027-05-14T12:00:00"},
      {"Talk", "14 May 2027 between 10am and noon", "2027-05-14T10:00:00/2027-05-14T12:00:00"},
      {"Vortrag", "Am 14. Mai 2027 zwischen 14 und 16 Uhr", "2027-05-14T14:00:00/2027-05-14T16:00:00"},
      {"Charla", "14 de mayo de 2027 entre las 14 y las 16 h", "2027-05-14T14:00:00/2027-05-14T16:00:00"},
      {"Talk", "14 May 2027, 1930 hrs", "2027-05-14T19:30:00"},
      {"Talk", "14 May 2027 18:00+01:00", "2027-05-14T17:00:00Z@+01:00"},
      {"Talk", "14 May 2027, 6 pm EST - 8 pm EST", "2027-05-14T23:00:00Z@-05:00/2027-05-15T01:00:00Z@-05:00"},
      {"Talk", "14 May 2027, 16:00 UTC+02:00 to 17:30 UTC+02:00",
       "2027-05-14T14:00:00Z@+02:00/2027-05-14T15:30:00Z@+02:00"},
  });
}

BOOST_AUTO_TEST_CASE(a_date_behind_a_time_is_no_hour) {
  check({
      {"Sprint", "14.05.2027 19:00 - 16.05.2027 17:00", "2027-05-14T19:00:00/2027-05-16T17:00:00"},
      {"Sprint", "14/05/2027 19:00 - 16/05/2027 17:00", "2027-05-14T19:00:00/2027-05-16T17:00:00"},
      {"Sprint", "14 May 2027 19:00 to 16 May 2027 17:00", "2027-05-14T19:00:00/2027-05-16T17:00:00"},
      {"Sprint", "14.05.2027 19:00 - 14.05.2027 21:30", "2027-05-14T19:00:00/2027-05-14T21:30:00"},
      {"Sprint", "Fri 14 May 2027 9am – Fri 14 May 2027 5pm CEST",
       "2027-05-14T07:00:00Z@+02:00/2027-05-14T15:00:00Z@+02:00"},
      {"Sprint", "14.05.2027, 19:00 Uhr bis 16. Mai 2027, 17:00 Uhr", "2027-05-14T19:00:00/2027-05-16T17:00:00"},
  });
}

BOOST_AUTO_TEST_CASE(reads_offsets_of_iso_8601) {
  check({
      {"Talk", "2027-05-14T19:00:00-05:00", "2027-05-15T00:00:00Z@-05:00"},
      {"Talk", "2027-05-14T19:00+05:30", "2027-05-14T13:30:00Z@+05:30"},
      {"Talk", "2027-05-14 19:00:00+01:00", "2027-05-14T18:00:00Z@+01:00"},
      {"Talk", "2027-05-14 19:00-21:00", "2027-05-14T19:00:00/2027-05-14T21:00:00"},
  });
}

BOOST_AUTO_TEST_CASE(what_must_be_received_is_due_and_what_was_in_brackets_is_gone) {
  check({
      {"QuuxConf", "Proposals must be received no later than 5:00 p.m. EST on March 12, 2027",
       "- cfp=2027-03-12T22:00:00Z@-05:00"},
      {"QuuxConf", "Deadline: 12 March 2027 (was 2 March 2027)", "- submission=2027-03-13T11:59:59Z+"},
      {"QuuxConf", "Deadline: 12 March 2027 (previously 2 March 2027)", "- submission=2027-03-13T11:59:59Z+"},
      {"Träff", "Sista anmälningsdag: 12 mars 2027", "- registration=2027-03-13T11:59:59Z"},
      {"Kurs", "Søknadsfrist: 12. mars 2027", "- application=2027-03-13T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(numbers_of_rooms_and_short_years_are_no_days) {
  check({
      {"Talk", "Hall 5, 14 May 2027", "2027-05-14"},
      {"Vortrag", "Raum 12, 14. Mai 2027", "2027-05-14"},
      {"Talk", "14-May-27", "2027-05-14"},
      {"Talk", "9, 16, 23 January 2028", "2028-01-09/2028-01-24"},
  });
}

BOOST_AUTO_TEST_CASE(reads_further_languages) {
  check({
      {"Møde", "Onsdag den 14. april 2027 kl. 19.00 i kantinen", "2027-04-14T19:00:00"},
      {"Møte", "14. mars 2027 klokken 19.30", "2027-03-14T19:30:00"},
      {"Träff", "den 14 mars 2027 kl 18.00-20.00", "2027-03-14T18:00:00/2027-03-14T20:00:00"},
      {"Tapaaminen", "14.4.2027 klo 18–20", "2027-04-14T18:00:00/2027-04-14T20:00:00"},
      {"Spotkanie", "od 13 do 15 marca 2027", "2027-03-13/2027-03-16"},
      {"Spotkanie", "13 marca 2027 o godz. 10.00", "2027-03-13T10:00:00"},
      {"Sraz", "od 13. do 15. března 2027", "2027-03-13/2027-03-16"},
      {"Встреча", "с 13 по 15 марта 2027 года", "2027-03-13/2027-03-16"},
      {"Buluşma", "13-15 Mart 2027", "2027-03-13/2027-03-16"},
      {"Buluşma", "13 Ocak 2028, saat 19.00", "2028-01-13T19:00:00"},
      {"Charla", "14 de mayo de 2027 a las 7 de la tarde", "2027-05-14T19:00:00"},
      {"Conversa", "14 de maio de 2027, às 8 da noite", "2027-05-14T20:00:00"},
      {"To Mars 2027", "Rover of the Mart", "2027"},
  });
}

BOOST_AUTO_TEST_CASE(reads_times_and_stated_zones) {
  check({
      {"Talk", "Thursday, 11 March 2027, 6:30 pm", "2027-03-11T18:30:00"},
      {"Talk", "11 March 2027, 18:30-20:00 CET", "2027-03-11T17:30:00Z@+01:00/2027-03-11T19:00:00Z@+01:00"},
      {"Talk", "11 March 2027, 15:00 UTC", "2027-03-11T15:00:00Z@UTC"},
  });
}

BOOST_AUTO_TEST_CASE(reads_ranges_with_times_on_both_sides) {
  check({
      {"Sprint", "Du samedi 10 avril 2027 (9 h) au dimanche 11 avril 2027 (16 h)",
       "2027-04-10T09:00:00/2027-04-11T16:00:00"},
      {"Sprint", "Da sabato 10 aprile ore 9 a domenica 11 aprile ore 16", "2027-04-10T09:00:00/2027-04-11T16:00:00"},
      {"Sprint", "Sat 10 Apr 2027 09:00 → 16:30", "2027-04-10T09:00:00/2027-04-10T16:30:00"},
      {"Incontro", "Sabato 10 aprile 2027 dalle 9 alle 16, Milano", "2027-04-10T09:00:00/2027-04-10T16:00:00"},
      {"会议", "会议将于2027年4月10-12日召开", "2027-04-10/2027-04-13"},
      {"Rencontre", "Le samedi 10 avril, de 9 h 15 à 16 heures", "2027-04-10T09:15:00/2027-04-10T16:00:00"},
      {"Encuentro", "El sábado 10 de abril de 9 a 16 hs", "2027-04-10T09:00:00/2027-04-10T16:00:00"},
  });
}

BOOST_AUTO_TEST_CASE(reads_further_ways_to_write_ranges) {
  check({
      {"Sprint", "Sat/Sun 10/11 April 2027", "2027-04-10/2027-04-12"},
      {"Convegno", "Dal 10 all'11 aprile 2027", "2027-04-10/2027-04-12"},
      {"Sprint", "Event: 2027-04-10/2027-04-12", "2027-04-10/2027-04-13"},
      {"Classes", "Saturdays: 17, 24 April and 8 May 2027", "2027-04-17/2027-05-09"},
      {"Classes", "Saturdays: 17, 24 April and 8 May 2027, 10am-1pm", "2027-04-17T10:00:00/2027-05-09"},
      {"Season", "From April to June 2027 we walk.", "2027-04/2027-07"},
  });
}

BOOST_AUTO_TEST_CASE(tells_deadlines_from_the_days_of_the_event_in_brackets) {
  check({
      {"QuuxConf", "The submission deadline of QuuxConf (Ulm, 21-27 August 2027) has been postponed to 12 March 2027.",
       "2027-08-21/2027-08-28 submission=2027-03-13T11:59:59Z+"},
      {"QuuxConf", "The paper deadline of QuuxConf (21-27 August 2027) has been extended to 12 March 2027.",
       "2027-08-21/2027-08-28 paper=2027-03-13T11:59:59Z+"},
      {"QuuxConf", "Papers for QuuxConf (Ulm, 5-11 September 2027) are due 24 February 2027.",
       "2027-09-05/2027-09-12 paper=2027-02-25T11:59:59Z"},
      {"QuuxConf", "Papers for QuuxConf, 5-11 September 2027, are due 24 February 2027.",
       "2027-09-05/2027-09-12 paper=2027-02-25T11:59:59Z"},
      {"QuuxConf", "Tomorrow is the last day to submit to QuuxConf (May 18-21, 2027).",
       "2027-05-18/2027-05-22 submission=2027-02-05T11:59:59Z"},
      {"Deadline extended: proposals for QuuxConf",
       "The new deadline is 14 March 2027 (was: 28 February 2027). QuuxConf: 12-18 July 2027.",
       "2027-07-12/2027-07-19 cfp=2027-03-15T11:59:59Z+"},
      {"Frist verschoben",
       "Die Einreichungsfrist der Tagung (8.-12. Juni 2027, Ulm) wurde auf den 20. März 2027 verschoben.",
       "2027-06-08/2027-06-13 submission=2027-03-21T11:59:59Z+"},
      {"Report de la date limite",
       "La date limite de soumission à QuuxConf (25-29 juin 2027, Lyon) est reportée au 5 mars 2027.",
       "2027-06-25/2027-06-30 submission=2027-03-06T11:59:59Z+"},
      {"QuuxConf", "Se amplía el plazo de envío (Bilbao, 2-4 de junio de 2027) hasta el 5 de marzo de 2027.",
       "2027-06-02/2027-06-05 submission=2027-03-06T11:59:59Z+"},
      {"QuuxConf", "The deadline has been extended from 10 February 2027 to 24 February 2027.",
       "- submission=2027-02-25T11:59:59Z+"},
  });
}

BOOST_AUTO_TEST_CASE(takes_what_closes_for_a_deadline) {
  const std::string closes = "2027-05-20 cfp=2027-03-16T11:59:59Z";
  const std::vector<std::pair<std::string_view, std::string_view>> texts{
      {"QuuxConf CFP opens March 1st and closes March 15th", "QuuxConf takes place on 20 May 2027."},
      {"QuuxConf (CFP closes 15 March 2027)", "20 May 2027, Ulm"},
      {"CFP closes soon! (15 March)", "QuuxConf, 20 May 2027, Ulm"},
      {"Call for Speakers ends 15 March 2027", "QuuxConf: 20 May 2027, Ulm."},
      {"Three weeks left", "The call closes on Monday 15 March. QuuxConf takes place on 20 May 2027."},
      {"QuuxConf", "20 May 2027, Ulm. The call for proposals runs from 1 March until 15 March 2027."},
      {"CfP für die QuuxConf endet am 15. März 2027", "Die QuuxConf findet am 20. Mai 2027 in Ulm statt."},
      {"L'appel à communications se termine le 15 mars 2027", "QuuxConf aura lieu le 20 mai 2027 à Lyon."},
      {"QuuxConf", "20 mai 2027, Lyon. L'appel est ouvert du 1er mars au 15 mars 2027."},
      {"La convocatoria cierra el 15 de marzo de 2027", "QuuxConf será el 20 de mayo de 2027 en Bilbao."},
      {"Scade il 15 marzo 2027 la call di QuuxConf", "QuuxConf si terrà il 20 maggio 2027 a Pisa."},
      {"QuuxConf", "20 maggio 2027, Pisa. La call è aperta dal 1 marzo al 15 marzo 2027."},
      {"Chamada de trabalhos encerra em 15 de março de 2027", "A QuuxConf será em 20 de maio de 2027 no Porto."},
      {"CfP voor QuuxConf sluit op 15 maart 2027", "QuuxConf vindt plaats op 20 mei 2027 in Gent."},
      {"QuuxConf CFPは2027年3月15日まで", "QuuxConfは2027年5月20日に開催されます。"},
      {"QuuxConf征稿将于2027年3月15日截止", "QuuxConf将于2027年5月20日举行。"},
  };
  for (const auto& [title, text] : texts) BOOST_TEST_CONTEXT(title << " | " << text) {
      BOOST_TEST(read(title, text) == closes);
    }
  check({
      {"QuuxConf registration is open (closes 10 May 2027)", "20 May 2027",
       "2027-05-20 registration=2027-05-11T11:59:59Z"},
      {"Summer of Quux 2027",
       "Groups apply from March 1 to March 9, 2027. Students apply March 16 - 31, 2027 18:00 UTC.",
       "2027 application=2027-03-10T11:59:59Z application=2027-03-31T18:00:00Z@UTC"},
      {"Voting for the board ends 15 March 2027", "", "- other=2027-03-16T11:59:59Z"},
      {"Anmeldung ab 15. März 2027", "Die QuuxConf findet am 20. Mai 2027 statt.", "2027-05-20"},
      {"QuuxConf", "20 de mayo de 2027. Inscripciones del 1 de marzo al 15 de marzo de 2027.",
       "2027-05-20 registration=2027-03-16T11:59:59Z"},
      {"CFP closing soon: QuuxConf, 20 May 2027", "Ulm", "2027-05-20"},
  });
}

BOOST_AUTO_TEST_CASE(takes_stated_times_before_vague_ones) {
  check({
      {"QuuxConf CfP until March 6th", "The CfP has been extended to 6 March 2027, 23:59 CET.",
       "- cfp=2027-03-06T22:59:00Z@+01:00+"},
      {"Quux challenge", "March 20, 2027 - Entry Deadline.\nAll deadlines are at 11:59 PM UTC on that day.",
       "- registration=2027-03-20T23:59:00Z@UTC"},
      {"Grant deadline 15 March 2027 17:00 Brussels time", "Quux grants, 15 March 2027 at 17:00 Brussels time.",
       "- application=2027-03-15T16:00:00Z@Europe/Brussels"},
      {"Tonight at 7pm", "Talk tonight at 7pm PST on Zoom.", "2027-02-04T03:00:00Z@-08:00"},
  });
}

BOOST_AUTO_TEST_CASE(leaves_what_has_been) {
  check({
      {"QuuxConf 2026: in the hallway", "Recorded live at QuuxConf, October 12-13, in Ulm.", "-"},
      {"Quuxfest wrap up", "From October 1 to October 31, 50 000 people took part.", "-"},
  });
}

BOOST_AUTO_TEST_CASE(leaves_versions_and_years_of_sentences) {
  check({
      {"v2027.12.1 - Voice", "What has changed", "-"},
      {"2027.03.15", "Fixes.", "-"},
      {"10 tips to prepare your talk by 2027", "One.", "-"},
      {"The state of conferences in 2027", "An essay.", "-"},
      {"QuuxConf 2027", "Soon.", "2027"},
  });
}

BOOST_AUTO_TEST_CASE(takes_the_later_day_of_a_move) {
  check({
      {"QuuxConf", "QuuxConf has been moved from 20 March 2027 to 17 April 2027.", "2027-04-17"},
      {"QuuxConf", "Die Konferenz wird vom 20. März 2027 auf den 17. April 2027 verschoben.", "2027-04-17"},
      {"QuuxConf", "Die für März 2027 geplante Konferenz in Ulm wird auf März 2028 verschoben.", "2028-03"},
      {"QuuxConf", "La conférence est décalée du 20 mars 2027 au 17 avril 2027.", "2027-04-17"},
      {"QuuxConf", "La conferencia se aplaza del 20 de marzo de 2027 al 17 de abril de 2027.", "2027-04-17"},
      {"QuuxConf", "La conferenza è rinviata dal 20 marzo 2027 al 17 aprile 2027.", "2027-04-17"},
      {"QuuxConf", "A conferência foi adiada de 20 de março de 2027 para 17 de abril de 2027.", "2027-04-17"},
      {"QuuxConf", "De conferentie is verplaatst van 20 maart 2027 naar 17 april 2027.", "2027-04-17"},
      {"Quux大会", "大会は2027年3月20日から2027年4月17日に延期します。", "2027-04-17"},
      {"Quux大会", "大会从2027年3月20日推迟到2027年4月17日。", "2027-04-17"},
      {"Quux camp", "Il campo va dal 20 marzo 2027 al 22 marzo 2027.", "2027-03-20/2027-03-23"},
  });
}

BOOST_AUTO_TEST_CASE(reads_german_ranges_in_few_words) {
  check({
      {"Barcamp", "10.04. - 11.04.2027 in Ulm", "2027-04-10/2027-04-12"},
      {"Barcamp", "10.04.–11.04.27 in Ulm", "2027-04-10/2027-04-12"},
      {"Barcamp", "10.04. bis 11.04.2027, Ulm", "2027-04-10/2027-04-12"},
      {"Barcamp", "10./11. März 2027, Ulm", "2027-03-10/2027-03-12"},
      {"Barcamp", "am 10./11.04.2027 in Ulm", "2027-04-10/2027-04-12"},
      {"Barcamp 3./4.4.2027", "in Ulm", "2027-04-03/2027-04-05"},
      {"Barcamp", "am 10. + 11. März 2027 in Ulm", "2027-03-10/2027-03-12"},
      {"Barcamp", "Sa./So. 10./11.04.2027 in Ulm", "2027-04-10/2027-04-12"},
      {"Barcamp", "Fr, 9. bis So, 11. April 2027 in Ulm", "2027-04-09/2027-04-12"},
      {"Barcamp", "Fr., 9. - So., 11. Mai 2027 in Ulm", "2027-05-09/2027-05-12"},
      {"Release 10.04. of the tool", "See 10.04./11.04 and 1.10./2.11.", "-"},
  });
}

BOOST_AUTO_TEST_CASE(reads_the_day_behind_a_weekday) {
  check({
      {"Meetup", "Next Tuesday (16th), 19:00", "2027-02-16T19:00:00"},
      {"Rencontre", "Jeudi prochain, 11/02, à 19h", "2027-02-11T19:00:00"},
      {"勉強会", "来週木曜（2/11）19時から", "2027-02-11T19:00:00"},
      {"聚会", "下周四晚上7点", "2027-02-11T19:00:00"},
      {"Treffen", "Wir treffen uns zum Löten am 11.2.", "2027-02-11"},
  });
}

BOOST_AUTO_TEST_CASE(takes_the_time_from_the_rule_that_the_day_follows) {
  check({
      {"Night", "Every second Thursday at 19:00. The next date is 11 February 2027.", "2027-02-11T19:00:00"},
      {"Night", "Every second Thursday, 7 pm, in the mill. Next date: 11 February 2027.", "2027-02-11T19:00:00"},
      {"Night", "Every second Friday at 19:00. The next date is 11 February 2027.", "2027-02-11"},
  });
}

BOOST_AUTO_TEST_CASE(takes_missing_years_from_the_day_of_publication) {
  check({
      {"Meetup", "Join us on 14 May at the library.", "2027-05-14"},
      {"Meetup", "Join us on 12 January at the library.", "2028-01-12"},
      {"Meetup", "Join us this Friday at 18:00.", "2027-02-05T18:00:00"},
      {"Meetup", "Join us tomorrow at 18:00.", "2027-02-04T18:00:00"},
  });
}

BOOST_AUTO_TEST_CASE(types_deadlines) {
  check({
      {"Call for papers: LatticeConf",
       "LatticeConf takes place 14-15 May 2027. Paper submission deadline: 1 March 2027.",
       "2027-05-14/2027-05-16 paper=2027-03-02T11:59:59Z"},
      {"LatticeConf", "14 May 2027.\nNotification: 20 March 2027\nRegistration closes on 1 May 2027.",
       "2027-05-14 notification=2027-03-21T11:59:59Z registration=2027-05-02T11:59:59Z"},
      {"LatticeConf", "14 May 2027.\nCamera-ready deadline: 1 April 2027", "2027-05-14 other=2027-04-02T11:59:59Z"},
      {"LatticeConf", "14 May 2027. Call for proposals open until 1 March 2027, 23:59 AoE.",
       "2027-05-14 cfp=2027-03-02T11:59:00Z@AoE"},
      {"Deadline extended: LatticeConf", "14 May 2027. New abstract deadline: 8 March 2027.",
       "2027-05-14 abstract=2027-03-09T11:59:59Z+"},
  });
}

BOOST_AUTO_TEST_CASE(reads_deadlines_of_a_list) {
  check({
      {"LatticeConf",
       "Dates (all AoE)\nPapers: 1 March 2027\nEarly registration: 8 March 2027\nConference: 14 May 2027",
       "2027-05-14 paper=2027-03-02T11:59:59Z@AoE registration=2027-03-09T11:59:59Z@AoE"},
      {"LatticeConf", "14 May 2027.\nFinal version due: 1 April 2027", "2027-05-14 other=2027-04-02T11:59:59Z"},
      {"LatticeConf", "14 May 2027. Submit a talk until 1 March 2027. You hear back by 9 March 2027.",
       "2027-05-14 cfp=2027-03-02T11:59:59Z notification=2027-03-10T11:59:59Z"},
      {"LatticeConf", "14 May 2027. The paper deadline is now 9 March 2027 (was: 1 March).",
       "2027-05-14 paper=2027-03-10T11:59:59Z+"},
      {"LatticeConf", "14 May 2027. Early bird prices end Friday.", "2027-05-14 registration=2027-02-06T11:59:59Z"},
      {"Extended deadline for submissions", "Conference: 14 May 2027", "2027-05-14"},
      {"Fund", "Application phase: 1 to 31 March 2027", "- application=2027-04-01T11:59:59Z"},
      {"通知", "报名截止时间由2月20日延长至3月1日。大会时间：2027年5月14日",
       "2027-05-14 registration=2027-03-02T11:59:59Z+"},
      {"Talk", "Due to building works we meet on 14 May 2027.", "2027-05-14"},
  });
}

BOOST_AUTO_TEST_CASE(leaves_days_out_that_are_told_in_the_past) {
  check({
      {"Recap of our sprint", "On 30 January we were forty.", "-"},
      {"Recap of our sprint", "The best talk (Tuesday, 11:30) was the last.", "-"},
      {"Sprint", "Last weekend (30-31 January) forty people wrote code.", "-"},
      {"Crónica del encuentro", "El 30 de enero fuimos cuarenta.", "-"},
      {"報告", "1月30日に東京で開催しました。", "-"},
      {"Notes", "Forty people in the hall on 30 January, and what a day.", "-"},
  });
}

BOOST_AUTO_TEST_CASE(leaves_other_dates_out) {
  check({
      {"Release 2027.3", "Posted on 3 February 2027. Version 2027.3.1 fixes 12 bugs.", "-"},
      {"About us", "Founded in March 2009; the last edition was on 12 June 2026.", "-"},
      {"LatticeConf", "© 2019-2027 Lattice. Call +49 30 12 03 20 27.", "-"},
      {"Tickets", "Tickets cost 14.05 EUR, order no. 2027-0514.", "-"},
      {"LatticeConf", "31 February 2027", "-"},
  });
}

BOOST_AUTO_TEST_CASE(keeps_an_undecided_order_unknown) {
  BOOST_TEST(read("Meetup", "When: 03/04/2027") == "2027");
  BOOST_TEST(read("Meetup", "When: 03/04/2027", true) == "2027-04-03");
  BOOST_TEST(read("Meetup", "When: 03/04/2027", false) == "2027-03-04");
  BOOST_TEST(read("Meetup", "When: 03/14/2027") == "2027-03-14");
  BOOST_TEST(read("Treffen", "Wir treffen uns am 03/04/2027 wieder") == "2027-04-03");
}

BOOST_AUTO_TEST_CASE(marks_coarse_dates) {
  check({
      {"LatticeConf", "The conference takes place in May 2027.", "2027-05"},
      {"LatticeConf 2027", "Dates will be announced.", "2027"},
  });
}

BOOST_AUTO_TEST_CASE(follows_a_move) {
  check(
      {{"LatticeConf postponed", "LatticeConf has been postponed from 14 May 2027 to 3 September 2027.", "2027-09-03"},
       {"Incontro", "L'incontro slitta da venerdì 14 maggio a venerdì 21 maggio 2027.", "2027-05-21"},
       {"Seminar", "Het seminar van 14 mei 2027 is uitgesteld naar 3 september 2027.", "2027-09-03"},
       {"Meetup", "We do not meet on 14 May 2027 but on 21 May 2027.", "2027-05-21"},
       {"Seminar", "The seminar originally planned for 14 May 2027 will be online.", "2027-05-14"}});
}

BOOST_AUTO_TEST_CASE(reads_a_range_as_lists_show_it) {
  const auto shown = [](std::string_view text) {
    const auto when = read_display_range(text);
    return when ? show(ProseDates{when, {}, false}) : std::string("-");
  };
  BOOST_TEST(shown("May 13 - Jun 05, 2026") == "2026-05-13/2026-06-06");
  BOOST_TEST(shown("29 June - 2 July, 2026") == "2026-06-29/2026-07-03");
  BOOST_TEST(shown("May 15 - 21, 2026") == "2026-05-15/2026-05-22");
  BOOST_TEST(shown("Jan 31-Feb 4, 2026") == "2026-01-31/2026-02-05");
  BOOST_TEST(shown("February 7 - February 14, 2023") == "2023-02-07/2023-02-15");
  BOOST_TEST(shown("December 6, 2026") == "2026-12-06");
  BOOST_TEST(shown("May 13 - 15") == "-");
  BOOST_TEST(shown("see you on May 13, 2026") == "-");
}

BOOST_AUTO_TEST_CASE(stays_linear_on_hostile_text) {
  std::string text;
  while (text.size() < 200'000) text += "1/2/3 - 4 May until Monday, deadline: ";
  BOOST_TEST(!read("", text).empty());
}

BOOST_AUTO_TEST_SUITE_END()
