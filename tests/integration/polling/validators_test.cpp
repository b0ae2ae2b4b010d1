// A1: what the program remembers of a server's validators, and what it shows next time.
#include "world.hpp"

BOOST_AUTO_TEST_SUITE(validators, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(a1_1_and_a1_2_both_go_back_byte_for_byte_from_poll_to_poll) {
  struct Row {
    const char *name, *etag, *date;
  };
  constexpr Row rows[] = {{"etag-strong", "\"abc\"", ""},
                          {"etag-weak", "W/\"a b\"", ""},
                          {"etag-unquoted", "abc", ""},
                          {"etag-gzip-suffix", "\"x-gzip\"", ""},
                          {"lm-garbage", "", "not-a-date"},
                          {"both", "\"1\"", "Sat, 01 Jan 2022 00:00:00 GMT"},
                          {"none", "", ""}};
  World world;
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const std::string path = std::string("/") + row.name;
      const lb::Response answer = feed({row.name}, row.etag, row.date);
      if (*row.etag || *row.date)
        world.server.on(path, lb::conditional(lb::document(feed_with({row.name})), row.etag, row.date));
      else
        world.server.on(path, answer);
      const SourceId id = world.follow(world.url(path));
      BOOST_TEST(!world.poll(id).problem);
      BOOST_TEST(!world.last(path).has("If-None-Match"));
      BOOST_TEST(!world.last(path).has("If-Modified-Since"));
      for (int i = 0; i < 3; ++i) {
        world.restart();
        const Refreshed again = world.poll_when_due(id);
        BOOST_TEST(!again.problem);
        BOOST_TEST(again.not_modified == (*row.etag || *row.date));
        BOOST_TEST(world.last(path).header("If-None-Match") == row.etag);
        BOOST_TEST(world.last(path).header("If-Modified-Since") == row.date);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a1_3_and_a1_4_the_newest_pair_is_shown) {
  struct Row {
    const char* name;
    lb::Response second;
    const char *etag, *date;  // shown at the third request
  };
  const Row rows[] = {
      {"touch", feed({"A"}, "\"2\"", "tuesday"), "\"2\"", "tuesday"},
      {"lm-same-etag-new", feed({"A"}, "\"2\"", "monday"), "\"2\"", "monday"},
      {"200-without-etag", feed({"A"}, "", "monday"), "", "monday"},
      {"200-without-any", feed({"A"}), "", ""},
      {"304-new-etag", lb::status(304, {{"ETag", "\"2\""}}), "\"2\"", "monday"},
      {"304-without-any", lb::status(304), "\"1\"", "monday"},
  };
  World world;
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const std::string path = std::string("/") + row.name;
      world.server.on(path, lb::sequence({feed({"A"}, "\"1\"", "monday"), row.second}));
      const SourceId id = world.follow(world.url(path));
      world.poll(id);
      BOOST_TEST(!world.poll_when_due(id).problem);
      world.poll_when_due(id);
      BOOST_TEST(world.last(path).header("If-None-Match") == row.etag);
      BOOST_TEST(world.last(path).header("If-Modified-Since") == row.date);
    }
  }
}

BOOST_AUTO_TEST_CASE(a1_5_a_304_says_itself_when_to_come_again) {
  World world;
  world.server.on("/304-new-maxage",
                  lb::sequence({feed({"A"}, "\"1\""), lb::status(304, {{"Cache-Control", "max-age=7200"}})}));
  const SourceId id = world.follow(world.url("/304-new-maxage"));
  world.poll(id);
  BOOST_TEST(world.wait(id) < 3600 + 301);
  world.poll_when_due(id);
  BOOST_TEST(world.wait(id) >= 7200);
}

