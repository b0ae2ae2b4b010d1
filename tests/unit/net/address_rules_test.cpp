#include <almanac/net/address_rules.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(address_rules, *boost::unit_test::label("unit"))

using namespace almanac;
namespace ip = boost::asio::ip;

namespace {

struct Row {
  const char* address;
  AddressClass expected;
};

using enum AddressClass;

// Borders of every range from both sides (RFC 6890, the IANA special-purpose registries).
constexpr Row rows[] = {
    {"8.8.8.8", public_unicast},
    {"1.1.1.1", public_unicast},
    {"0.0.0.0", unspecified},
    {"0.255.255.255", unspecified},
    {"1.0.0.0", public_unicast},
    {"9.255.255.255", public_unicast},
    {"10.0.0.0", private_use},
    {"10.255.255.255", private_use},
    {"11.0.0.0", public_unicast},
    {"100.63.255.254", public_unicast},
    {"100.64.0.0", private_use},
    {"100.127.255.255", private_use},
    {"100.128.0.0", public_unicast},
    {"126.255.255.255", public_unicast},
    {"127.0.0.1", loopback},
    {"127.255.255.255", loopback},
    {"128.0.0.0", public_unicast},
    {"169.253.255.255", public_unicast},
    {"169.254.169.254", link_local},
    {"169.255.0.0", public_unicast},
    {"172.15.255.255", public_unicast},
    {"172.16.0.0", private_use},
    {"172.31.255.255", private_use},
    {"172.32.0.0", public_unicast},
    {"191.255.255.255", public_unicast},
    {"192.0.0.0", reserved},
    {"192.0.0.255", reserved},
    {"192.0.1.0", public_unicast},
    {"192.0.2.1", reserved},
    {"192.0.3.0", public_unicast},
    {"192.88.99.1", reserved},
    {"192.167.255.255", public_unicast},
    {"192.168.0.0", private_use},
    {"192.168.255.255", private_use},
    {"192.169.0.0", public_unicast},
    {"198.17.255.255", public_unicast},
    {"198.18.0.0", reserved},
    {"198.19.255.255", reserved},
    {"198.20.0.0", public_unicast},
    {"198.51.100.7", reserved},
    {"203.0.113.7", reserved},
    {"223.255.255.255", public_unicast},
    {"224.0.0.1", multicast},
    {"239.255.255.255", multicast},
    {"240.0.0.1", reserved},
    {"255.255.255.255", reserved},
    {"2606:4700:4700::1111", public_unicast},
    {"2a00:1450:4001::1", public_unicast},
    {"::", unspecified},
    {"::1", loopback},
    {"::2", unspecified},
    {"::127.0.0.1", loopback},
    {"::8.8.8.8", public_unicast},
    {"::ffff:127.0.0.1", loopback},
    {"::ffff:0.0.0.0", unspecified},
    {"::ffff:10.1.2.3", private_use},
    {"::ffff:169.254.169.254", link_local},
    {"::ffff:8.8.8.8", public_unicast},
    {"64:ff9b::a00:1", translation},
    {"64:ff9b::808:808", translation},
    {"64:ff9b:1::1", translation},
    {"64:ff9c::1", public_unicast},
    {"100::1", reserved},
    {"2001::1", translation},
    {"2001:1::1", reserved},
    {"2001:1ff:ffff::1", reserved},
    {"2001:200::1", public_unicast},
    {"2001:db8::1", reserved},
    {"2001:db9::1", public_unicast},
    {"2002:7f00:1::1", translation},
    {"2003::1", public_unicast},
    {"3fff:fff::1", reserved},
    {"fbff::1", public_unicast},
    {"fc00::1", private_use},
    {"fdff:ffff::1", private_use},
    {"fe80::1", link_local},
    {"febf::1", link_local},
    {"fec0::1", private_use},
    {"feff::1", private_use},
    {"ff02::1", multicast},
};

ip::tcp::endpoint endpoint(const char* address, std::uint16_t port = 443) { return {ip::make_address(address), port}; }

}  // namespace

BOOST_AUTO_TEST_CASE(b2_2_classifies_every_special_range) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.address) {
      BOOST_TEST(static_cast<int>(classify(ip::make_address(row.address))) == static_cast<int>(row.expected));
    }
  }
}

