#include <almanac/facts/known_names.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(known_names, *boost::unit_test::label("unit"))

using namespace almanac::facts;

BOOST_AUTO_TEST_CASE(countries_go_by_names_and_codes) {
  for (const char* name : {"germany", "Germany", "de", "DE", "deu", "Deutschland", "Allemagne"})
    BOOST_TEST(country_named(name) == "DE", name);
  BOOST_TEST(country_named("uk") == "GB");
  BOOST_TEST(country_named("united-states") == "US");
  for (const char* name : {"", "germny", "xx", "europe", "berlin"}) BOOST_TEST(country_named(name).empty(), name);
  BOOST_TEST(nearest_country("germny") == "germany");
}

BOOST_AUTO_TEST_CASE(languages_go_by_names_and_tags) {
  for (const char* name : {"english", "English", "en", "EN"}) BOOST_TEST(language_named(name) == "en", name);
  BOOST_TEST(language_named("en-GB") == "en-gb");
  BOOST_TEST(language_named("gsw") == "gsw");
  BOOST_TEST(language_named("Fran\u00e7ais") == "fr");
  BOOST_TEST(language_named("za") == "za");
  for (const char* name : {"", "englisch-ish", "xx", "klingon"}) BOOST_TEST(language_named(name).empty(), name);
  BOOST_TEST(nearest_language("englsh") == "english");
}

BOOST_AUTO_TEST_SUITE_END()
