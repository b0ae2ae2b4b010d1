// What kind of event the words of a text tell, and what its place and zone are.
#include <boost/test/unit_test.hpp>
#include <tuple>

#include "read_text.hpp"

BOOST_AUTO_TEST_SUITE(kinds, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;
using almanac::test::read;

namespace {

struct Case {
  std::string_view title, text;
  Kind kind;
};

}  // namespace

BOOST_AUTO_TEST_CASE(words_tell_the_kind) {
  const Case cases[] = {
      {"WillowHacks", "MAR 20TH - 21ST, Leeds, UK", Kind::hackathon},
      {"Voice Sprint: 48 hours with open models", "April 24 - 26, fully online", Kind::hackathon},
      {"RoboSprint 2027: 36 hours of building", "Saturday 6 March 2027, 9 am, Pune", Kind::hackathon},
      {"Consultation: draft code of practice", "It closes on 26 April 2027 at 17:00.", Kind::other},
      {"Lakeside weekend", "Seven rounds, Swiss system, 26 to 31 July 2027 in Bregenz, Austria.", Kind::competition},
      {"Valley Radio Club Hamfest", "Saturday, May 8th, 2027, 8 am - 1 pm, Fairgrounds, Ulm", Kind::other},
      {"Author visit: a writer of maps", "Tuesday 16 March, 1-2pm, Old Library, Perth, Scotland", Kind::talk},
      {"Open evening", "Tuesday, March 9, 7 pm, Conference Room B, Central Library, Leeds", Kind::meetup},
  };
  for (const auto& [title, text, kind] : cases) BOOST_TEST_CONTEXT(title) {
      BOOST_TEST((read(title, text).kind == kind));
    }
}

BOOST_AUTO_TEST_CASE(posts_may_name_days_and_cities) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"What a week in Lisbon taught me", "I was at Quux Days in Lisbon, Portugal (25-27 May 2026)."},
      {"Minutes of the board meeting, 28 January 2027", "Start 18:05, end 19:40, online."},
      {"kelpCTF - web writeup", "We finished 11th. It opened on 30 January at 02:00 UTC."},
      {"Is anyone driving to QuuxCamp?", "I have three seats free, leaving Vienna on 15 July at 14:00. PM me."},
      {"Lantern 5.3.0", "Next minor release planned for 20 May 2027. Thanks to all we met at the sprint in Vilnius."},
      {"Worth going to QuuxExpo on March 20?",
       "It's in Denver and I would have to drive. Tickets are $45 until Friday."},
      {"Hirondelle 2.0: a year of work", "Made in Lyon and Dakar. 1.8 is maintained until June 2028."},
      {"How the meetups fell", "In Berlin the number fell from 412 and rose again until 5 May 2027, we were told."},
      {"Quux raises money", "Boston, February 3, 2027 - Quux has closed a Series A and opens in Dublin in May 2027."},
  };
  for (const auto& [title, text] : cases) BOOST_TEST_CONTEXT(title) {
      BOOST_TEST((read(title, text).kind == Kind::post));
    }
}

BOOST_AUTO_TEST_CASE(an_abbreviation_means_the_zone_of_its_country) {
  const TextFacts dublin = read("Quux meetup", "Thursday, June 10, 2027, 6:30 PM IST, in Dublin, Ireland");
  BOOST_REQUIRE(dublin.dates.when);
  BOOST_TEST(dublin.dates.when->start.zone == "Europe/Dublin");
  BOOST_TEST(iso_text(dublin.dates.when->start) == "2027-06-10T17:30:00Z");
  const TextFacts pune = read("Quux meetup", "Thursday, June 10, 2027, 6:30 PM IST, in Pune, India");
  BOOST_REQUIRE(pune.dates.when);
  BOOST_TEST(iso_text(pune.dates.when->start) == "2027-06-10T13:00:00Z");
}

