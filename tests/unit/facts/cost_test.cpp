#include <almanac/facts/cost.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

BOOST_AUTO_TEST_SUITE(cost, *boost::unit_test::label("unit"))

using namespace almanac::facts;

BOOST_AUTO_TEST_CASE(fields_for_prices_become_comparable) {
  const std::pair<const char*, const char*> cases[]{
      {"Free", "free"},
      {"0", "free"},
      {"0.00 EUR", "free"},
      {" kostenlos ", "free"},
      {"25,00 €", "EUR 25"},
      {"€25", "EUR 25"},
      {"$12.50", "USD 12.50"},
      {"EUR 25 - 40", "EUR 25–40"},
      {"$10 - $40", "USD 10–40"},
      {"1,250.00 USD", "USD 1250"},
      {"25", "25"},
      {"see website", "see website"},
      {"", ""},
  };
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(normal_cost(text) == wanted);
    }
}

BOOST_AUTO_TEST_CASE(prose_tells_only_what_it_says_in_so_many_words) {
  const std::pair<const char*, const char*> cases[]{
      {"Eintritt frei!", "free"},
      {"Admission is free, beer is not.", "free"},
      {"Entrée libre, venez nombreux", "free"},
      {"参加費: 1000円", "JPY 1000"},
      {"Tickets: 25 €", "EUR 25"},
      {"Registration fee: USD 40 for students, USD 80 regular", "USD 40–80"},
      {"Tarif: 12,50 EUR", "EUR 12.50"},
      {"Prize pool: $10,000", ""},
      {"Win tickets worth $500", ""},
      {"We raised $5 million", ""},
      {"Tickets are sold; 300 € off until May", ""},
      {"This is not free of charge.", ""},
      {"Entry is free. Workshop tickets: 40 €", ""},
      {"Tickets: 20 € or 25 CHF", ""},
      {"A free software meetup", ""},
      {"Version 3.5 costs nerves", ""},
      {"tickets cost $a25", ""},
      {"", ""},
  };
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(cost_of_text("Larch Conf 2026", text).value_or("") == wanted);
    }
}

BOOST_AUTO_TEST_CASE(a_cost_is_found_wherever_it_stands_and_however_it_is_written) {
  const std::pair<const char*, const char*> cases[]{
      {"FREE ENTRY", "free"},          {"Gratis Toegang", "free"}, {"INGRESSO LIBERO", "free"},
      {"Teilnahme KOSTENLOS", "free"}, {"参加無料", "free"},       {"免费参加", "free"},
      {"Tickets: £9", "GBP 9"},        {"Tickets: €7", "EUR 7"},   {"Tickets: 30 US Dollars", "USD 30"},
  };
  for (const auto& [text, wanted] : cases)
    for (std::size_t before = 0; before < 40; ++before)
      for (const std::size_t behind : {0, 1, 17}) {
        const std::string whole = std::string(before, '.') + ' ' + text + std::string(behind, '.');
        BOOST_TEST_CONTEXT(whole) {
          BOOST_TEST(cost_of_text("Larch Conf", whole).value_or("") == wanted);
          BOOST_TEST(cost_of_text(whole, "Come and see.").value_or("") == wanted);
        }
      }
}

BOOST_AUTO_TEST_SUITE_END()
