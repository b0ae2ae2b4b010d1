#include <chrono>

#include "read_page.hpp"

BOOST_AUTO_TEST_SUITE(hostile_pages, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(refuses_what_has_no_markup) {
  for (const std::string body : {"", "hello", "{}", "a < b"}) {
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(!try_page(body).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(takes_linear_time_and_bounded_memory) {
  for (const std::string_view piece :
       {"<div itemscope itemtype='https://schema.org/Event'>", "<p class=h-event>", "<div class='h-event p-name'>x",
        "<b itemprop=a>x", "<a href=x>", "</div>", "<link rel=alternate type=application/rss+xml href=a>",
        "<script type=application/ld+json>[", "<li>", "<a ", "<title>", "<svg>"}) {
    std::string page =
        "<html><div class='h-event p-name e-content'><div itemscope itemtype='https://schema.org/Event'><b "
        "itemprop=name>";
    while (page.size() < 1'000'000) page += piece;
    BOOST_TEST_CONTEXT(piece) {
      const auto begin = std::chrono::steady_clock::now();
      BOOST_TEST(try_page(page).has_value());
      BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(20)));
    }
  }
}

BOOST_AUTO_TEST_CASE(bounds_nesting_of_json) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[";
  check_facts(read_page(script(deep)), {{"entries", "0"}, {"warnings[0]", "bad-json-ld"}});
}

BOOST_AUTO_TEST_CASE(hands_on_thousands_of_events) {
  std::string list = "[";
  for (int i = 0; i < 4'000; ++i) list += R"({"@type":"Event","name":"A","startDate":"2026-01-01"},)";
  check_facts(read_page(script(list + "]")), {{"entries", "4000"}});
}

BOOST_AUTO_TEST_SUITE_END()