BOOST_AUTO_TEST_CASE(names_of_cities_go_on_with_rivers_and_states) {
  const std::tuple<std::string_view, std::string_view, std::string_view> cases[] = {
      {"Friday, April 23, 17:15, lecture hall XX, Halle (Saale), Germany.", "Halle", "DE"},
      {"Thursday 22 April 2027, 18:00, Frankfurt (Oder), Germany", "Frankfurt (Oder)", "DE"},
      {"Thursday 22 April 2027, 18:00, Frankfurt/Main, Germany", "Frankfurt am Main", "DE"},
      {"22 April 2027, 18:00, at the institute, Newcastle upon Tyne, UK.", "Newcastle upon Tyne", "GB"},
      {"22 April 2027, 18:00, Old Mill, 45 St Georges Tce, Perth WA", "Perth", "AU"},
      {"Tuesdays from 14 September 2027, 6:00 pm, Downtown Campus, St. Louis, MO.", "St. Louis", "US"},
      {"19-30 July 2027 on the island of Kleinklecken, Sweden.", "Kleinklecken", "SE"},
      {"Czwartek, 22.04.2027, godz. 18:00, Łódź, ul. Długa 200.", "Lodz", "PL"},
      {"22 April 2027, 18:00, Youth Hostel Hintertupfingen, Austria.", "Hintertupfingen", "AT"},
      {"22 April 2027, 18:00\n\nAula Magna, Udine", "Udine", "IT"},
      {"22 to 25 April 2027, a hut above Hintertupfingen, Austria.", "Hintertupfingen", "AT"},
  };
  for (const auto& [text, city, country] : cases) BOOST_TEST_CONTEXT(text) {
      const TextFacts facts = read("Quux meetup", text);
      BOOST_TEST(facts.city == city);
      BOOST_TEST(facts.country == country);
    }
  BOOST_TEST(read("Seminar: Ada Frost (Lyon), on ice", "Tuesday, April 27, 2027, 3:30-4:30 pm, Room 1011").city == "");
}

BOOST_AUTO_TEST_CASE(places_are_told_from_those_of_people_and_regions) {
  BOOST_TEST(read("Quux weekend", "June 26-27 at Willow Park, Ontario, California.").city == "Ontario");
  BOOST_TEST(read("Swap Meet Hamfest", "Sunday June 6th, 2027. County Expo, Waukesha WI.").city == "Waukesha");
  BOOST_TEST(read("Kitchen", "Proposals until 2027-04-18 23:59 (Europe/Lisbon). The event is on 2027-07-02.").city ==
             "");
  BOOST_TEST(read("Ruby in the Barn", "May 20th-21st, 2027\n\nHadley, Massachusetts, USA").city == "Hadley");
  const TextFacts atlanta = read("Quux show", "12 May 2027\n\nWorld Congress Center\n\nAtlanta, Georgia");
  BOOST_TEST(atlanta.city == "Atlanta");
  BOOST_TEST(atlanta.country == "US");
  BOOST_TEST(read("Quux show", "12 May 2027 in Tbilisi, Georgia").country == "GE");
  BOOST_TEST(read("Quuxcon", "When: 4 September 2027. Where: Ludlow, England.").city == "Ludlow");
  BOOST_TEST(
      read("Quuxconf", "13-15 May 2027 in Turku, Finland. It was held before in Bergen (2024), Uppsala (2025).").city ==
      "Turku");
  BOOST_TEST(read("Fachtagung", "Die Tagung ist am 3. Mai 2027 in Göttingen. Zuletzt war sie 2025 in Weimar.").city ==
             "Göttingen");
  BOOST_TEST(
      read("Statement", "Berlin, 3 February 2027. On 3 March 2027 the committee meets. We have written to it.").city ==
      "");
  const TextFacts stranger =
      read("Webinar", "24 March 2027, 10:00 AM PT. Speaker: Dana Kepler, staff engineer, Austin, TX.");
  BOOST_TEST(stranger.city.empty());
  const TextFacts webinar =
      read("Panel", "24 March 2027, 12:00 ET. Live webinar with panelists from Montreal, Austin and Eindhoven.");
  BOOST_TEST(webinar.city.empty());
  BOOST_TEST((webinar.mode == Mode::online));
}

BOOST_AUTO_TEST_SUITE_END()
