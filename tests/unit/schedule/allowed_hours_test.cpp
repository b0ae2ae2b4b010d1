#include <almanac/schedule/allowed_hours.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(allowed_hours, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono;

static sys_seconds at(int d, int h, int m = 0) { return sys_days(year(2026) / 1 / d) + hours(h) + minutes(m); }

BOOST_AUTO_TEST_CASE(a2_4_moves_to_the_next_allowed_hour_and_day) {
  BOOST_TEST((next_allowed(at(1, 5, 30), 0, 0) == at(1, 5, 30)));
  BOOST_TEST((next_allowed(at(1, 5, 30), 1u << 5, 0) == at(1, 6)));
  BOOST_TEST((next_allowed(at(1, 23, 30), 1u << 23 | 1u, 0) == at(2, 1)));
  // 2026-01-03 is a Saturday, the 4th a Sunday.
  BOOST_TEST((next_allowed(at(3, 12), 0, 1u << 6 | 1u) == at(5, 0)));
}

BOOST_AUTO_TEST_CASE(a2_4_ignores_masks_that_forbid_everything) {
  BOOST_TEST((next_allowed(at(1, 5), 0xff'ffffu, 0) == at(1, 5)));
  BOOST_TEST((next_allowed(at(1, 5), 0, 0x7f) == at(1, 5)));
}

BOOST_AUTO_TEST_SUITE_END()
