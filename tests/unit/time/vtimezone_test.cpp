#include <almanac/time/zones/zone.hpp>
#include <boost/test/unit_test.hpp>

#include "local_time.hpp"

BOOST_AUTO_TEST_SUITE(vtimezone, *boost::unit_test::label("unit"))

using almanac::Zone;
using almanac::ZoneBook;
using almanac::ZoneDefinition;

namespace {

const std::string exchange_like =
    "BEGIN:VTIMEZONE\nTZID:Customized Time "
    "Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZNAME:WINTER\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:"
    "16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n";

Zone zone_of(const std::string& body) {
  return Zone::from_vtimezone({"own", "BEGIN:VTIMEZONE\nTZID:own\n" + body + "END:VTIMEZONE\n"}).value();
}

}  // namespace

BOOST_AUTO_TEST_CASE(yearly_rules_agree_with_the_database) {
  const auto own = Zone::from_vtimezone({"Customized Time Zone", exchange_like}).value();
  const auto berlin = Zone::find("Europe/Berlin").value();
  int wrong = 0;
  for (auto t = civil(1997, 1, 1); t < civil(2199, 1, 1); t += 86400 * 3 + 1800)
    wrong += own.to_utc(t) != berlin.to_utc(t) || own.offset_at(t) != berlin.offset_at(t);
  BOOST_TEST(wrong == 0);
  BOOST_TEST(own.to_utc(civil(2026, 3, 29, 2, 30)) == civil(2026, 3, 29, 1, 30));
  BOOST_TEST(own.to_utc(civil(2026, 10, 25, 2, 30)) == civil(2026, 10, 25, 0, 30));
  BOOST_TEST(own.name() == "Customized Time Zone");
  BOOST_TEST(own.abbreviation_at(civil(2026, 1, 1)) == "WINTER");
  BOOST_TEST(own.abbreviation_at(civil(2026, 7, 1)) == "+02:00");
}

BOOST_AUTO_TEST_CASE(one_observance_is_a_fixed_offset) {
  const auto own =
      zone_of("BEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND:STANDARD\n");
  BOOST_TEST(own.offset_at(civil(1900, 1, 1)) == 19800);
  BOOST_TEST(own.offset_at(civil(2100, 1, 1)) == 19800);
}

BOOST_AUTO_TEST_CASE(rules_end_and_dates_add_changes) {
  const auto own = zone_of(
      "BEGIN:STANDARD\nDTSTART:19961027T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;"
      "BYDAY=-1SU;UNTIL=20001029T010000Z\nEND:STANDARD\n"
      "BEGIN:DAYLIGHT\nDTSTART:19970330T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRDATE:19980329T020000,"
      "19990328T020000\nRDATE:20000326T020000\nEND:DAYLIGHT\n");
  BOOST_TEST(own.offset_at(civil(1996, 7, 1)) == 7200);
  BOOST_TEST(own.offset_at(civil(1997, 1, 1)) == 3600);
  BOOST_TEST(own.offset_at(civil(2000, 7, 1)) == 7200);
  BOOST_TEST(own.offset_at(civil(2000, 12, 1)) == 3600);
  BOOST_TEST(own.offset_at(civil(2001, 7, 1)) == 3600);
}

BOOST_AUTO_TEST_CASE(defects_are_survived_or_told) {
  std::vector<almanac::Warning> problems;
  const ZoneBook book(
      {{"No offsets", "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\n"},
       {"Nothing", ""}},
      problems);
  BOOST_TEST(problems.size() == 2);
  BOOST_TEST(!book.find("No offsets").has_value());
  // No DTSTART, no TZOFFSETFROM.
  BOOST_TEST(zone_of("BEGIN:STANDARD\nTZOFFSETTO:-0300\nEND:STANDARD\n").offset_at(0) == -10800);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "BEGIN:STANDARD\nTZOFFSETTO:-0300\nEND:STANDARD\n";
  BOOST_TEST(Zone::from_vtimezone({"own", many}).has_error());
}

BOOST_AUTO_TEST_CASE(a_book_prefers_what_the_system_knows) {
  const std::string wrong =
      "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\n";
  std::vector<almanac::Warning> problems;
  const ZoneBook book({{"Europe/Berlin", wrong},
                       {"W. Europe Standard Time", wrong},
                       {"/odd/prefix/Europe/Paris", wrong},
                       {"Office", wrong},
                       {"Customized Time Zone", wrong},
                       {"Customized Time Zone", exchange_like},
                       {"EST", exchange_like}},
                      problems);
  BOOST_TEST(problems.empty());
  const auto offset = [&book](std::string_view name) { return book.find(name).value().offset_at(civil(2026, 7, 1)); };
  BOOST_TEST(offset("Europe/Berlin") == 7200);
  BOOST_TEST(offset("W. Europe Standard Time") == 7200);
  BOOST_TEST(offset("/odd/prefix/Europe/Paris") == 7200);
  BOOST_TEST(offset("Office") == 9 * 3600);
  BOOST_TEST(offset("Customized Time Zone") == 7200);  // the last of two
  BOOST_TEST(offset("EST") == 7200);                   // an abbreviation says less than a definition
  BOOST_TEST(offset("Asia/Tokyo") == 9 * 3600);
}

BOOST_AUTO_TEST_CASE(a_description_means_what_the_document_defines) {
  const std::string nine =
      "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nTZOFFSETFROM:+0900\nTZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE\n";
  std::vector<almanac::Warning> problems;
  const ZoneBook book({{"Berlin", nine}, {"(UTC+01:00) Rome", nine}, {"(UTC+01:00) Vienna", exchange_like}}, problems);
  const auto name = [&book](std::string_view id) { return book.find(id).value().name(); };
  BOOST_TEST(problems.empty());
  BOOST_TEST(book.find("Berlin").value().offset_at(0) == 9 * 3600);
  BOOST_TEST(book.find("(UTC+01:00) Rome").value().offset_at(0) == 9 * 3600);
  BOOST_TEST(name("(UTC+01:00) Vienna") == "Europe/Vienna");  // defined as it is
  BOOST_TEST(name("Paris") == "Europe/Paris");
  BOOST_TEST(name("GMT+0530 (Kolkata)") == "Asia/Kolkata");
  BOOST_TEST(!book.find("Springfield").has_value());
}

BOOST_AUTO_TEST_CASE(own_zones_are_found_in_any_case_and_without_quotes) {
  const auto zone = [](const std::string& offset) {
    return "BEGIN:VTIMEZONE\nBEGIN:STANDARD\nTZOFFSETTO:" + offset + "\nEND:STANDARD\nEND:VTIMEZONE\n";
  };
  std::vector<almanac::Warning> problems;
  const ZoneBook book({{"\"Our Office\"", zone("+0100")}, {"ship", zone("+0200")}, {"Ship", zone("+0300")}}, problems);
  BOOST_TEST(book.find("our office").value().offset_at(0) == 3600);
  BOOST_TEST(book.find("ship").value().offset_at(0) == 7200);
  BOOST_TEST(book.find("Ship").value().offset_at(0) == 10800);
}

BOOST_AUTO_TEST_CASE(the_exporters_own_word_for_the_zone_is_taken) {
  const auto zone = zone_of("X-LIC-LOCATION:America/Chicago\nBEGIN:STANDARD\nTZOFFSETTO:-0500\nEND:STANDARD\n");
  BOOST_TEST(zone.name() == "America/Chicago");
}

BOOST_AUTO_TEST_SUITE_END()
