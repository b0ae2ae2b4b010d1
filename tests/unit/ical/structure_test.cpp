#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_structure, *boost::unit_test::label("unit"))

using namespace ical_test;

namespace {

std::vector<std::string> titles(const Harvest& harvest) {
  std::vector<std::string> out;
  for (const Entry& entry : harvest.entries) out.push_back(entry.title.raw);
  return out;
}

using Titles = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_CASE(emits_events_and_todos_in_file_order) {
  const Harvest harvest =
      read(calendar("BEGIN:VTODO\r\nSUMMARY:one\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nSUMMARY:two\r\nEND:VEVENT\r\n"
                    "begin:vevent\r\nsummary:three\r\nend:vevent\r\n"));
  BOOST_TEST(titles(harvest) == (Titles{"one", "two", "three"}), boost::test_tools::per_element());
  BOOST_TEST((harvest.entries[0].component == Component::vtodo));
  BOOST_TEST((harvest.entries[1].component == Component::vevent));
  BOOST_TEST(harvest.warnings.empty());
  BOOST_TEST(harvest.document.well_formed);
}

BOOST_AUTO_TEST_CASE(ignores_other_components_and_what_is_nested) {
  const Harvest harvest = read(calendar(
      "BEGIN:VJOURNAL\r\nSUMMARY:journal\r\nEND:VJOURNAL\r\nBEGIN:VFREEBUSY\r\nUID:f\r\nEND:VFREEBUSY\r\n"
      "BEGIN:VEVENT\r\nSUMMARY:event\r\nBEGIN:VALARM\r\nSUMMARY:alarm\r\nDESCRIPTION:wake up\r\nTRIGGER:-PT15M\r\n"
      "DURATION:PT5M\r\nATTACH:https://example.org/bell.wav\r\nUID:alarm\r\nEND:VALARM\r\n"
      "BEGIN:X-OWN\r\nBEGIN:X-INNER\r\nLOCATION:inner\r\nEND:X-INNER\r\nEND:X-OWN\r\nUID:real\r\nEND:VEVENT\r\n"));
  BOOST_TEST(titles(harvest) == Titles{"event"}, boost::test_tools::per_element());
  const Entry& entry = harvest.entries.at(0);
  BOOST_TEST(entry.id == "real");
  BOOST_TEST(entry.summary.raw == "");
  BOOST_TEST(entry.location == "");
  BOOST_TEST(!entry.duration.has_value());
  BOOST_TEST(entry.enclosures.empty());
}

BOOST_AUTO_TEST_CASE(reads_all_calendars_of_a_file) {
  const std::string one = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSUMMARY:one\nEND:VEVENT\nEND:VCALENDAR\n";
  const std::string two = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:two\nEND:VEVENT\nEND:VCALENDAR\n";
  const Harvest harvest = read(one + "\n" + two);
  BOOST_TEST(titles(harvest) == (Titles{"one", "two"}), boost::test_tools::per_element());
  BOOST_TEST((harvest.entries[0].status == EventStatus::cancelled));
  BOOST_TEST((harvest.entries[1].status == EventStatus::unknown));
}

BOOST_AUTO_TEST_CASE(keeps_events_that_are_not_closed) {
  const std::string head = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:one\n";
  for (const std::string_view tail : {"BEGIN:VEVENT\nSUMMARY:two\nEND:VEVENT\nEND:VCALENDAR\n",
                                      "END:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:two\nEND:VEVENT\n",
                                      "BEGIN:VALARM\nSUMMARY:x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:two\n",
                                      "END:VTODO\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:two"})
    BOOST_TEST_CONTEXT(tail) {
      const Harvest harvest = read(head + std::string(tail));
      BOOST_TEST(titles(harvest) == (Titles{"one", "two"}), boost::test_tools::per_element());
      BOOST_TEST(warned(harvest, "unclosed-component"));
      BOOST_TEST(!harvest.document.well_formed);
    }
}

BOOST_AUTO_TEST_CASE(passes_zones_on_unfolded) {
  const Harvest harvest =
      read(calendar("BEGIN:VTIMEZONE\r\nTZID:Own \r\n Zone\\, "
                    "old\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
                    "TZOFFSETTO:+0100\r\nTZNAME:TZID\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:"
                    "x\r\nEND:VEVENT\r\n"));
  BOOST_REQUIRE_EQUAL(harvest.zones.size(), 1u);
  BOOST_TEST(harvest.zones[0].id == "Own Zone, old");
  BOOST_TEST(harvest.zones[0].text ==
             "BEGIN:VTIMEZONE\nTZID:Own Zone\\, old\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\n"
             "TZOFFSETTO:+0100\nTZNAME:TZID\nEND:STANDARD\nEND:VTIMEZONE\n");
  BOOST_TEST(harvest.entries.size() == 1u);
}

BOOST_AUTO_TEST_CASE(passes_a_zone_on_that_comes_after_the_events) {
  const Harvest harvest = read(calendar(
      "BEGIN:VEVENT\r\nDTSTART;TZID=Z:20260301T090000\r\nEND:VEVENT\r\nBEGIN:VTIMEZONE\r\nTZID:Z\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VTIMEZONE\r\nTZID:Y\r\nEND:VTIMEZONE\r\n"));
  BOOST_TEST(harvest.zones.size() == 2u);
}

BOOST_AUTO_TEST_CASE(counts_a_zone_once_that_is_repeated_before_each_event) {
  const auto zone = [](const std::string& id, const std::string& offset) {
    return "BEGIN:VTIMEZONE\r\nTZID:" + id + "\r\nBEGIN:STANDARD\r\nTZOFFSETTO:" + offset +
           "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  };
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += zone("Office", i < 999 ? "+0100" : "+0300");
  const Harvest harvest = read(calendar(lines + zone("Ship", "+0500")));
  BOOST_REQUIRE_EQUAL(harvest.zones.size(), 2u);
  BOOST_TEST(harvest.zones[0].text.find("+0300") != std::string::npos);  // the last one holds
  BOOST_TEST(harvest.zones[1].id == "Ship");
  BOOST_TEST(harvest.warnings.empty());
  std::string many;
  for (int i = 0; i < 1000; ++i) many += zone("Z" + std::to_string(i), "+0100");
  BOOST_TEST(warned(read(calendar(many)), "too-many-zones"));
}

BOOST_AUTO_TEST_CASE(leaves_out_a_zone_without_a_name) {
  const Harvest harvest =
      read(calendar("BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nTZID:x\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"));
  BOOST_TEST(harvest.zones.empty());
  BOOST_TEST(warned(harvest, "bad-zone"));
}

BOOST_AUTO_TEST_CASE(passes_over_bad_lines_with_their_number) {
  const Harvest harvest = read(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION\nthis is no line\nSUMMARY:x\nSUMMARY;A=1\nEND:VEVENT\nEND:VCALENDAR");
  BOOST_TEST(titles(harvest) == Titles{"x"}, boost::test_tools::per_element());
  BOOST_REQUIRE_EQUAL(harvest.warnings.size(), 3u);
  BOOST_TEST(harvest.warnings[0].code == "bad-line");
  BOOST_TEST(harvest.warnings[0].line.value_or(0) == 3u);
  BOOST_TEST(harvest.warnings[1].line.value_or(0) == 4u);
  BOOST_TEST(harvest.warnings[2].line.value_or(0) == 6u);
}

BOOST_AUTO_TEST_CASE(finds_the_calendar_behind_other_output) {
  BOOST_TEST(read("Notice: undefined index\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR")
                 .entries.size() == 1u);
}

BOOST_AUTO_TEST_CASE(refuses_documents_without_a_calendar) {
  for (const std::string_view body :
       {"", "\n\n", "<!DOCTYPE html><html><body><p>Not found</p></body></html>", "BEGIN:VCARD\nFN:x\nEND:VCARD\n",
        "{\"error\": 404}", "hello", "<html>\nSUMMARY:x\n</html>", "<rss><channel/></rss>"})
    BOOST_TEST_CONTEXT(body) BOOST_TEST(!parse(body).has_value());
}

BOOST_AUTO_TEST_CASE(takes_an_empty_calendar_as_healthy) {
  BOOST_TEST(read(calendar("")).entries.empty());
  BOOST_TEST(read("BEGIN:VCALENDAR\nEND:VCALENDAR").warnings.empty());
}

BOOST_AUTO_TEST_SUITE_END()