BOOST_AUTO_TEST_CASE(a1_6_a_document_that_cannot_be_used_leaves_the_old_validators) {
  World world;
  world.rules.all_good = false;  // the judge cannot know which documents were usable
  const lb::Headers later{{"ETag", "\"2\""}};
  world.server.on(
      "/feed", lb::sequence({feed({"A", "B"}, "\"1\""), lb::with(lb::document("no feed at all", "text/plain"), later),
                             lb::with(lb::document(""), later), feed({"A", "B", "C"}, "\"2\"")}));
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  for (int i = 0; i < 2; ++i) {
    BOOST_TEST(world.poll_when_due(id).problem.has_value());
    BOOST_TEST(world.source(id).validators.etag == "\"1\"");
  }
  BOOST_TEST(!world.poll_when_due(id).problem);
  BOOST_TEST(world.titles() == (Titles{"A", "B", "C"}), boost::test_tools::per_element());
  BOOST_TEST((world.source(id).validators.etag == "\"2\""));
}

BOOST_AUTO_TEST_CASE(a1_7_nothing_is_shown_to_another_address) {
  World world;
  world.rules.all_good = false;
  world.server.on("/first", feed({"A"}, "\"1\""));
  world.server.on("/second", feed({"A"}, "\"2\""));
  world.server.on("/feed", lb::sequence({lb::redirect(302, "/first"), lb::redirect(302, "/second")}));
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  world.poll_when_due(id);
  BOOST_TEST(!world.last("/second").has("If-None-Match"));
}

BOOST_AUTO_TEST_CASE(a1_8_expires_0_does_not_keep_validators_from_being_shown) {
  World world;
  world.server.on("/expires-0", lb::with(feed({"A"}, "\"1\""), {{"Expires", "0"}, {"Cache-Control", "no-cache"}}));
  const SourceId id = world.follow(world.url("/expires-0"));
  world.poll(id);
  BOOST_TEST(world.wait(id) >= 3600);
  BOOST_TEST(world.wait(id) <= 3600 + 300);
  world.poll_when_due(id);
  BOOST_TEST(world.last("/expires-0").header("If-None-Match") == "\"1\"");
}

BOOST_AUTO_TEST_CASE(a1_9_ignores_conditional_is_asked_ever_less_often) {
  World world;
  world.server.on("/deaf", feed({"A"}, "\"1\""));
  const SourceId id = world.follow(world.url("/deaf"));
  for (int i = 0; i < 12; ++i) world.poll_when_due(id);
  BOOST_TEST(world.wait(id) >= 86'400);
}

BOOST_AUTO_TEST_CASE(a1_10_always_304_is_asked_for_proof_after_a_fortnight) {
  World world;
  world.server.on("/always-304", [](const lb::Request& request) {
    return request.has("If-None-Match") ? lb::status(304) : feed({"A"}, "\"1\"");
  });
  const SourceId id = world.follow(world.url("/always-304"));
  world.poll(id);
  int unconditional = 0;
  const auto end = world.clock.now() + hours(24 * 30);
  while (world.clock.now() < end) {
    world.poll_when_due(id);
    if (!world.last("/always-304").has("If-None-Match")) ++unconditional;
  }
  BOOST_TEST(unconditional == 2);
}

BOOST_AUTO_TEST_CASE(a1_10_304_unsolicited_is_an_error_and_the_next_request_is_unconditional) {
  World world;
  world.server.on("/304", lb::sequence({lb::status(304), feed({"A"})}));
  const SourceId id = world.follow(world.url("/304"));
  BOOST_TEST(world.poll(id).problem.has_value());
  BOOST_TEST(!world.poll_when_due(id).problem);
  BOOST_TEST(!world.last("/304").has("If-None-Match"));
}

BOOST_AUTO_TEST_CASE(a5_6_gzip_labelled_plain_is_asked_for_plain_at_the_next_poll) {
  World world;
  world.rules.all_good = false;
  world.server.on("/mislabelled", [](const lb::Request& request) {
    const bool coded = request.header("Accept-Encoding").find("gzip") != std::string_view::npos;
    return lb::with(feed({"A"}), coded ? lb::Headers{{"Content-Encoding", "gzip"}} : lb::Headers{});
  });
  const SourceId id = world.follow(world.url("/mislabelled"));
  BOOST_TEST(world.poll(id).problem.has_value());
  BOOST_TEST(world.asked("/mislabelled") == 1u);  // not at once
  BOOST_TEST(!world.poll_when_due(id).problem);
  BOOST_TEST(world.last("/mislabelled").header("Accept-Encoding") == "identity");
}

BOOST_AUTO_TEST_SUITE_END()
