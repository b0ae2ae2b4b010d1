#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <thread>

#include "black_hole.hpp"
#include "net_fixture.hpp"
#include "support/descriptors.hpp"
#include "support/hostile/hostile_rows.hpp"
#include "support/loopback/watch_manners.hpp"
#include "support/resident.hpp"

BOOST_AUTO_TEST_SUITE(hostile_servers, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// All servers of this program complain of bad manners. A client alone has no memory: headers only.
lb::PolitenessRules client_rules() {
  lb::PolitenessRules rules;
  rules.own_cookies = true;
  return rules;
}
struct Watch : lb::WatchManners {
  Watch() : WatchManners(client_rules()) {}
};

/// Deadlines shortened so that each phase's end is seen in a test's time; their order is the real one's.
ClientOptions hurried() {
  ClientOptions options = loopback_options();
  options.deadlines.connect = milliseconds(300);
  options.deadlines.header = milliseconds(300);
  options.deadlines.idle = milliseconds(300);
  options.deadlines.total = milliseconds(1500);
  options.deadlines.rate_window = milliseconds(600);
  options.deadlines.rate_bytes = 1024;
  return options;
}

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(Watch);

BOOST_DATA_TEST_CASE(b1_1_b1_4_b1_5_b1_6_end_as_named_within_their_time, boost::unit_test::data::make(hostile_rows()),
                     row) {
  lb::Server server;
  server.on("/b", row.response);
  server.on("/evil", lb::document("evil"));
  Net net(hurried());
  const std::size_t before = resident_bytes();
  const auto start = steady_clock::now();
  const Outcome outcome = net.fetch(server.url("/b"));
  const auto took = steady_clock::now() - start;
  const std::size_t after = resident_bytes();
  BOOST_TEST(code_of(outcome) == row.expected);
  BOOST_TEST((took < row.limit), "took " << std::chrono::duration_cast<milliseconds>(took).count() << " ms");
  const std::size_t grown = after > before ? after - before : 0;
  BOOST_TEST(grown < row.memory);
  BOOST_TEST(server.journal("/evil").empty());
  if (outcome && !row.body.empty()) BOOST_TEST(document_of(outcome).body == row.body);
  if (outcome) BOOST_TEST(document_of(outcome).facts.validators.etag != "\"evil\"");
  // The client lives on.
  server.on("/good", lb::document("good"));
  BOOST_TEST(net.fetch(server.url("/good")).has_value());
}

/// A long life with such servers leaves nothing open, at either end.
BOOST_AUTO_TEST_CASE(b1_1_no_row_leaves_a_descriptor_open) {
  lb::Server server;
  server.on("/warm", lb::document("x"));
  Net net(hurried());
  // Both ends close a little after the outcome is known; a socket that is being closed counts among the others.
  const auto open = [&](const Descriptors& wanted) {
    const auto ends = steady_clock::now() + milliseconds(3000);
    Descriptors now = descriptors(server.port());
    while ((now.server > wanted.server || now.others > wanted.others) && steady_clock::now() < ends) {
      std::this_thread::sleep_for(milliseconds(10));
      now = descriptors(server.port());
    }
    return now;
  };
  net.fetch(server.url("/warm"));
  net.client.close();
  const Descriptors before = open({1, std::numeric_limits<std::size_t>::max()});
  BOOST_TEST(before.server == 1u);
  for (const HostileRow& row : hostile_rows()) {
    BOOST_TEST_CONTEXT(row.name) {
      server.on("/b", row.response);
      static_cast<void>(net.fetch(server.url("/b")));
      net.client.close();
      const Descriptors after = open(before);
      BOOST_TEST(after.server == before.server);
      BOOST_TEST(after.others <= before.others);
    }
  }
}

BOOST_AUTO_TEST_CASE(b1_4_slow_connect_ends_at_the_deadline) {
  const BlackHole hole;
  Net net(hurried());
  const auto start = steady_clock::now();
  const Outcome outcome = net.fetch("http://127.0.0.1:" + std::to_string(hole.port()) + "/");
  BOOST_TEST(code_of(outcome) == make_error_code(NetErrc::connect_timeout));
  BOOST_TEST((steady_clock::now() - start < milliseconds(1500)));
}

BOOST_AUTO_TEST_SUITE_END()
