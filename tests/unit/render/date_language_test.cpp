// Dates of a digest in the language of its profile.
#include <almanac/render/dates.hpp>
#include <almanac/time/dates/date_words.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(date_language, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::render;

BOOST_AUTO_TEST_CASE(names_of_months_and_days_are_those_of_the_language) {
  constexpr std::chrono::sys_days day{std::chrono::year{2027} / 3 / 6};  // a Saturday
  const auto written = [&](const char* code) {
    Reader reader{sys_seconds{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}}, {}};
    const auto language = find_date_language(code);
    BOOST_TEST_REQUIRE(language.has_value());
    reader.language = *language;
    return day_text(day, reader) + " | " + day_range_text(day, day + std::chrono::days{2}, reader) + " | " +
           day_range_text(day, day + std::chrono::days{30}, reader);
  };
  BOOST_TEST(written("en") == "Sat 6 Mar 2027 | 6–8 Mar 2027 | 6 Mar – 5 Apr 2027");
  BOOST_TEST(written("de") == "Sa 6. März 2027 | 6.–8. März 2027 | 6. März – 5. Apr 2027");
  BOOST_TEST(written("fr") == "sam 6 mars 2027 | 6–8 mars 2027 | 6 mars – 5 avr 2027");
  BOOST_TEST(written("es") == "sáb 6 mar 2027 | 6–8 mar 2027 | 6 mar – 5 abr 2027");
  BOOST_TEST(written("it") == "sab 6 mar 2027 | 6–8 mar 2027 | 6 mar – 5 apr 2027");
  BOOST_TEST(written("pt") == "sáb 6 mar 2027 | 6–8 mar 2027 | 6 mar – 5 abr 2027");
  BOOST_TEST(written("nl") == "za 6 mrt 2027 | 6–8 mrt 2027 | 6 mrt – 5 apr 2027");
  BOOST_TEST(!find_date_language("EN").has_value());
  BOOST_TEST(!find_date_language("xx").has_value());
  BOOST_TEST(date_language_codes().size() == 7u);
}

BOOST_AUTO_TEST_SUITE_END()
