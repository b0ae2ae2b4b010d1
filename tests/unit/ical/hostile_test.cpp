#include <algorithm>
#include <chrono>

#include "calendar_reader.hpp"
#include "read_ics.hpp"
#include "support/repeated.hpp"

BOOST_AUTO_TEST_SUITE(ical_hostile, *boost::unit_test::label("unit"))

using namespace ical_test;
using almanac::test::repeated;

namespace {

std::string in_event(std::string_view lines) {
  return calendar("BEGIN:VEVENT\nSUMMARY:x\n" + std::string(lines) + "UID:last\nEND:VEVENT\n");
}

}  // namespace

BOOST_AUTO_TEST_CASE(b0_stops_after_a_thousand_bad_lines) {
  BOOST_TEST(parse(in_event(repeated("no line\n", 1000))).has_value());
  BOOST_TEST(!parse(in_event(repeated("no line\n", 1001))).has_value());
}

BOOST_AUTO_TEST_CASE(tells_a_repeated_defect_a_few_times_and_counts_the_rest) {
  const Harvest harvest = read(in_event(repeated("no line\n", 300)));
  BOOST_TEST(harvest.warnings.size() == 51u);
  BOOST_TEST(harvest.warnings.back().code == "more-warnings");
  BOOST_TEST(harvest.warnings.back().message.find("250") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(b0_cuts_a_text_at_the_line_limit_and_drops_other_values) {
  const std::string huge(70'000, 'x');
  const Harvest harvest = read(in_event("DESCRIPTION:" + huge + "\nURL:https://example.org/" + huge +
                                        "\nATTACH;ENCODING=BASE64:" + huge + "\n"));
  BOOST_TEST(harvest.entries.at(0).summary.raw.size() == (64u << 10) - 12);
  BOOST_TEST(harvest.entries.at(0).url == "");
  BOOST_TEST(harvest.entries.at(0).id == "last");
  BOOST_TEST(harvest.warnings.size() == 2u);
  BOOST_TEST(warned(harvest, "line-too-long"));
}

BOOST_AUTO_TEST_CASE(b0_refuses_documents_past_the_size_limit) {
  BOOST_TEST(!parse(in_event(repeated("X-PAD:" + std::string(1000, 'x') + "\n", 17'000))).has_value());
  BOOST_TEST(parse(in_event(repeated("X-PAD:" + std::string(1000, 'x') + "\n", 16'000))).has_value());
}

BOOST_AUTO_TEST_CASE(bounds_dates_of_an_event) {
  const Harvest harvest = read(in_event(repeated("EXDATE:20260101,20260102,20260103\n", 700)));
  const auto& dates = harvest.entries.at(0).recurrence.exceptions;
  std::size_t count = 0;
  for (const std::string& line : dates)
    count += 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
  BOOST_TEST(count == 2000u);
  BOOST_TEST(dates.back() == ":20260101,20260102");
  BOOST_TEST(warned(harvest, "too-many-dates"));
  BOOST_TEST(!warned(read(in_event(repeated("RDATE:20260101,20260102\n", 1000))), "too-many-dates"));
}

BOOST_AUTO_TEST_CASE(keeps_the_dates_of_a_list_that_was_cut) {
  const Harvest harvest = read(in_event("EXDATE;VALUE=DATE:20260101" + repeated(",20260102", 9000) +
                                        "\nRDATE:" + std::string(70'000, '2') + "\n"));
  const Recurrence& recurrence = harvest.entries.at(0).recurrence;
  BOOST_REQUIRE_EQUAL(recurrence.exceptions.size(), 1u);
  BOOST_TEST(recurrence.exceptions[0].starts_with("VALUE=DATE:20260101,20260102,"));
  BOOST_TEST(recurrence.exceptions[0].ends_with(",20260102"));
  BOOST_TEST(recurrence.dates.empty());
  BOOST_TEST(warned(harvest, "line-too-long"));
}

BOOST_AUTO_TEST_CASE(bounds_lists_of_an_event) {
  std::string lines;
  for (int i = 0; i < 1000; ++i)
    lines += "CATEGORIES:c" + std::to_string(i) + "\nATTACH:https://example.org/" + std::to_string(i) +
             "\nRRULE:FREQ=DAILY\n";
  const Entry entry = read(in_event(lines)).entries.at(0);
  BOOST_TEST(entry.categories.size() == 256u);
  BOOST_TEST(entry.enclosures.size() == 256u);
  BOOST_TEST(entry.recurrence.rules.size() == 256u);
}

BOOST_AUTO_TEST_CASE(b0_stops_at_twenty_thousand_entries) {
  const Harvest harvest = read(calendar(repeated("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n", 20'001)));
  BOOST_TEST(harvest.entries.size() == 20'000u);
  BOOST_TEST(warned(harvest, "too-many-entries"));
  BOOST_TEST(!warned(read(calendar(repeated("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n", 20'000))), "too-many-entries"));
}

BOOST_AUTO_TEST_CASE(b0_components_may_be_8_deep) {
  for (const std::size_t inner : {5u, 6u, 7u}) {  // in VCALENDAR and VEVENT
    const Harvest harvest = read(calendar("BEGIN:VEVENT\nSUMMARY:x\n" + repeated("BEGIN:X-DEEP\n", inner) +
                                          repeated("END:X-DEEP\n", inner) + "END:VEVENT\n"));
    BOOST_TEST_CONTEXT(inner) BOOST_TEST(warned(harvest, "too-deep") == (inner + 2 > 8));
  }
}

BOOST_AUTO_TEST_CASE(passes_over_components_below_the_depth_limit) {
  const Harvest harvest =
      read(calendar("BEGIN:VEVENT\nSUMMARY:x\n" + repeated("BEGIN:X-DEEP\nLOCATION:deep\n", 300'000) +
                    repeated("END:X-DEEP\n", 300'000) + "LOCATION:here\nEND:VEVENT\n"));
  BOOST_TEST(harvest.entries.at(0).location == "here");
  BOOST_TEST(warned(harvest, "too-deep"));
}

BOOST_AUTO_TEST_CASE(survives_ends_without_begins) {
  BOOST_TEST(read(calendar(repeated("END:VEVENT\n", 1000) + "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n")).entries.size() ==
             1u);
}

BOOST_AUTO_TEST_CASE(drops_a_zone_that_is_too_long) {
  const Harvest harvest = read(calendar(
      "BEGIN:VTIMEZONE\nTZID:Z\n" + repeated("TZNAME:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", 10'000) + "END:VTIMEZONE\n"));
  BOOST_TEST(harvest.zones.empty());
  BOOST_TEST(warned(harvest, "bad-zone"));
}

BOOST_AUTO_TEST_CASE(ends_wherever_the_document_is_cut) {
  const std::string whole = calendar(
      "BEGIN:VTIMEZONE\r\nTZID:Z\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY;X=\"a:b\":fo\r\n "
      "lded\r\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:a=\r\nb=C3=A9\r\n"
      "DTSTART;TZID=Z:20260301T090000\r\nCATEGORIES:a\\,b,c\r\nGEO:1;2\r\nRRULE:W1 MO #3\r\nEND:VEVENT\r\n");
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto harvest = parse(std::string_view(whole).substr(0, size));
    BOOST_TEST(harvest.has_value() == (size >= std::string_view("BEGIN:VCALENDAR").size()));
  }
}

// Each of these was quadratic or worse in a reader that is widely used; 15 MB must not take longer than ordinary
// reading.
BOOST_AUTO_TEST_CASE(takes_linear_time_for_expensive_looking_input) {
  const std::size_t size = 15u << 20;
  const auto fill = [&](std::string_view piece) { return repeated(piece, size / piece.size()); };
  const std::pair<const char*, std::string> cases[] = {
      {"bad dates", in_event(fill("DTSTART:nonsense\n"))},
      {"one line", in_event("X-A:" + std::string(size, 'x') + "\n")},
      {"one folded line", in_event("DESCRIPTION:" + fill("x\n ") + "\n")},
      {"folds with equals signs", in_event("DESCRIPTION:" + fill("=\n ") + "\n")},
      {"quotes", in_event(fill("ORGANIZER;CN=\"a;CN=\"b;CN=\"c:x\n"))},
      {"categories", in_event(fill("CATEGORIES:a,b,c,d,e,f,g,h\n"))},
      {"long parameters", in_event(repeated("DTSTART" + repeated(";A=\"b\"", 10'000) + ":20260101\n", size / 60'011))},
      {"nested", calendar(fill("BEGIN:X\n"))},
      {"ends", calendar(fill("END:X\n"))},
      {"blank lines", calendar(fill("\r\n"))},
      {"descriptions with tags", in_event(fill("DESCRIPTION:" + std::string(500, '<') + "\n"))},
  };
  for (const auto& [name, body] : cases) BOOST_TEST_CONTEXT(name) {
      const auto start = std::chrono::steady_clock::now();
      static_cast<void>(parse(body));
      const auto took = std::chrono::steady_clock::now() - start;
      BOOST_TEST(std::chrono::duration<double>(took).count() < 5.0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
