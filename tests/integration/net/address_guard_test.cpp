#include <boost/test/unit_test.hpp>

#include "net_fixture.hpp"
#include "support/fake_resolver.hpp"

BOOST_AUTO_TEST_SUITE(address_guard, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;

namespace {

/// A client without any allowance, names as given.
ClientOptions guarded(const std::shared_ptr<FakeResolver>& names) {
  ClientOptions options;
  options.resolver = names;
  return options;
}

}  // namespace

BOOST_AUTO_TEST_CASE(b2_1_b2_5_names_of_forbidden_addresses_are_not_connected_to_and_told_alike) {
  lb::Server server;
  struct Row {
    const char* name;
    std::vector<std::string> addresses;
  };
  const Row rows[] = {
      {"dns-private", {"127.0.0.1"}},
      {"v4mapped", {"::ffff:127.0.0.1"}},
      {"nat64", {"64:ff9b::7f00:1"}},
      {"zero-host", {"0.0.0.0"}},
      {"dns-mixed-public-private", {"8.8.8.8", "127.0.0.1"}},
      {"dns-mixed-private-public", {"127.0.0.1", "8.8.8.8"}},
      {"link-local", {"169.254.169.254"}},
  };
  std::optional<std::string> words;
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const auto names = std::make_shared<FakeResolver>();
      names->add("feeds.example", row.addresses);
      Net net(guarded(names));
      const Outcome outcome = net.fetch(server.url_as("feeds.example", "/"));
      BOOST_TEST(code_of(outcome) == make_error_code(NetErrc::denied_address));
      if (!words) words = outcome.error().detail;
      BOOST_TEST(outcome.error().detail == *words);  // B2.5: nothing to learn from it
    }
  }
  BOOST_TEST(server.connections() == 0u);
}

BOOST_AUTO_TEST_CASE(b2_1_addresses_in_disguise_are_not_connected_to) {
  lb::Server server;
  Net net(guarded(std::make_shared<FakeResolver>()));
  for (const char* host : {"127.0.0.1", "127.1", "2130706433", "0x7f.1", "0", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]",
                           "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::1]"}) {
    BOOST_TEST_CONTEXT(host) {
      BOOST_TEST(code_of(net.fetch(server.url_as(host, "/"))) == make_error_code(NetErrc::denied_address));
    }
  }
  BOOST_TEST(server.connections() == 0u);
}

BOOST_AUTO_TEST_CASE(b2_3_to_private_ip_is_refused_after_a_redirect) {
  lb::Server inner;
  lb::Server outer;
  outer.on("/", lb::redirect(302, inner.url_as("127.0.0.2", "/")));
  ClientOptions options;
  options.addresses.add("127.0.0.1").value();
  Net net(options);
  BOOST_TEST(code_of(net.fetch(outer.url("/"))) == make_error_code(NetErrc::denied_address));
  BOOST_TEST(inner.connections() == 0u);
}

BOOST_AUTO_TEST_CASE(b2_3_a_source_may_be_allowed_what_others_are_not) {
  lb::Server server;
  server.on("/", lb::document("x"));
  Net net(ClientOptions{});
  FetchRequest request = Net::request_for(server.url("/"));
  request.addresses.add("127.0.0.1").value();
  BOOST_TEST(net.fetch(std::move(request)).has_value());
  // The connection is idle now; another source must not get at it.
  BOOST_TEST(code_of(net.fetch(server.url("/"))) == make_error_code(NetErrc::denied_address));
  BOOST_TEST(server.journal().size() == 1u);
}

BOOST_AUTO_TEST_CASE(b2_4_ports_of_other_protocols_are_refused) {
  Net net;
  for (const char* url :
       {"http://127.0.0.1:22/", "http://127.0.0.1:25/", "http://127.0.0.1:6379/", "http://127.0.0.1:81/"}) {
    BOOST_TEST_CONTEXT(url) { BOOST_TEST(code_of(net.fetch(url)) == make_error_code(NetErrc::denied_address)); }
  }
}

BOOST_AUTO_TEST_CASE(b2_1_dns_rebind_2nd_lookup_never_happens_within_a_hop) {
  lb::Server server;
  server.on("/", lb::document("x"));
  const auto names = std::make_shared<FakeResolver>();
  names->add("feeds.example", {"127.0.0.1"});
  names->add("feeds.example", {"10.0.0.1"});
  ClientOptions options = loopback_options();
  options.resolver = names;
  options.idle_connections = 0;
  Net net(options);
  BOOST_TEST(net.fetch(server.url_as("feeds.example", "/")).has_value());
  BOOST_TEST(names->lookups("feeds.example") == 1);
  BOOST_TEST(code_of(net.fetch(server.url_as("feeds.example", "/"))) == make_error_code(NetErrc::denied_address));
}

BOOST_AUTO_TEST_CASE(names_without_addresses_are_dns_errors) {
  Net net(guarded(std::make_shared<FakeResolver>()));
  BOOST_TEST(code_of(net.fetch("http://none.example/")) == make_error_code(NetErrc::dns));
}

BOOST_AUTO_TEST_SUITE_END()
