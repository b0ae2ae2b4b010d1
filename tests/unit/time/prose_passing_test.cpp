// Days that news and posts name, and on which nothing is announced.
#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose_passing, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(today_is_a_day_of_events_only_where_a_word_or_a_time_says_so) {
  check({
      {"Quux 2.0", "Today we release Quux 2.0.", "-"},
      {"Quux", "I noticed today that it works.", "-"},
      {"Governo", "O governo anunciou, esta quarta-feira, novas medidas.", "-"},
      {"Quux", "Die neue Fassung ist ab heute zu haben.", "-"},
      {"Quux", "The conferences of tomorrow look otherwise.", "-"},
      {"Meetup", "The meetup tonight is in the mill.", "2027-02-03"},
      {"Meetup", "The meeting takes place tomorrow.", "2027-02-04"},
      {"Meetup", "Looking forward to it tonight, 8pm.", "2027-02-03T20:00:00"},
      {"Meetup tomorrow", "Bring a friend.", "2027-02-04"},
      {"Webinar", "Webinar this Thursday on graphs.", "2027-02-04"},
  });
}

BOOST_AUTO_TEST_CASE(the_day_of_publication_is_news) {
  check({
      {"Minister meets the club", "Dubai, February 3: The minister met the club.", "-"},
      {"Award", "The award was given to us on 3 February 2027 at the town hall.", "-"},
      {"LatticeConf", "The conference on 3 February 2027 is open to all.", "2027-02-03"},
      {"LatticeConf", "Date: 3 February 2027", "2027-02-03"},
  });
}

BOOST_AUTO_TEST_CASE(the_minute_of_publication_is_no_event) {
  ProseReading reading;
  reading.published = *read_date("2027-02-03T10:04:22Z");
  const auto read_then = [&](std::string_view text) { return show(read_prose("Change of a page", text, reading)); };
  BOOST_TEST(read_then("Date: 10:04:22 AM 02/03/2027") == "-");
  BOOST_TEST(read_then("Feb 3, 2027 4:04 AM") == "-");  // on the clock of another zone
  BOOST_TEST(read_then("Date: Feb 3, 2027 7 PM") == "2027-02-03T19:00:00");
}

BOOST_AUTO_TEST_CASE(a_day_is_in_passing_where_nothing_announces_it) {
  const auto in_passing = [](std::string_view title, std::string_view text) {
    ProseReading reading;
    reading.published = *read_date("2027-02-03T10:00:00Z");
    const ProseDates dates = read_prose(title, text, reading);
    BOOST_TEST(dates.when.has_value());
    return dates.in_passing;
  };
  const std::string story =
      "The makers of cars ask the court to look again at what the people of the state have voted for, as the ruling "
      "took too long for all who repair them. ";
  BOOST_TEST(in_passing("Law", story + "The law is effective June 1, she said."));
  BOOST_TEST(in_passing("Film", story + "The film about it is in cinemas February 5th!"));
  BOOST_TEST(in_passing("Year in search 2027", "What people looked for."));
  BOOST_TEST(!in_passing("LatticeConf, 14 May 2027", "Talks and tea."));
  BOOST_TEST(!in_passing("LatticeConf", "14 May 2027, Porto"));
  BOOST_TEST(!in_passing("Ride", "Ride on 14 May around the lake."));
  BOOST_TEST(!in_passing("LatticeConf", story + "It will be held on 14 May 2027."));
  BOOST_TEST(!in_passing("LatticeConf", "It will be held in Porto on 14 May 2027."));
  BOOST_TEST(!in_passing("LatticeConf", "Come to Porto, 14-16 May 2027."));
  BOOST_TEST(!in_passing("LatticeConf", "We meet in Porto, 14 May 2027, 18:30."));
}

BOOST_AUTO_TEST_SUITE_END()
