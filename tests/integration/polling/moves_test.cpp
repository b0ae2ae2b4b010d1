// A4: where a source lives, and when that changes.
#include "world.hpp"

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

BOOST_AUTO_TEST_SUITE(moves, *boost::unit_test::label("integration"))

BOOST_AUTO_TEST_CASE(a4_2_301_stable_is_adopted_after_five_polls_and_a_week_and_can_be_undone) {
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

BOOST_AUTO_TEST_CASE(a5_3_one_subscription_is_one_request) {
  World world;
  world.server.on("/feed", feed({"A"}, "\"1\""));
  world.poll(world.follow(world.url("/feed")));
  BOOST_TEST(world.server.journal().size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
