#include "date_text.hpp"

#include <almanac/model/moment.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(recipe_date_text, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::recipe;

namespace {

std::string shown(std::chrono::sys_days day) {
  return iso_text(MomentKind::date, std::chrono::sys_seconds(day).time_since_epoch().count());
}
std::string shown(const std::optional<DayRange>& range) {
  if (!range) return "none";
  return shown(range->first) + ".." + shown(range->last) +
         (range->year_only    ? " year"
          : range->month_only ? " month"
                              : "");
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_ranges_as_people_write_them) {
  const std::pair<const char*, const char*> cases[]{
      {"2026-03-05", "2026-03-05..2026-03-05"},
      {"2026-03-05 - 2026-03-07", "2026-03-05..2026-03-07"},
      {"May 15 - 21, 2026", "2026-05-15..2026-05-21"},
      {"May 13 - Jun 05, 2026", "2026-05-13..2026-06-05"},
      {"29 June - 2 July, 2026", "2026-06-29..2026-07-02"},
      {"February 7 - February 14, 2023", "2023-02-07..2023-02-14"},
      {"Jan 31-Feb 4, 2026", "2026-01-31..2026-02-04"},
      {"Sept 26-29, 2023", "2023-09-26..2023-09-29"},
      {"December 6, 2026", "2026-12-06..2026-12-06"},
      {"31 January-1 February 2026", "2026-01-31..2026-02-01"},
      {"4-6 March 2026", "2026-03-04..2026-03-06"},
      {"4\xE2\x80\x93"
       "6 March 2026",
       "2026-03-04..2026-03-06"},
      {"Dec 30 - Jan 2, 2027", "2026-12-30..2027-01-02"},
      {"Dec 30, 2026 - Jan 2, 2027", "2026-12-30..2027-01-02"},
      {"Dec 30, 2026 - Jan 2", "2026-12-30..2027-01-02"},
      {"June 3rd to 5th, 2026", "2026-06-03..2026-06-05"},
      {"Monday, May 4 (online), 2026", "2026-05-04..2026-05-04"},
      {"May 4, 5 and 6, 2026", "2026-05-04..2026-05-06"},
      {"September 2026", "2026-09-01..2026-09-30 month"},
      {"Sep - Oct 2026", "2026-09-01..2026-10-31 month"},
      {"2026", "2026-01-01..2026-12-31 year"},
  };
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(shown(read_day_range(text)) == wanted);
    }
}

BOOST_AUTO_TEST_CASE(takes_the_year_of_the_row_only_where_none_is_written) {
  BOOST_TEST(shown(read_day_range("September 7-11", 2026)) == "2026-09-07..2026-09-11");
  BOOST_TEST(shown(read_day_range("Dec 30 - Jan 2", 2026)) == "2026-12-30..2027-01-02");
  BOOST_TEST(shown(read_day_range("May 4, 2027", 2026)) == "2027-05-04..2027-05-04");
  BOOST_TEST(shown(read_day_range("September 7-11")) == "none");
}

BOOST_AUTO_TEST_CASE(gives_nothing_for_what_is_no_day) {
  for (const char* text : {"", "TBD", "soon", "February 30, 2026", "11 May 2026 Apr 2026", "May 9 - 3, 2026", "12", "-",
                           "May 1-2-3, 2026", "May 99, 2026", "1.2.3", "99999"})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(shown(read_day_range(text)) == "none"); }
  BOOST_TEST(shown(read_day_range(std::string(100'000, '('))) == "none");
}

BOOST_AUTO_TEST_CASE(reads_formats_to_the_last_character) {
  const auto read = read_formatted("05 Mar 2026 18:30", "%d %b %Y %H:%M");
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->has_time);
  BOOST_TEST(iso_text(MomentKind::local, read->wall.time_since_epoch().count()) == "2026-03-05T18:30:00");
  BOOST_TEST(!read_formatted("05 Mar 2026 18:30 x", "%d %b %Y %H:%M").has_value());
  BOOST_TEST(!read_formatted("31/02/2026", "%d/%m/%Y").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
