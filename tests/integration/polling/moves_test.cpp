// A4: where a source lives, and when that changes.
#include "world.hpp"

BOOST_AUTO_TEST_SUITE(moves, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// A feed at /new that /feed leads to.
struct Moved : World {
  explicit Moved(int status) {
    server.on("/feed", lb::redirect(status, "/new"));
    server.on("/new", lb::conditional(lb::document(feed_with({"A"})), "\"1\"", ""));
    id = follow(url("/feed"));
  }
  void polls(int count, hours gap) {
    for (int i = 0; i < count; ++i) {
      poll(id);
      clock.pass(gap);
    }
  }
  SourceId id;
};

}  // namespace

BOOST_AUTO_TEST_CASE(a4_2_301_stable_is_adopted_after_five_polls_and_a_week_and_kept_with_it) {
  for (const int status : {301, 308}) {
    BOOST_TEST_CONTEXT(status) {
      Moved world(status);
      world.polls(5, hours(40));
      BOOST_TEST(world.source(world.id).url == world.url("/feed"));  // five polls, but not a week yet
      world.polls(1, hours(40));
      const Source moved = world.source(world.id);
      BOOST_TEST(moved.url == world.url("/new"));
      BOOST_TEST(moved.moved_from == world.url("/feed"));
      const std::size_t before = world.asked("/feed");
      world.polls(1, hours(40));
      BOOST_TEST(world.asked("/feed") == before);
      BOOST_TEST(world.last("/new").header("If-None-Match") == "\"1\"");
    }
  }
}

BOOST_AUTO_TEST_CASE(a4_2_301_flap_is_never_adopted) {
  Moved world(301);
  world.server.on("/other", feed({"A"}, "\"2\""));
  world.rules.all_good = false;
  for (int i = 0; i < 12; ++i) {
    world.server.on("/feed", lb::redirect(301, i % 3 == 2 ? "/other" : "/new"));
    world.polls(1, hours(40));
  }
  BOOST_TEST(world.source(world.id).url == world.url("/feed"));
}

