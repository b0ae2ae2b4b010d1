#include <almanac/time/calendar/calendar_text.hpp>
#include <boost/test/unit_test.hpp>

#include "local_time.hpp"

BOOST_AUTO_TEST_SUITE(calendar_text, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(reads_the_forms_of_the_standard) {
  const std::pair<std::string_view, std::int64_t> cases[] = {
      {"20260301", civil(2026, 3, 1)},
      {"20260301Z", civil(2026, 3, 1)},
      {"20260301T090000", civil(2026, 3, 1, 9)},
      {"20260301T090000Z", civil(2026, 3, 1, 9)},
      {"20260301T0900", civil(2026, 3, 1, 9)},
      {"2026-03-01T09:00:30Z", civil(2026, 3, 1, 9, 0, 30)},
      {" 20260301T240000 ", civil(2026, 3, 2)},
      {"20260301T235960", civil(2026, 3, 1, 23, 59, 59)},
      {"00010101", civil(1, 1, 1)},
      {"20260301T090000+0530", civil(2026, 3, 1, 3, 30)},
      {"2026-03-01T09:00:00-05:00", civil(2026, 3, 1, 14)},
  };
  for (const auto& [text, want] : cases)
    BOOST_TEST_CONTEXT(text) BOOST_TEST(read_calendar_time(text).value().seconds == want);
  BOOST_TEST(read_calendar_time("20260301T090000Z").value().utc);
  BOOST_TEST(read_calendar_time("20260301T090000+0100").value().utc);
  BOOST_TEST(read_calendar_time("20260301Z").value().date_only);
}

BOOST_AUTO_TEST_CASE(refuses_other_texts) {
  for (const std::string_view text : {"", "2026", "20260230", "20261301", "20260301T", "20260301T9", "20260301T250000",
                                      "20260301T240001", "00000101", "20260301X", "x0260301", "20260301T090000ZZ",
                                      "20260301T090000Z+0100", "20260301T090000+1", "20260301+0100", "2026-0301"})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(!read_calendar_time(text).has_value());
}

BOOST_AUTO_TEST_CASE(reads_durations_and_offsets) {
  BOOST_TEST(read_calendar_duration("PT1H30M").value() == 5400);
  BOOST_TEST(read_calendar_duration("P1DT2S").value() == 86402);
  BOOST_TEST(read_calendar_duration("-P2W").value() == -1209600);
  for (const std::string_view text : {"", "P", "PT", "1H", "PT1", "P1H", "PT1D", "P99999999999999W", "PT1HX"})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(!read_calendar_duration(text).has_value());
  BOOST_TEST(read_calendar_offset("+0530").value() == 19800);
  BOOST_TEST(read_calendar_offset("-05").value() == -18000);
  BOOST_TEST(read_calendar_offset("-045602").value() == -17762);
  for (const std::string_view text : {"", "+", "+1", "+9900", "0530x", "+0561"})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(!read_calendar_offset(text).has_value());
}

BOOST_AUTO_TEST_CASE(splits_content_lines_with_or_without_a_name) {
  const auto line = split_content_line("RDATE;X=\"a;b:c\";TZID=Europe/Berlin:20260101T000000,20260102T000000");
  BOOST_TEST(line.name == "RDATE");
  BOOST_TEST(line.parameter("tzid") == "Europe/Berlin");
  BOOST_TEST(line.parameter("X") == "a;b:c");
  BOOST_TEST(line.parameter("VALUE") == "");
  BOOST_TEST(line.value == "20260101T000000,20260102T000000");
  BOOST_TEST(split_content_line("TZID=UTC:20260101").value == "20260101");
  BOOST_TEST(split_content_line(":20260101").value == "20260101");
  BOOST_TEST(split_content_line("2026-01-01T09:00:00").value == "2026-01-01T09:00:00");
  BOOST_TEST(split_content_line("").value == "");
}

BOOST_AUTO_TEST_SUITE_END()
