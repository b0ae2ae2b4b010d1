// Words about something else than the event: they tell neither its mode nor its kind nor its place.
#include <boost/test/unit_test.hpp>
#include <utility>

#include "read_text.hpp"

BOOST_AUTO_TEST_SUITE(facts_subject, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;
using almanac::test::read;

BOOST_AUTO_TEST_CASE(what_is_online_besides_the_event_makes_it_not_online) {
  const std::pair<const char*, const char*> on_site[] = {
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. Buy your ticket online."},
      {"QuuxConf 2027: schedule online", "14-15 May 2027, Lisbon, Portugal."},
      {"Quux 2027", "Die Tagung findet am 14. Mai 2027 in Kassel statt. Die Mitschnitte sind jetzt online."},
      {"Quux 2027", "Le programme de la conférence du 14 mai 2027 à Lyon est en ligne."},
      {"Quux 2027", "La conferencia del 14 de mayo de 2027 en Madrid. Programa en línea."},
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. We talk about Zoom and its rivals."},
      {"Virtual Reality Days", "14-15 May 2027 in Lisbon, Portugal."},
      {"Hybrid Systems Workshop", "14-15 May 2027 in Lisbon, Portugal."},
      {"Online Safety Forum", "14-15 May 2027 in Lisbon, Portugal."},
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. 40 EUR online pre-registration, 50 EUR at the door."},
      {"Quux Meetup", "14 May 2027 in Lisbon, Portugal. No longer online: we meet in person."},
      {"Digital Heritage Congress", "21 to 24 September 2027, Lisbon, Portugal. On digital maps."},
      {"Quux Meetup", "14 May 2027 in Lisbon, Portugal. Not on Zoom this time, sorry!"},
      {"QuuxConf 2027", "14 May 2027 in Lisbon, Portugal. Past editions: Graz 2025, online 2021."},
  };
  for (const auto& [title, text] : on_site)
    BOOST_TEST_CONTEXT(title << " / " << text) BOOST_TEST((read(title, text).mode == Mode::in_person));
}

BOOST_AUTO_TEST_CASE(what_is_wholly_online_has_no_city) {
  const std::pair<const char*, const char*> online[] = {
      {"Quux Horizons", "20-21 October 2027, 100% virtual. Our studio is in Raleigh, North Carolina."},
      {"Quux Connect", "Online on November 17, 2027, 9:00 AM PST. Quux Inc., 400 Mission Road, Sacramento, CA 95814."},
      {"Quux webinar",
       "Live webinar, 12 May 2027, 10am PT.\n\n© 2022-2027 Quux Inc., 500 Howard St, San Francisco, CA 94105."},
  };
  for (const auto& [title, text] : online) BOOST_TEST_CONTEXT(title << " / " << text) {
      const TextFacts facts = read(title, text);
      BOOST_TEST((facts.mode == Mode::online));
      BOOST_TEST(facts.city == "");
    }
}

BOOST_AUTO_TEST_CASE(what_goes_on_beside_an_event_is_not_its_kind) {
  BOOST_TEST(
      (read("QuuxCon 2027", "10-14 May 2027, Lisbon. Meetup organisers get a discount.").kind == Kind::conference));
  BOOST_TEST((read("Quux 2027: 1-2 May in Lisbon", "Submit your session.").kind == Kind::conference));
  BOOST_TEST(
      (read("Quux Europe 2027", "Lisbon, Portugal, 28 June to 4 July 2027, with a code sprint on 3 July.").kind ==
       Kind::conference));
  BOOST_TEST((read("BSides Quuxtown", "12 May 2027, Leeds, UK. CTF and talks.").kind == Kind::conference));
  BOOST_TEST((read("Open lecture: history of the hackathon", "8 May 2027, 18:00, Basel").kind == Kind::talk));
}

BOOST_AUTO_TEST_CASE(place_of_another_edition_is_not_its_own) {
  const auto city = [](std::string_view title, std::string_view text) { return read(title, text).city; };
  BOOST_TEST(city("QuuxPython",
                  "QuuxPython 2026 was in Kraków, Poland. QuuxPython 2027 will be in Rotterdam on 12-18 "
                  "July 2027.") == "Rotterdam");
  BOOST_TEST(city("Quux 2027: call for hosts closes 28 February", "Last year's Quux was held in Graz, Austria.") == "");
  BOOST_TEST(city("Quux 2027", "14 May 2027. We decided to not meet in Nottingham this time.") == "");
}

BOOST_AUTO_TEST_SUITE_END()
