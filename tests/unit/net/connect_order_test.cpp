#include <almanac/net/connect.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(connect_order, *boost::unit_test::label("unit"))

using boost::asio::ip::tcp;

BOOST_AUTO_TEST_CASE(a5_8_families_take_turns_and_ipv6_begins) {
  const auto endpoint = [](const char* address) { return tcp::endpoint(boost::asio::ip::make_address(address), 80); };
  const auto mixed = almanac::net::interleave(
      {endpoint("1.0.0.1"), endpoint("1.0.0.2"), endpoint("1.0.0.3"), endpoint("2003::1"), endpoint("2003::2")});
  const std::vector<tcp::endpoint> expected = {endpoint("2003::1"), endpoint("1.0.0.1"), endpoint("2003::2"),
                                               endpoint("1.0.0.2"), endpoint("1.0.0.3")};
  BOOST_TEST(mixed == expected, boost::test_tools::per_element());
  BOOST_TEST(almanac::net::interleave({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
