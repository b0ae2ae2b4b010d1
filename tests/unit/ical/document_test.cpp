#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_document, *boost::unit_test::label("unit"))

using namespace ical_test;

namespace {

DocumentInfo info(std::string_view lines) {
  return read("BEGIN:VCALENDAR\n" + std::string(lines) + "END:VCALENDAR\n").document;
}

}  // namespace

BOOST_AUTO_TEST_CASE(takes_what_the_calendar_says_of_itself) {
  const DocumentInfo document = info(
      "VERSION:2.0\nPRODID:-//Example//Planner 1//EN\nUID:cal-1\nNAME;LANGUAGE=en:Talks\\, all of "
      "them\nDESCRIPTION:Every talk\n"
      "URL:../home\nSOURCE;VALUE=URI:https://example.org/"
      "talks.ics\nLAST-MODIFIED:20260301T090000Z\nCATEGORIES:science,art\\, too\n"
      "IMAGE;VALUE=URI:logo.png\nX-WR-TIMEZONE:Europe/"
      "Berlin\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\nX-PUBLISHED-TTL:PT1H\nCOLOR:red\n");
  BOOST_TEST(document.format == "icalendar");
  BOOST_TEST(document.version == "2.0");
  BOOST_TEST(document.generator == "-//Example//Planner 1//EN");
  BOOST_TEST(document.id == "cal-1");
  BOOST_TEST(document.title == "Talks, all of them");
  BOOST_TEST(document.language == "en");
  BOOST_TEST(document.description == "Every talk");
  BOOST_TEST(document.url == "https://example.org/home");
  BOOST_TEST(document.self == "https://example.org/talks.ics");
  BOOST_TEST(document.image == "https://example.org/calendars/logo.png");
  BOOST_TEST(shown(document.updated) == "instant 2026-03-01T09:00:00Z");
  BOOST_TEST(document.categories == (std::vector<std::string>{"science", "art, too"}),
             boost::test_tools::per_element());
  BOOST_TEST(document.time_zone == "Europe/Berlin");
  BOOST_TEST(document.refresh_after.value_or(0) == 12 * 3600);
  BOOST_TEST(document.well_formed);
}

BOOST_AUTO_TEST_CASE(prefers_standard_names_whatever_the_order) {
  const DocumentInfo document = info(
      "X-WR-CALNAME:old\nX-WR-CALDESC:old text\nX-PUBLISHED-TTL:PT1H\nNAME:new\nDESCRIPTION:new "
      "text\nREFRESH-INTERVAL:P1D\n");
  BOOST_TEST(document.title == "new");
  BOOST_TEST(document.description == "new text");
  BOOST_TEST(document.refresh_after.value_or(0) == 86400);
}

BOOST_AUTO_TEST_CASE(falls_back_to_older_names) {
  const DocumentInfo document =
      info("X-WR-CALNAME:old\nX-WR-CALDESC:old text\nX-PUBLISHED-TTL:PT1H\nX-WR-RELCALID:rel\n");
  BOOST_TEST(document.title == "old");
  BOOST_TEST(document.description == "old text");
  BOOST_TEST(document.refresh_after.value_or(0) == 3600);
  BOOST_TEST(document.id == "rel");
}

BOOST_AUTO_TEST_CASE(ignores_a_refresh_interval_that_is_none) {
  for (const std::string value : {"PT0S", "-PT1H", "soon"}) {
    const Harvest harvest = read("BEGIN:VCALENDAR\nREFRESH-INTERVAL:" + value + "\nEND:VCALENDAR\n");
    BOOST_TEST(!harvest.document.refresh_after.has_value());
    BOOST_TEST(warned(harvest, "bad-duration"));
  }
}

BOOST_AUTO_TEST_CASE(does_not_take_properties_of_components_for_its_own) {
  const DocumentInfo document = info(
      "BEGIN:VEVENT\nDESCRIPTION:event\nURL:https://example.org/"
      "e\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:Z\nEND:VTIMEZONE\n");
  BOOST_TEST(document.description == "");
  BOOST_TEST(document.url == "");
}

BOOST_AUTO_TEST_CASE(gives_floating_times_of_a_later_calendar_its_own_zone) {
  const auto part = [](std::string zone) {
    return "BEGIN:VCALENDAR\nX-WR-TIMEZONE:" + zone +
           "\nBEGIN:VEVENT\nDTSTART:20260301T090000\nEND:VEVENT\nEND:VCALENDAR\n";
  };
  const Harvest harvest = read(part("Europe/Berlin") + part("Asia/Tokyo"));
  BOOST_TEST(harvest.document.time_zone == "Europe/Berlin");
  BOOST_TEST(shown(harvest.entries.at(0).start) == "local 2026-03-01T09:00:00");
  BOOST_TEST(shown(harvest.entries.at(1).start) == "local 2026-03-01T09:00:00 Asia/Tokyo");
}

BOOST_AUTO_TEST_SUITE_END()
