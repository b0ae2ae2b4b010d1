#pragma once
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <support/loopback/content.hpp>
#include <support/sample/sample_feeds.hpp>
#include <thread>
#include <vector>

#include "installation.hpp"

namespace almanac::test {

using namespace std::chrono_literals;

inline const std::string quick_net =
    "[net]\nallow_private = [\"127.0.0.0/8\"]\nhost_spacing = \"0ms\"\nhost_connections = 8\n";

/// Whether the condition comes true in time.
inline bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds limit = 20s) {
  const auto until = std::chrono::steady_clock::now() + limit;
  while (std::chrono::steady_clock::now() < until) {
    if (condition()) return true;
    std::this_thread::sleep_for(20ms);
  }
  return condition();
}

/// Four sample feeds that are followed and not yet polled, and a daemon.
struct ServedWorld {
  ServedWorld() {
    sample::serve(server, ALMANAC_SAMPLE_FEEDS,
                  std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  }
  std::string url(const std::string& name) const { return server.url("/" + name); }
  void follow_all() {
    std::vector<std::string> words{"follow", "--later"};
    for (const char* name : {"hackathons.ics", "conferences.xml", "meetup.ics", "forum.xml"})
      words.push_back(url(name));
    BOOST_TEST_REQUIRE(user.run(words).code == 0);
  }
  void start(std::vector<std::string> words = {"serve"}, std::map<std::string, std::string> more = {}) {
    auto env = user.env();
    env.merge(more);
    daemon = std::make_unique<Process>(user.words(std::move(words)), env);
    const bool answers = eventually([&] { return !daemon->running() || user.run({"status"}).code == 0; });
    BOOST_TEST_REQUIRE(answers);
    BOOST_TEST_REQUIRE(daemon->running());
  }
  boost::json::object status() const {
    return boost::json::parse(user.run({"status", "--format", "json"}).out).as_object();
  }
  void wait_for_polls(std::int64_t count) {
    const bool done = eventually([&] {
      const auto now = status();
      return now.at("running").as_bool() && now.at("polls").as_int64() >= count &&
             now.at("waiting").as_int64() + now.at("under_way").as_int64() == 0;
    });
    BOOST_TEST_REQUIRE(done);
  }
  Finished stop(int number = SIGTERM) {
    daemon->signal(number);
    const auto before = std::chrono::steady_clock::now();
    Finished end = daemon->wait(15s);
    BOOST_TEST((std::chrono::steady_clock::now() - before < 5s));
    return end;
  }
  std::string socket_path() const { return user.db_path() + ".sock"; }
  std::size_t requests() const { return server.journal().size(); }

  loopback::Server server;
  User user;
  std::unique_ptr<Process> daemon;
};

}  // namespace almanac::test
