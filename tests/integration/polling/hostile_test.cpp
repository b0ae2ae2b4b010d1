// C2 through the whole program: whatever a server or a document does, what is stored stays, others are served in time,
// and the reason is told.
#include "support/hostile/hostile_documents.hpp"
#include "support/hostile/hostile_rows.hpp"
#include "support/resident.hpp"
#include "world.hpp"

BOOST_AUTO_TEST_SUITE(hostile, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Shortened in the same proportions, and long enough for many at once on a busy machine.
FetchDeadlines hurried() {
  FetchDeadlines deadlines;
  deadlines.header = deadlines.idle = milliseconds(1500);
  deadlines.total = milliseconds(6000);
  deadlines.rate_window = milliseconds(2000);
  deadlines.rate_bytes = 1024;
  return deadlines;
}

RunLimits all_at_once() {
  RunLimits limits;
  limits.host_spacing = milliseconds(0);
  limits.per_host = 4;
  return limits;
}

/// A source each, with a good document stored first.
struct Crowd : World {
  Crowd() : World(hurried()) { rules.all_good = false; }

  SourceId join(const std::string& name) {
    const std::string host = "h" + std::to_string(ids.size()) + ".example", path = "/" + std::to_string(ids.size());
    names->add(host, {"127.0.0.1"});
    server.on(path, feed({"T" + std::to_string(ids.size())}, "\"good\""));
    ids.push_back(follow(url(path, host)));
    rows.push_back(name);
    return ids.back();
  }
  std::string path_of(std::size_t n) const { return "/" + std::to_string(n); }

  std::vector<SourceId> ids;
  std::vector<std::string> rows;
};

}  // namespace

BOOST_AUTO_TEST_CASE(b1_1_servers_lose_us_nothing_and_delay_nobody) {
  Crowd crowd;
  const auto& table = hostile_rows();
  for (const HostileRow& row : table) crowd.join(row.name);
  const std::size_t good_ones = 20;
  for (std::size_t i = 0; i < good_ones; ++i) crowd.join("good");
  crowd.poll_all(crowd.ids, all_at_once());
  const Titles before = crowd.titles();
  BOOST_TEST(before.size() == std::min<std::size_t>(crowd.ids.size(), 50));

  for (std::size_t n = 0; n < table.size(); ++n) crowd.server.on(crowd.path_of(n), table[n].response);
  crowd.clock.pass(hours(2));
  const std::size_t memory = resident_bytes();
  const auto start = steady_clock::now();
  std::map<std::int64_t, Refreshed> results;
  for (Refreshed& done : crowd.poll_all(crowd.ids, all_at_once())) results[done.source.value] = std::move(done);
  const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
  BOOST_TEST(took.count() < 30'000);
  const std::size_t after = resident_bytes();
  BOOST_TEST((after > memory ? after - memory : 0) < 320u << 20);  // 32 at once, each within its own limit

  BOOST_TEST(results.size() == crowd.ids.size());
  BOOST_TEST(crowd.titles() == before, boost::test_tools::per_element());
  for (std::size_t n = 0; n < crowd.ids.size(); ++n) {
    BOOST_TEST_CONTEXT(crowd.rows[n]) {
      const Refreshed& done = results[crowd.ids[n].value];
      const Source source = crowd.source(crowd.ids[n]);
      BOOST_TEST((source.validators.etag == "\"good\""));
      if (n >= table.size()) {
        BOOST_TEST(!done.problem);
        continue;
      }
      BOOST_TEST_REQUIRE(done.problem.has_value());
      if (table[n].expected) BOOST_TEST(done.problem->code == table[n].expected);
      BOOST_TEST(source.health.last_error == done.problem->what);
      BOOST_TEST(source.health.failures == 1);
      BOOST_TEST((*source.health.next_due > crowd.clock.now()));
    }
  }
}

BOOST_AUTO_TEST_CASE(documents_are_read_or_refused_within_their_time) {
  Crowd crowd;
  const auto& table = hostile_documents();
  for (const HostileDocument& document : table) crowd.join(document.name);
  crowd.poll_all(crowd.ids, all_at_once());
  crowd.clock.pass(hours(2));
  for (std::size_t n = 0; n < table.size(); ++n) {
    BOOST_TEST_CONTEXT(table[n].name) {
      crowd.server.on(crowd.path_of(n), lb::document(table[n].body, table[n].content_type));
      const auto start = steady_clock::now();
      const Refreshed done = crowd.poll(crowd.ids[n]);
      const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - start);
      BOOST_TEST(took.count() < 10'000);
      if (done.problem) BOOST_TEST(done.problem->what != "");
    }
  }
}

/// dns-hang-20s, in the proportions of a test: a lookup that takes long, and a network that is well.
BOOST_AUTO_TEST_CASE(a5_9_dns_hang_delays_no_other) {
  constexpr milliseconds hang(4000);
  World world;
  world.names->hang("hang.example", hang);
  std::vector<SourceId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(world.follow(world.url("/" + std::to_string(i), "hang.example")));
  world.server.on("/feed", feed({"A"}));
  ids.push_back(world.follow(world.url("/feed")));
  const auto start = steady_clock::now();
  const auto results = world.poll_all(ids, all_at_once());
  BOOST_TEST((steady_clock::now() - start >= hang));
  BOOST_TEST((world.last("/feed").when - start < hang / 2));
  for (const Refreshed& done : results) BOOST_TEST(done.problem.has_value() == (done.source != ids.back()));
}

BOOST_AUTO_TEST_SUITE_END()
