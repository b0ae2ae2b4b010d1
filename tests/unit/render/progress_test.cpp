#include <almanac/render/progress.hpp>
#include <almanac/text/escape.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(progress, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(fills_exactly_its_width) {
  for (std::size_t width = 0; width <= 120; ++width)
    for (const std::size_t total : {0u, 1u, 3u, 20u, 5000u})
      for (const std::size_t done : {0u, 1u, 2u, 19u, 5000u, 9000u}) {
        const auto bar = progress_bar(width, done, total);
        BOOST_TEST_CONTEXT(width << ": " << bar) BOOST_TEST((bar.front() != '[' || display_width(bar) == width));
      }
}

BOOST_AUTO_TEST_CASE(grows_with_the_work) {
  BOOST_TEST(progress_bar(30, 0, 20) == "[                 ]   0 % 0/20");
  BOOST_TEST(progress_bar(30, 20, 20) == "[████████████████] 100 % 20/20");
  BOOST_TEST(progress_bar(30, 99, 20) == progress_bar(30, 20, 20));
  BOOST_TEST(progress_bar(8, 3, 4) == "3/4");
}

BOOST_AUTO_TEST_SUITE_END()
