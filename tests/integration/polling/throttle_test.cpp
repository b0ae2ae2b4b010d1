// A3: errors, throttling, and sources that go away.
#include "world.hpp"

BOOST_AUTO_TEST_SUITE(throttling, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

lb::Response too_many(lb::Headers headers) { return lb::status(429, std::move(headers)); }

}  // namespace

BOOST_AUTO_TEST_CASE(a3_1_no_request_before_the_time_that_the_server_asks_for) {
  struct Row {
    const char* name;
    lb::Response answer;
    std::int64_t least;
  };
  const Row rows[] = {
      {"429-seconds", too_many({{"Retry-After", "7200"}}), 7200},
      {"429-date-imf", too_many({{"Retry-After", "Mon, 01 Jun 2026 15:00:00 GMT"}}), 10'800},
      {"429-date-rfc850", too_many({{"Retry-After", "Monday, 01-Jun-26 15:00:00 GMT"}}), 10'800},
      {"429-date-asctime", too_many({{"Retry-After", "Mon Jun  1 15:00:00 2026"}}), 10'800},
      {"429-past", too_many({{"Retry-After", "Mon, 01 Jun 2020 15:00:00 GMT"}}), 3600},
      {"429-garbage", too_many({{"Retry-After", "soon"}}), 3600},
      {"429-none", too_many({}), 3600},
      {"429-maxage", too_many({{"Retry-After", "60"}, {"Cache-Control", "max-age=172800"}}), 172'800},
      {"429-for-ever", too_many({{"Retry-After", "99999999"}}), 7 * 86'400},
      {"503-retry", lb::status(503, {{"Retry-After", "7200"}}), 7200},
      {"503-maxage", lb::status(503, {{"Cache-Control", "max-age=7200"}}), 7200},
      {"500", lb::status(500), 3600},
      {"403-throttle", lb::status(403), 4 * 3600},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      World world;
      world.server.on("/feed", lb::sequence({row.answer, feed({"A"})}));
      const SourceId id = world.follow(world.url("/feed"));
      BOOST_TEST(world.poll(id).problem.has_value());
      BOOST_TEST(world.wait(id) >= row.least);
      BOOST_TEST(world.wait(id) <= row.least + row.least / 10);
      BOOST_TEST(!world.poll_when_due(id).problem);
      BOOST_TEST(world.source(id).health.failures == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(a3_1_polls_by_hand_obey_retry_after) {
  World world;
  world.server.on("/feed", lb::sequence({too_many({{"Retry-After", "7200"}}), feed({"A"})}));
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  world.clock.pass(hours(1));
  BOOST_TEST(world.poll(id).not_asked != "");
  world.restart();
  BOOST_TEST(world.poll(id).not_asked != "");
  BOOST_TEST(world.asked("/feed") == 1u);
}

BOOST_AUTO_TEST_CASE(a3_2_a_429_keeps_all_sources_of_the_host_away_also_after_a_restart) {
  World world;
  world.server.on("/first", too_many({{"Retry-After", "7200"}}));
  world.server.on("/second", feed({"B"}));
  const SourceId first = world.follow(world.url("/first")), second = world.follow(world.url("/second")),
                 elsewhere = world.follow(world.url("/second", "other.example"));
  world.poll(first);
  const Refreshed held = world.poll(second);
  BOOST_TEST((held.end == PollEnd::waiting));
  BOOST_TEST(!held.problem);
  BOOST_TEST(world.source(second).health.failures == 0);
  BOOST_TEST(world.wait(second) >= 7200);
  BOOST_TEST(world.source(second).health.due_reason == "its host asks to wait (429)");
  BOOST_TEST(world.poll(elsewhere).not_asked == "");
  world.restart();
  BOOST_TEST(world.poll(second).not_asked != "");
  BOOST_TEST(world.poll_when_due(second).not_asked == "");
}

BOOST_AUTO_TEST_CASE(a3_2_a_429_stops_the_hosts_other_sources_of_the_same_run) {
  World world;
  std::vector<SourceId> ids;
  for (int i = 0; i < 8; ++i) {
    const std::string path = "/" + std::to_string(i);
    world.server.on(path, too_many({{"Retry-After", "7200"}}));
    ids.push_back(world.follow(world.url(path)));
  }
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(1);
  world.poll_all(ids, limits);
  BOOST_TEST(world.server.journal().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a3_2_429s_of_two_subdomains_hold_for_all_of_the_owner) {
  World world;
  world.server.on("/feed", too_many({{"Retry-After", "7200"}}));
  const SourceId a = world.follow(world.url("/feed", "a.shared.example")),
                 b = world.follow(world.url("/feed", "b.shared.example")),
                 c = world.follow(world.url("/feed", "c.shared.example"));
  world.poll(a);
  BOOST_TEST(world.poll(b).not_asked == "");
  BOOST_TEST(world.poll(c).not_asked != "");
}

BOOST_AUTO_TEST_CASE(a3_2_a_503_holds_for_its_source_and_two_for_the_host) {
  World world;
  world.server.on("/bad", lb::status(503, {{"Retry-After", "7200"}}));
  world.server.on("/worse", lb::status(503, {{"Retry-After", "7200"}}));
  world.server.on("/good", feed({"A"}));
  const SourceId bad = world.follow(world.url("/bad")), worse = world.follow(world.url("/worse")),
                 good = world.follow(world.url("/good")), late = world.follow(world.url("/good?late"));
  world.poll(bad);
  BOOST_TEST(world.poll(good).not_asked == "");
  world.poll(worse);
  BOOST_TEST(world.poll(late).not_asked != "");
}

BOOST_AUTO_TEST_CASE(a3_2_the_users_own_hosts_are_throttled_source_by_source) {
  World world;
  world.server.on("/first", too_many({{"Retry-After", "7200"}}));
  world.server.on("/second", feed({"B"}));
  const std::map<std::string, std::string> own{{"allow_private", "127.0.0.0/8"}};
  const SourceId first = world.follow(world.url("/first"), own), second = world.follow(world.url("/second"), own);
  world.poll(first);
  BOOST_TEST(world.poll(second).not_asked == "");
  world.rules.least_gap = seconds(0);  // one host for the judge, two servers for the user
}

BOOST_AUTO_TEST_CASE(a3_4_404_storm_6h_is_over_within_a_base_interval) {
  World world;
  const auto storm_ends = world.clock.now() + hours(6);
  world.server.on("/feed", [&](const lb::Request&) {
    return world.clock.now() < storm_ends ? lb::status(404) : feed({"A"}, "\"1\"");
  });
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  while (world.clock.now() < storm_ends) world.poll_when_due(id);
  BOOST_TEST(world.source(id).health.failures == 0);
  BOOST_TEST((world.clock.now() - storm_ends < hours(3)));
  BOOST_TEST(world.wait(id) <= 3600 + 300);
}

BOOST_AUTO_TEST_CASE(a3_4_404_never_ends_a_source) {
  World world;
  world.server.on("/feed", lb::status(404));
  const SourceId id = world.follow(world.url("/feed"));
  for (int i = 0; i < 60; ++i) world.poll_when_due(id);
  BOOST_TEST((world.source(id).health.state == SourceState::failing));
  BOOST_TEST(world.wait(id) >= 7 * 86'400);
  world.server.on("/feed", feed({"A"}));
  BOOST_TEST(!world.poll_when_due(id).problem);
}

BOOST_AUTO_TEST_CASE(a3_5_410_twice_is_never_asked_a_third_time) {
  World world;
  world.server.on("/feed", lb::status(410));
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  BOOST_TEST(world.wait(id) >= 86'400);
  world.poll_when_due(id);
  BOOST_TEST((world.source(id).health.state == SourceState::gone));
  BOOST_TEST(!world.source(id).health.next_due.has_value());
}

BOOST_AUTO_TEST_CASE(a3_5_410_once_is_forgotten_by_a_good_answer) {
  World world;
  world.server.on("/feed", lb::sequence({lb::status(410), feed({"A"}), lb::status(410), feed({"A"})}));
  const SourceId id = world.follow(world.url("/feed"));
  for (int i = 0; i < 4; ++i) world.poll_when_due(id);
  BOOST_TEST((world.source(id).health.state == SourceState::active));
}

BOOST_AUTO_TEST_CASE(a3_5_401_three_times_makes_it_daily) {
  World world;
  world.server.on("/feed", lb::status(401));
  const SourceId id = world.follow(world.url("/feed"));
  for (int i = 0; i < 3; ++i) world.poll_when_due(id);
  BOOST_TEST((world.source(id).health.state == SourceState::needs_auth));
  BOOST_TEST(world.wait(id) >= 86'400);
  BOOST_TEST(world.wait(id) <= 86'400 + 300);
}

BOOST_AUTO_TEST_CASE(a3_6_a_login_page_or_nothing_in_the_place_of_a_feed_loses_nothing) {
  const lb::Headers validators{{"ETag", "\"2\""}};
  const lb::Response login =
      lb::with(lb::document("<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>",
                            "text/html"),
               validators);
  struct Row {
    const char* name;
    lb::Response answer;
  };
  const Row rows[] = {{"200-html-login", login},
                      {"200-empty", lb::with(lb::document(""), validators)},
                      {"200-blank", lb::with(lb::document(" \n "), validators)}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      World world;
      world.rules.all_good = false;
      world.server.on("/feed", lb::sequence({feed({"A", "B"}, "\"1\""), row.answer}));
      const SourceId id = world.follow(world.url("/feed"));
      world.poll(id);
      BOOST_TEST(world.poll_when_due(id).problem.has_value());
      BOOST_TEST(world.titles() == (Titles{"A", "B"}), boost::test_tools::per_element());
      BOOST_TEST((world.source(id).validators.etag == "\"1\""));
      BOOST_TEST(world.source(id).health.last_error != "");
    }
  }
}

BOOST_AUTO_TEST_CASE(a3_6_what_a_new_source_answers_with_at_first_is_not_remembered_unless_it_is_a_feed) {
  struct Row {
    const char* name;
    lb::Response first;
  };
  const Row rows[] = {
      {"hotel", lb::document("<html><head><title>Hotel</title></head><body><form></form></body></html>", "text/html")},
      {"broken off", lb::document("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Hotel</ti")}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      World world;
      world.rules.all_good = false;
      world.server.on("/feed", lb::sequence({lb::with(row.first, {{"ETag", "\"1\""}}), feed({"A"}, "\"1\"")}));
      const SourceId id = world.follow(world.url("/feed"));
      const Refreshed first = world.poll(id);
      BOOST_TEST_REQUIRE(first.problem.has_value());
      BOOST_TEST((world.source(id).health.state == SourceState::failing));
      BOOST_TEST(world.source(id).validators.empty());
      BOOST_TEST(!world.poll_when_due(id).problem);
      BOOST_TEST(world.titles() == Titles{"A"}, boost::test_tools::per_element());
      BOOST_TEST(world.source(id).name == "Feed");
      BOOST_TEST(world.source(id).plugin == "rss");
    }
  }
}

BOOST_AUTO_TEST_CASE(polls_that_are_stored_together_are_told_apart) {
  World world;
  std::vector<SourceId> ids;
  for (std::size_t n = 1; n <= 8; ++n) {
    const std::string path = "/" + std::to_string(n);
    Titles titles;
    for (std::size_t i = 0; i < n; ++i) titles.push_back("T" + std::to_string(n) + "-" + std::to_string(i));
    world.server.on(path, feed(titles));
    ids.push_back(world.follow(world.url(path)));
  }
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(0);
  limits.per_host = 8;
  for (const Refreshed& done : world.poll_all(ids, limits)) BOOST_TEST(done.counts.fresh == done.entries);
}

BOOST_AUTO_TEST_CASE(a_machine_without_network_blames_nobody_however_few_it_asks) {
  World world;
  world.server.on("/feed", feed({"A"}));
  const SourceId id = world.follow(world.url("/feed", "none.example"));
  world.is_connected = false;
  for (int i = 0; i < 3 * 24 * 4; ++i) world.poll_when_due(id);  // for days
  BOOST_TEST(world.source(id).health.failures == 0);
  BOOST_TEST(world.source(id).health.due_reason == "the network here was down");
  world.is_connected = true;
  world.names->add("none.example", {"127.0.0.1"});
  BOOST_TEST(world.wait(id) <= 15 * 60);
  BOOST_TEST(!world.poll_when_due(id).problem);
}

BOOST_AUTO_TEST_CASE(an_outage_here_counts_against_nobody) {
  World world;
  world.server.on("/feed", feed({"A"}));
  std::vector<SourceId> ids;
  for (const char* host : {"none1.example", "none2.example", "none3.example", "none4.example", "none5.example"})
    ids.push_back(world.follow(world.url("/feed", host)));  // names that nobody knows now
  for (const SourceId id : ids) world.poll(id);
  int blamed = 0;
  for (const SourceId id : ids) blamed += world.source(id).health.failures;
  BOOST_TEST(blamed == 2);  // before it was plain that it is not they
  BOOST_TEST(world.source(ids.back()).health.due_reason == "the network here was down");
  world.poll(world.follow(world.url("/feed")));
  world.poll_when_due(ids.back());
  BOOST_TEST(world.source(ids.back()).health.failures == 1);
}

BOOST_AUTO_TEST_SUITE_END()