BOOST_AUTO_TEST_CASE(a4_2_only_a_place_with_something_that_is_known_is_adopted) {
  struct Row {
    const char* name;
    Titles there;
    bool adopted;
  };
  const Row rows[] = {{"moved", {"B", "C"}, true}, {"parked", {"This domain is for sale"}, false}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      Moved world(301);
      world.rules.all_good = false;
      world.server.on("/feed", feed({"A", "B"}));
      world.polls(1, hours(40));
      world.server.on("/feed", lb::redirect(301, "/new"));
      world.server.on("/new", feed(row.there));
      world.polls(14, hours(40));
      BOOST_TEST(world.source(world.id).url == world.url(row.adopted ? "/new" : "/feed"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a4_3_temporary_redirects_never_rewrite_not_even_at_the_first_poll) {
  for (const int status : {302, 303, 307}) {
    BOOST_TEST_CONTEXT(status) {
      Moved world(status);
      world.polls(12, hours(40));
      BOOST_TEST(world.source(world.id).url == world.url("/feed"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a4_2_an_address_that_another_source_has_is_not_adopted) {
  Moved world(301);
  world.follow(world.url("/new"));
  world.polls(8, hours(40));
  BOOST_TEST(world.source(world.id).url == world.url("/feed"));
}

BOOST_AUTO_TEST_CASE(a4_4_an_address_is_not_adopted_when_credentials_would_go_astray) {
  World world;
  world.server.on("/feed", lb::redirect(301, world.url("/new", "other.example")));
  world.server.on("/new", feed({"A"}));
  const SourceId id = world.follow(world.url("/feed"), {{"header.Authorization", "Bearer secret"}});
  for (int i = 0; i < 8; ++i) {
    world.poll(id);
    world.clock.pass(hours(40));
  }
  BOOST_TEST(world.source(id).url == world.url("/feed"));
  for (const lb::Request& request : world.server.journal("/new")) BOOST_TEST(!request.has("Authorization"));
}

BOOST_AUTO_TEST_CASE(a4_1_each_hop_waits_for_its_turn_at_its_host) {
  World world;
  world.rules.host_gap = std::chrono::milliseconds(60);
  world.server.on("/feed", lb::redirect(302, "/here"));
  world.server.on("/here", lb::redirect(302, world.url("/there", "other.example")));
  world.server.on("/there", feed({"A"}));
  world.server.on("/b", feed({"B"}));
  const std::vector<SourceId> ids{world.follow(world.url("/b", "other.example")), world.follow(world.url("/feed"))};
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(150);
  for (const Refreshed& done : world.poll_all(ids, limits)) BOOST_TEST(!done.problem);
  BOOST_TEST(world.titles() == (Titles{"A", "B"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a4_1_waiting_for_a_hop_does_not_count_as_the_fetchs_time) {
  FetchDeadlines deadlines;
  deadlines.total = std::chrono::milliseconds(400);
  World world(deadlines);
  world.server.on("/feed", lb::redirect(302, "/here"));
  world.server.on("/here", feed({"A"}));
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(600);
  BOOST_TEST(!world.poll_all({world.follow(world.url("/feed"))}, limits).front().problem);
}

BOOST_AUTO_TEST_CASE(a4_1_no_hop_to_a_host_that_asked_to_be_left_alone) {
  World world;
  world.server.on("/busy", lb::status(429, {{"Retry-After", "7200"}}));
  world.server.on("/feed", lb::redirect(302, world.url("/busy", "other.example")));
  world.server.on("/second", lb::redirect(302, world.url("/free", "other.example")));
  const SourceId first = world.follow(world.url("/feed")), second = world.follow(world.url("/second")),
                 third = world.follow(world.url("/third"));
  world.server.on("/third", feed({"A"}));
  world.poll(first);
  // The host that said so is kept in peace, not the one that led there.
  const Refreshed held = world.poll(second);
  BOOST_TEST((held.end == PollEnd::waiting));
  BOOST_TEST(world.asked("/free") == 0u);
  BOOST_TEST(world.wait(second) >= 7200);
  BOOST_TEST(world.source(second).health.failures == 0);
  BOOST_TEST((world.source(second).health.last_attempt == world.clock.now()));
  BOOST_TEST(!world.poll(third).problem);
}

BOOST_AUTO_TEST_CASE(a4_1_ten_hops_while_a_source_is_new_and_five_afterwards) {
  World world;
  for (int i = 0; i < 11; ++i) world.server.on("/" + std::to_string(i), lb::redirect(302, "/" + std::to_string(i + 1)));
  world.server.on("/10", feed({"A"}));
  const SourceId id = world.follow(world.url("/0"));
  BOOST_TEST(!world.poll(id).problem);
  BOOST_TEST(world.poll_when_due(id).problem.has_value());
}

BOOST_AUTO_TEST_CASE(a5_1_further_documents_of_a_source_are_spaced_too) {
  World world;
  world.rules.host_gap = std::chrono::milliseconds(60);
  world.server.on("/one.json", lb::document("[{\"name\": \"A\"}]", "application/json"));
  world.server.on("/two.json", lb::document("[{\"name\": \"B\"}]", "application/json"));
  world.recipes["lists"] = "name = \"lists\"\ntitle = \"Lists\"\nformat = \"json\"\nurls = [\"" +
                           world.url("/one.json") + "\", \"" + world.url("/two.json") +
                           "\"]\nrows = \"/*\"\n[fields]\ntitle = \"/name\"\n";
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(150);
  const SourceId id = world.follow(world.url("/one.json"), {}, "lists");
  const auto done = world.poll_all({id}, limits);
  BOOST_TEST(!done.front().problem.has_value());
  BOOST_TEST(world.titles() == (Titles{"A", "B"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a4_2_an_undone_move_is_not_made_again) {
  Moved world(301);
  world.polls(7, hours(40));
  BOOST_TEST(world.source(world.id).url == world.url("/new"));
  BOOST_TEST(world.undo_move(world.id) == world.url("/feed"));
  BOOST_TEST(world.source(world.id).url == world.url("/feed"));
  world.polls(12, hours(40));
  BOOST_TEST(world.source(world.id).url == world.url("/feed"));
  BOOST_TEST(world.source(world.id).moved_from == "");
  BOOST_CHECK_THROW(world.undo_move(world.id), std::runtime_error);  // there is nothing to undo now
}

BOOST_AUTO_TEST_CASE(a5_3_one_subscription_is_one_request) {
  World world;
  world.server.on("/feed", feed({"A"}, "\"1\""));
  world.poll(world.follow(world.url("/feed")));
  BOOST_TEST(world.server.journal().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
