#include <almanac/base/ascii.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(base_ascii, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(trims_the_blanks_that_are_named_at_both_ends) {
  BOOST_TEST(trim(" \t\r\n\fa b\n") == "a b");
  BOOST_TEST(trim("a") == "a");
  BOOST_TEST(trim("") == "");
  BOOST_TEST(trim(" \n ") == "");
  BOOST_TEST(trim("\xC2\xA0 x") == "\xC2\xA0 x");  // a no-break space is a letter here
  BOOST_TEST(trim_controls(std::string_view("\0\v a\x1F", 5)) == "a");
  BOOST_TEST(trim(". Berlin.\r", " .") == "Berlin.\r");
}

BOOST_AUTO_TEST_SUITE_END()