BOOST_AUTO_TEST_CASE(b2_3_denies_what_is_not_public_by_default) {
  const AddressRules none;
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.address) {
      BOOST_TEST(is_allowed(endpoint(row.address), "feeds.example", none, none) == (row.expected == public_unicast));
    }
  }
}

BOOST_AUTO_TEST_CASE(b2_3_allows_ranges_and_hosts_by_name) {
  AddressRules general, source, none;
  BOOST_REQUIRE(general.add("10.0.0.0/8"));
  BOOST_REQUIRE(source.add("Intranet.Example"));
  BOOST_TEST(is_allowed(endpoint("10.1.2.3"), "x", general, none));
  BOOST_TEST(is_allowed(endpoint("::ffff:10.1.2.3"), "x", general, none));
  BOOST_TEST(!is_allowed(endpoint("192.168.0.1"), "x", general, none));
  BOOST_TEST(is_allowed(endpoint("192.168.0.1"), "intranet.example", general, source));
  BOOST_TEST(!is_allowed(endpoint("192.168.0.1"), "other.example", general, source));
  BOOST_TEST(!is_allowed(endpoint("192.168.0.1"), "intranet.example.evil.example", general, source));
}

BOOST_AUTO_TEST_CASE(b2_2_denies_our_own_listener_whatever_is_allowed) {
  AddressRules rules;
  BOOST_REQUIRE(rules.add("127.0.0.0/8"));
  rules.deny.push_back(endpoint("127.0.0.1", 8808));
  const AddressRules none;
  BOOST_TEST(!is_allowed(endpoint("127.0.0.1", 8808), "localhost", rules, none));
  BOOST_TEST(!is_allowed(endpoint("::ffff:127.0.0.1", 8808), "localhost", rules, none));
  BOOST_TEST(is_allowed(endpoint("127.0.0.1", 8809), "localhost", rules, none));
}

BOOST_AUTO_TEST_CASE(reads_ranges) {
  const auto contains = [](const char* range, const char* address) {
    return AddressRange::parse(range).value().contains(ip::make_address(address));
  };
  BOOST_TEST(contains("192.168.1.7", "192.168.1.7"));
  BOOST_TEST(!contains("192.168.1.7", "192.168.1.8"));
  BOOST_TEST(contains("192.168.1.77/24", "192.168.1.1"));
  BOOST_TEST(contains("10.0.0.0/9", "10.127.255.255"));
  BOOST_TEST(!contains("10.0.0.0/9", "10.128.0.0"));
  BOOST_TEST(contains("0.0.0.0/0", "8.8.8.8"));
  BOOST_TEST(!contains("0.0.0.0/0", "2003::1"));
  BOOST_TEST(contains("fd00::/8", "fd12::1"));
  BOOST_TEST(!contains("fd00::/8", "fc12::1"));
  BOOST_TEST(contains("::1", "::1"));
  for (const char* bad : {"", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/8x", "10.0.0.0/-1", "host"}) {
    BOOST_TEST_CONTEXT(bad) { BOOST_TEST(!AddressRange::parse(bad)); }
  }
}

BOOST_AUTO_TEST_CASE(refuses_rules_that_are_neither) {
  AddressRules rules;
  for (const char* bad : {"", "10.0.0.0/33", "http://host/", "a b", "host:80"}) {
    BOOST_TEST_CONTEXT(bad) { BOOST_TEST(!rules.add(bad)); }
  }
}

BOOST_AUTO_TEST_CASE(b2_4_allows_only_ports_of_the_web) {
  for (const int port : {80, 443, 1024, 8080, 8443, 65535}) {
    BOOST_TEST_CONTEXT(port) { BOOST_TEST(is_port_allowed(static_cast<std::uint16_t>(port))); }
  }
  for (const int port :
       {0, 1, 22, 25, 53, 110, 143, 993, 1023, 2049, 3306, 5060, 5432, 6000, 6379, 6667, 10080, 11211}) {
    BOOST_TEST_CONTEXT(port) { BOOST_TEST(!is_port_allowed(static_cast<std::uint16_t>(port))); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
