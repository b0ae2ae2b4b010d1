// The time of a day at which something closes.
#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose_closing_clock, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(a_word_may_stand_between_the_last_day_and_its_hour) {
  check({
      {"A", "Anmeldeschluss 5. März 2027, bis 16 Uhr.", "- registration=2027-03-05T16:00:00"},
      {"A", "Anmeldeschluss: Freitag, 5. März 2027, spätestens um 16 Uhr", "- registration=2027-03-05T16:00:00"},
      {"A", "Anmeldefrist: 1. Februar bis 5. März 2027, bis 16 Uhr", "- registration=2027-03-05T16:00:00"},
      {"A", "Bewerbungsschluss ist der 5. März 2027 (bis 16 Uhr).", "- application=2027-03-05T16:00:00"},
      {"A", "Rejestracja do 5 marca 2027, do godz. 16:00.", "- registration=2027-03-05T16:00:00"},
      {"A", "Zgłoszenia przyjmujemy do 5 marca 2027 r. do godziny 16:00.", "- submission=2027-03-05T16:00:00"},
      {"A", "Inscriptions avant le 5 mars 2027, avant 18h.", "- registration=2027-03-05T18:00:00"},
      {"A", "Date limite : 5 mars 2027, jusqu'à 18h00", "- submission=2027-03-05T18:00:00"},
      {"A", "Inscripciones hasta el 5 de marzo de 2027 hasta las 16:00.", "- registration=2027-03-05T16:00:00"},
      {"A", "Plazo: del 1 de febrero al 5 de marzo de 2027, hasta las 14:00", "- submission=2027-03-05T14:00:00"},
      {"A", "Scadenza iscrizioni: 5 marzo 2027, entro le 16:00", "- registration=2027-03-05T16:00:00"},
      {"A", "Iscrizioni entro il 5 marzo 2027 entro le ore 16:00.", "- registration=2027-03-05T16:00:00"},
      {"A", "Deadline aanmelden: 5 maart 2027, uiterlijk 16.00 uur", "- registration=2027-03-05T16:00:00"},
      {"A", "Prazo de inscrição: 5 de março de 2027, até às 16h", "- registration=2027-03-05T16:00:00"},
      {"A", "Прием заявок до 5 марта 2027 года, до 16:00.", "- application=2027-03-05T16:00:00"},
      {"A", "Uzávěrka přihlášek 5. března 2027 do 16:00", "- submission=2027-03-05T16:00:00"},
      {"A", "Sista anmälningsdag 5 mars 2027, senast kl. 16.00", "- registration=2027-03-05T16:00:00"},
      {"A", "Registration deadline: 5 March 2027, by 4 pm", "- registration=2027-03-05T16:00:00"},
      {"A", "Deadline: 5 March 2027, until noon", "- submission=2027-03-05T12:00:00"},
      {"A", "CFP deadline: 5 March 2027, no later than 16:00 UTC", "- cfp=2027-03-05T16:00:00Z@UTC"},
  });
}

BOOST_AUTO_TEST_CASE(the_hour_may_stand_before_the_last_day) {
  check({
      {"A", "Anmeldung bis 16 Uhr am 5. März 2027", "- registration=2027-03-05T16:00:00"},
      {"A", "Rejestracja do godz. 16:00 5 marca 2027", "- registration=2027-03-05T16:00:00"},
      {"A", "Zgłoszenia do godz. 16.00 w dniu 5 marca 2027 r.", "- submission=2027-03-05T16:00:00"},
      {"A", "Termin nadsyłania zgłoszeń upływa 5 marca 2027 r. o godz. 16.00.", "- submission=2027-03-05T16:00:00"},
  });
}

BOOST_AUTO_TEST_CASE(what_is_no_hour_or_belongs_to_another_sentence_is_none) {
  check({
      {"A", "Anmeldeschluss 5. März 2027, bis 16 Teilnehmer", "- registration=2027-03-06T11:59:59Z"},
      {"A", "Registration deadline: 5 March 2027, by email", "- registration=2027-03-06T11:59:59Z"},
      {"A", "Registration is open until 5 March 2027. By 4 pm be there.", "- registration=2027-03-06T11:59:59Z"},
      {"A", "Registration deadline: 5 March 2027 (see the page), by 4 pm", "- registration=2027-03-06T11:59:59Z"},
  });
}

BOOST_AUTO_TEST_CASE(no_event_begins_when_something_closes) {
  check({
      {"Workshop", "Samstag, 5. Juni 2027, bis 16 Uhr", "2027-06-05"},
      {"Warsztaty", "5 czerwca 2027, do godz. 16:00", "2027-06-05"},
      {"Atelier", "Portes ouvertes le 5 juin 2027 avant 18h", "2027-06-05"},
      {"Konzert", "5. Juni 2027, ab 19 Uhr, bis 23 Uhr", "2027-06-05T19:00:00"},
      {"Meetup", "5 June 2027. Come by at 7 pm", "2027-06-05T19:00:00"},
  });
}

BOOST_AUTO_TEST_SUITE_END()
