#include "held_text.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(held_text, *boost::unit_test::label("unit"))

using almanac::HeldText;

BOOST_AUTO_TEST_CASE(gives_back_what_was_added) {
  for (const std::size_t size : {0u, 1u, 70'000u, 4u << 20, 9u << 20}) {
    BOOST_TEST_CONTEXT(size) {
      std::string wanted, got;
      HeldText text;
      for (std::size_t part = 1; wanted.size() < size; part = part * 3 + 1) {
        const std::string piece(std::min(part, size - wanted.size()), static_cast<char>('a' + part % 26));
        wanted += piece;
        text.add(piece);
        text.add({});
      }
      BOOST_TEST(text.write([&](std::string_view piece) { return got += piece, true; }));
      BOOST_TEST((got == wanted));
    }
  }
}

BOOST_AUTO_TEST_CASE(stops_where_no_more_is_wanted) {
  HeldText text;
  text.add(std::string(9u << 20, 'x'));
  int pieces = 0;
  BOOST_TEST(!text.write([&](std::string_view) { return ++pieces < 2; }));
  BOOST_TEST(pieces == 2);
}

BOOST_AUTO_TEST_SUITE_END()
