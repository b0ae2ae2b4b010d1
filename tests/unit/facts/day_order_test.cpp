#include <almanac/facts/day_order.hpp>
#include <almanac/facts/read_facts.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(day_order, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;

BOOST_AUTO_TEST_CASE(a_language_tells_which_of_day_and_month_comes_first) {
  for (const char* tag : {"de", "fr", "es", "it", "pt-BR", "nl", "pl", "ru", "DE-AT", "en-GB", "en_au", "en-Latn-IE",
                          "es-419", "en-in-x-quux"})
    BOOST_TEST_CONTEXT(tag) { BOOST_TEST((is_day_first_in(tag) == true)); }
  for (const char* tag :
       {"", "en", "en-US", "en-CA", "fr-CA", "es-US", "ja", "hu", "en, de", "English", "x-us", "en-x-us", "d"})
    BOOST_TEST_CONTEXT(tag) { BOOST_TEST(!is_day_first_in(tag)); }
}

namespace {

std::string start_of(std::string_view text, std::string own_language, std::string_view language) {
  Entry entry;
  entry.title.plain = "Quux ride";
  entry.summary.plain = text;
  entry.published = *read_date("2027-02-03T10:00:00Z");
  entry.language = std::move(own_language);
  apply_facts(entry, language);
  if (!entry.start) return "-";
  return iso_text(*entry.start).substr(0, entry.start->precision == Precision::year ? 4 : 10);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_date_that_the_text_leaves_open_is_read_as_its_language_writes) {
  constexpr std::string_view text = "Ride on 11/03/2027 around the lake.";
  BOOST_TEST(start_of(text, "", "") == "2027");
  BOOST_TEST(start_of(text, "", "en") == "2027");
  BOOST_TEST(start_of(text, "", "en-us") == "2027");
  BOOST_TEST(start_of(text, "", "en-gb") == "2027-03-11");
  BOOST_TEST(start_of(text, "en-GB", "en-us") == "2027-03-11");  // the entry's own counts before the document's
  BOOST_TEST(start_of(text, "en", "en-us") == "2027");
}

BOOST_AUTO_TEST_CASE(what_the_text_says_counts_before_its_language) {
  BOOST_TEST(start_of("Rides on 11/03/2027 and 25/03/2027.", "", "en-us") == "2027-03-11");
  BOOST_TEST(start_of("Ride on 11/03/2027 in Boston, MA, USA.", "", "en-gb") == "2027-11-03");
  BOOST_TEST(start_of("Die Fahrt ist am 11/03/2027 und wird ein Spaß mit uns.", "", "en-us") == "2027-03-11");
}

BOOST_AUTO_TEST_SUITE_END()
