#include "read_ics.hpp"
#include "rule_1.hpp"
#include "rule_order.hpp"

BOOST_AUTO_TEST_SUITE(ical_rules, *boost::unit_test::label("unit"))

using namespace almanac::ical;

BOOST_AUTO_TEST_CASE(translates_rules_of_vcalendar_1) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"D1 #10", "FREQ=DAILY;COUNT=10"},
      {"D2 20261224T000000Z", "FREQ=DAILY;INTERVAL=2;UNTIL=20261224T000000Z"},
      {"W1 #0", "FREQ=WEEKLY"},
      {"W2 TU TH 20260101", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20260101"},
      {"MP1 1+ SU #5", "FREQ=MONTHLY;BYDAY=1SU;COUNT=5"},
      {"MP6 1+ MO 2- TH #0", "FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO,-2TH"},
      {"MP1 1+ 1- FR #4", "FREQ=MONTHLY;BYDAY=1FR,-1FR;COUNT=4"},
      {"MP2 1+ MO TU 2+ WE #0", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,1TU,2WE"},
      {"D1 0600 1200 #4", "FREQ=DAILY;BYHOUR=6,12;BYMINUTE=0;COUNT=4"},
      {"D1 0600 1230 #4", "FREQ=DAILY;COUNT=4"},  // RRULE has no such pairs
      {"W1 MO 0900 TH$ #4", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4"},
      {"M5 #3", "FREQ=MINUTELY;INTERVAL=5;COUNT=3"},
      {"MD1 1 15 LD #3", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1;COUNT=3"},
      {"YM1 6 7 #8", "FREQ=YEARLY;BYMONTH=6,7;COUNT=8"},
      {"YD5 1 100", "FREQ=YEARLY;INTERVAL=5;BYYEARDAY=1,100;COUNT=2"},
  };
  for (const auto& [rule, wanted] : cases)
    BOOST_TEST_CONTEXT(rule) BOOST_TEST(translate_rule_1(rule).value_or("-") == wanted);
}

BOOST_AUTO_TEST_CASE(leaves_what_it_cannot_say_alone) {
  for (const std::string_view rule : {"", "D1 6 #3", "D", "D0", "Dx", "W1 XX", "D1 #x", "MP1 0+ SU", "W1 UM", "weekly"})
    BOOST_TEST_CONTEXT(rule) BOOST_TEST(!translate_rule_1(rule).has_value());
}

BOOST_AUTO_TEST_CASE(puts_rule_parts_in_one_order) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"FREQ=DAILY;INTERVAL=2;COUNT=3", "FREQ=DAILY;COUNT=3;INTERVAL=2"},
      {"WKST=SU;BYDAY=MO,TU;FREQ=WEEKLY;UNTIL=20260101", "FREQ=WEEKLY;UNTIL=20260101;BYDAY=MO,TU;WKST=SU"},
      {"FREQ=YEARLY;BYMONTH=3;;BYDAY=-1SU;", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"},
      {"X-OWN=1;freq=daily", "freq=daily;X-OWN=1"},
      {"FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"},
      {"nonsense", "nonsense"}};
  for (const auto& [rule, wanted] : cases) {
    Arena arena;
    BOOST_TEST_CONTEXT(rule) BOOST_TEST(in_order(rule, arena) == wanted);
  }
}

BOOST_AUTO_TEST_SUITE_END()
