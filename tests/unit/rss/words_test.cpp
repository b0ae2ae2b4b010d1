#include "words.hpp"

#include <almanac_sdk.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(rss_words, *boost::unit_test::label("unit"))

using namespace almanac::rss;

BOOST_AUTO_TEST_CASE(durations_are_seconds_or_nothing) {
  struct Case {
    const char* text;
    std::int64_t seconds;
  };
  for (const Case& c : {Case{"PT1H", 3600}, Case{"P1DT2H3M4S", 93784}, Case{"P2W", 1209600}, Case{"+PT15M", 900},
                        Case{"P", -1}, Case{"PT", -1}, Case{"P1Y", -1}, Case{"1H", -1}, Case{"PT1", -1},
                        Case{"P1H", -1}, Case{"", -1}, Case{"PT99999999999999H", -1}})
    BOOST_TEST_CONTEXT(c.text) { BOOST_TEST(duration_of(c.text) == c.seconds); }
}

BOOST_AUTO_TEST_CASE(words_of_the_vocabularies_are_known_inside_addresses) {
  BOOST_TEST(status_of("https://schema.org/EventCancelled") == ALMANAC_STATUS_CANCELLED);
  BOOST_TEST(status_of("whatever") == ALMANAC_STATUS_UNKNOWN);
  BOOST_TEST(mode_of("OfflineEventAttendanceMode") == ALMANAC_MODE_IN_PERSON);
  BOOST_TEST(mode_of("OnlineEventAttendanceMode") == ALMANAC_MODE_ONLINE);
  BOOST_TEST(kind_of("Hackathon") == ALMANAC_KIND_HACKATHON);
  BOOST_TEST(kind_of("") == ALMANAC_KIND_UNKNOWN);
  BOOST_TEST(deadline_of("Paper") == ALMANAC_DEADLINE_PAPER);
}

BOOST_AUTO_TEST_SUITE_END()
