#include <almanac/base/nearest.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(nearest, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(finds_what_a_misspelt_word_means) {
  const std::vector<std::string_view> words{"upcoming", "follow", "unfollow", "sources", "search"};
  BOOST_TEST(nearest_word("upcomming", words) == "upcoming");
  BOOST_TEST(nearest_word("folow", words) == "follow");
  BOOST_TEST(nearest_word("serach", words) == "search");
  BOOST_TEST(nearest_word("upc", words) == "upcoming");
  BOOST_TEST(nearest_word("xyzzy", words) == "");
  BOOST_TEST(nearest_word(std::string(10'000, 'x'), words) == "");
}

BOOST_AUTO_TEST_SUITE_END()
