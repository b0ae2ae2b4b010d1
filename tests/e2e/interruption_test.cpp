// A poll that is interrupted, killed, or meets another one.
#include <signal.h>

#include <boost/test/unit_test.hpp>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>
#include <thread>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(interruption, *boost::unit_test::label("e2e"))

using namespace almanac;
using namespace std::chrono_literals;
using test::Finished;
using test::has;
using test::Process;
using test::User;

namespace {

std::string feed(int number) {
  std::string items;
  for (int i = 0; i < 5; ++i) {
    const std::string n = std::to_string(number) + "-" + std::to_string(i);
    items += "<item><title>Thing " + n + "</title><guid>" + n + "</guid></item>";
  }
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed " + std::to_string(number) + "</title>" +
         items + "</channel></rss>";
}

/// Twenty feeds; the last ones answer slowly.
struct SlowWorld {
  SlowWorld() {
    std::vector<std::string> words{"follow", "--later"};
    for (int i = 0; i < 20; ++i) {
      loopback::Response response = loopback::document(feed(i));
      response.delay = i < 10 ? 0ms : 400ms;
      const std::string path = "/" + std::to_string(i);
      server.on(path, loopback::conditional(response, "\"" + std::to_string(i) + "\"", {}));
      words.push_back(server.url(path));
    }
    user.configure("[net]\nallow_private = [\"127.0.0.0/8\"]\nhost_spacing = \"0ms\"\nhost_connections = 2\n");
    BOOST_TEST(user.run(words).code == 0);
  }
  void wait_for_requests(std::size_t count) const {
    for (int i = 0; i < 2000 && server.journal().size() < count; ++i) std::this_thread::sleep_for(5ms);
    BOOST_TEST_REQUIRE(server.journal().size() >= count);
  }
  loopback::Server server;
  User user;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(sigint_ends_a_poll_soon_and_keeps_what_was_committed, SlowWorld) {
  Process poll(user.words({"poll"}), user.env());
  wait_for_requests(12);
  const auto before = std::chrono::steady_clock::now();
  poll.signal(SIGINT);
  const Finished done = poll.wait(10s);
  BOOST_TEST((std::chrono::steady_clock::now() - before < 3s));
  BOOST_TEST(done.code == 3, done.err);
  BOOST_TEST(has(done.err, "interrupted"), done.err);
  BOOST_TEST(has(user.run({"upcoming", "posts", "--limit", "200"}).out, "Thing 0-0"));
  // The rest is still due, and comes.
  const Finished rest = user.run({"poll"});
  BOOST_TEST(rest.code == 0, rest.err);
  const std::string all = user.run({"upcoming", "posts", "--limit", "200"}).out;
  for (int i = 0; i < 20; ++i) BOOST_TEST(has(all, "Thing " + std::to_string(i) + "-4"), i);
}

BOOST_FIXTURE_TEST_CASE(sigkill_at_any_time_loses_nothing_that_was_committed, SlowWorld) {
  for (int round = 0; round < 5; ++round) {
    Process poll(user.words({"poll", "--force"}), user.env());
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + 37 * round));
    poll.signal(SIGKILL);
    BOOST_TEST(poll.wait().code >= 128);
    const Finished check = test::run({"sqlite3", user.db_path(), "PRAGMA integrity_check"}, user.env());
    BOOST_TEST(check.out == "ok\n", check.out + check.err);
  }
  const Finished rest = user.run({"poll", "--force"});
  BOOST_TEST(rest.code == 0, rest.err);
  const std::string all = user.run({"upcoming", "posts", "--limit", "200"}).out;
  for (int i = 0; i < 20; ++i) BOOST_TEST(has(all, "Thing " + std::to_string(i) + "-0"), i);
}

BOOST_FIXTURE_TEST_CASE(two_polls_and_a_star_interleave, SlowWorld) {
  Process first(user.words({"poll", "--force"}), user.env()), second(user.words({"poll", "--force"}), user.env());
  for (int i = 0; i < 5; ++i) BOOST_TEST(user.run({"sources"}).code == 0);
  BOOST_TEST(first.wait().code == 0);
  BOOST_TEST(second.wait().code == 0);
  const std::string all = user.run({"upcoming", "posts", "--limit", "200"}).out;
  for (int i = 0; i < 20; ++i) BOOST_TEST(has(all, "Thing " + std::to_string(i) + "-0"), i);
}

BOOST_AUTO_TEST_SUITE_END()
