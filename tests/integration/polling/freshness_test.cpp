// A2: when a source is asked again, from what its server and its document say.
#include "world.hpp"

BOOST_AUTO_TEST_SUITE(freshness, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

lb::Response feed_saying(const std::string& channel) {
  std::string text = feed_with({"A"});
  return lb::document(text.insert(text.find("<title>"), channel));
}

std::string hours_but(std::initializer_list<int> left) {
  std::string out = "<skipHours>";
  for (int hour = 0; hour < 24; ++hour)
    if (std::find(left.begin(), left.end(), hour) == left.end()) out += "<hour>" + std::to_string(hour) + "</hour>";
  return out + "</skipHours>";
}

lb::Response calendar(const std::string& line) {
  return lb::document("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + line +
                          "\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260701T090000Z\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
                          "END:VCALENDAR\r\n",
                      "text/calendar");
}

/// How long a new source waits, in seconds, after a first poll that is answered so.
std::int64_t wait_after(const lb::Response& answer) {
  World world;
  world.server.on("/feed", answer);
  const SourceId id = world.follow(world.url("/feed"));
  BOOST_TEST(!world.poll(id).problem);
  BOOST_TEST(world.source(id).health.due_reason != "");
  return world.wait(id);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a2_1_due_at_the_bound_and_never_before) {
  const auto saying = [](lb::Headers headers) { return lb::with(feed({"A"}), headers); };
  struct Row {
    const char* name;
    lb::Response answer;
    std::int64_t least, most;  // without jitter
  };
  const Row rows[] = {
      {"nothing", saying({}), 3600, 3600},
      {"maxage", saying({{"Cache-Control", "max-age=7200"}}), 7200, 7200},
      {"maxage-age", saying({{"Cache-Control", "max-age=7200"}, {"Age", "600"}}), 6600, 6600},
      {"maxage-quoted-overflow", saying({{"Cache-Control", "max-age=\"99999999999999999999\""}}), 86'400, 86'400},
      {"maxage-30d", saying({{"Cache-Control", "max-age=2592000"}}), 86'400, 86'400},
      {"expires-skewed-date",
       saying({{"Date", "Tue, 02 Jun 2026 12:00:00 GMT"}, {"Expires", "Tue, 02 Jun 2026 14:00:00 GMT"}}), 7200, 7200},
      {"expires-0", saying({{"Expires", "0"}}), 3600, 3600},
      {"ttl", feed_saying("<ttl>180</ttl>"), 10'800, 10'800},
      {"skiphours-all", feed_saying(hours_but({})), 3600, 3600},
      // The world begins on a Monday at noon: 13:00 is skipped, 15:00 is the first hour that is not.
      {"skiphours", feed_saying(hours_but({15})), 3 * 3600, 3 * 3600},
      {"skipdays", feed_saying("<skipDays><day>Monday</day><day>Tuesday</day></skipDays>"), 36 * 3600, 36 * 3600},
      {"ical-refresh-0", calendar("REFRESH-INTERVAL;VALUE=DURATION:PT0S"), 3600, 3600},
      {"ical-refresh", calendar("REFRESH-INTERVAL;VALUE=DURATION:PT5H"), 5 * 3600, 5 * 3600},
      {"ical-published-ttl", calendar("X-PUBLISHED-TTL:PT4H"), 4 * 3600, 4 * 3600},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const std::int64_t wait = wait_after(row.answer);
      BOOST_TEST(wait >= row.least);
      BOOST_TEST(wait <= row.most + 300);
    }
  }
}

/// The world begins on a Monday at noon.
BOOST_AUTO_TEST_CASE(a2_1_and_a2_4_what_the_document_asks_for_holds_for_each_304_too) {
  struct Row {
    const char* name;
    lb::Response answer;
    std::int64_t first, later;  // at least
  };
  const Row rows[] = {
      {"ttl", feed_saying("<ttl>180</ttl>"), 10'800, 10'800},
      {"skiphours", feed_saying(hours_but({15})), 3 * 3600, 24 * 3600 - 301},
      {"ical-refresh", calendar("REFRESH-INTERVAL;VALUE=DURATION:PT5H"), 18'000, 18'000},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      World world;
      world.server.on("/feed", lb::conditional(row.answer, "\"1\"", ""));
      const SourceId id = world.follow(world.url("/feed"));
      BOOST_TEST(!world.poll(id).problem);
      BOOST_TEST(world.wait(id) >= row.first);
      BOOST_TEST(world.wait(id) <= row.first + 300);
      for (int i = 0; i < 3; ++i) {
        world.restart();
        BOOST_TEST(world.poll_when_due(id).not_modified);
        BOOST_TEST(world.wait(id) >= row.later);
        BOOST_TEST(world.wait(id) <= row.later + 600);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a2_5_the_syndication_module_and_calendars_say_how_often) {
  const auto syndicated = [](const std::string& elements) {
    std::string text = feed_with({"A"});
    text.insert(text.find("<rss") + 4, " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"");
    return lb::document(text.insert(text.find("<title>"), elements));
  };
  struct Row {
    const char* name;
    lb::Response answer;
    std::int64_t expected;  // without jitter
  };
  const std::string period = "<sy:updatePeriod>", end = "</sy:updatePeriod>";
  const Row rows[] = {
      {"hourly is what we do", syndicated(period + "hourly" + end + "<sy:updateFrequency>1</sy:updateFrequency>"),
       3600},
      {"twice a day, in the other order",
       syndicated("<sy:updateFrequency>2</sy:updateFrequency>" + period + "daily" + end), 43'200},
      {"once a day when no frequency is given", syndicated(period + " daily " + end), 86'400},
      {"so often a day when no period is given", syndicated("<sy:updateFrequency>4</sy:updateFrequency>"), 21'600},
      {"a year is a day at most", syndicated(period + "yearly" + end), 86'400},
      {"rubbish", syndicated(period + "fortnightly" + end + "<sy:updateFrequency>-3</sy:updateFrequency>"), 3600},
      {"the longer of ttl and module", syndicated("<ttl>300</ttl>" + period + "hourly" + end), 18'000},
      {"REFRESH-INTERVAL wins", calendar("X-PUBLISHED-TTL:PT9H\r\nREFRESH-INTERVAL;VALUE=DURATION:PT5H"), 18'000},
      {"a refresh of 0 leaves the other", calendar("X-PUBLISHED-TTL:PT4H\r\nREFRESH-INTERVAL:PT0S"), 14'400},
      {"a negative refresh says nothing", calendar("REFRESH-INTERVAL;VALUE=DURATION:-PT5H"), 3600},
      {"a month of refresh is a day", calendar("X-PUBLISHED-TTL:P30D"), 86'400},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const std::int64_t wait = wait_after(row.answer);
      BOOST_TEST(wait >= row.expected);
      BOOST_TEST(wait <= row.expected + 300);
    }
  }
}

BOOST_AUTO_TEST_CASE(a2_7_who_seldom_has_news_is_asked_more_seldom_and_soon_again_when_it_has) {
  World world;
  std::string etag = "\"1\"";
  world.server.on("/feed", [&](const lb::Request& request) {
    return request.header("If-None-Match") == etag ? lb::status(304) : feed({"A " + etag}, etag);
  });
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  std::int64_t wait = world.wait(id);
  BOOST_TEST(wait <= 3600 + 300);
  const auto begin = world.clock.now();
  while (world.clock.now() - begin < hours(24 * 10)) {
    world.poll_when_due(id);
    BOOST_TEST(world.wait(id) >= std::min<std::int64_t>(wait, 86'400) - 300);  // it only grows, but for jitter
    wait = world.wait(id);
  }
  BOOST_TEST(wait >= 86'400);
  etag = "\"2\"";
  BOOST_TEST(!world.poll_when_due(id).not_modified);
  world.poll_when_due(id);
  BOOST_TEST(world.wait(id) < 86'400);
}

BOOST_AUTO_TEST_CASE(a2_9_polls_by_hand_keep_ten_minutes_apart) {
  World world;
  world.rules.least_gap = minutes(10);
  world.server.on("/feed", feed({"A"}));
  const SourceId id = world.follow(world.url("/feed"));
  world.poll(id);
  const auto due = world.source(id).health.next_due;
  world.clock.pass(minutes(9));
  BOOST_TEST(world.poll(id).not_asked != "");
  BOOST_TEST((world.source(id).health.next_due == due));
  world.clock.pass(minutes(1));
  BOOST_TEST(world.poll(id).not_asked == "");
  BOOST_TEST(world.asked("/feed") == 2u);
}

BOOST_AUTO_TEST_CASE(a2_9_the_users_own_hosts_may_be_asked_at_any_time) {
  World world;
  world.rules.least_gap = seconds(0);
  world.server.on("/feed", feed({"A"}));
  const SourceId id = world.follow(world.url("/feed"), {{"allow_private", "127.0.0.0/8"}});
  for (int i = 0; i < 3; ++i) BOOST_TEST(world.poll(id).not_asked == "");
  BOOST_TEST(world.asked("/feed") == 3u);
}

BOOST_AUTO_TEST_CASE(a2_10_after_a_long_sleep_what_is_overdue_is_spread_by_host) {
  World world;
  world.rules.host_gap = std::chrono::milliseconds(25);  // arrivals on a busy machine; the runner's own test is exact
  std::vector<SourceId> ids;
  for (int i = 0; i < 12; ++i) {
    const std::string path = "/" + std::to_string(i);
    world.server.on(path, feed({"T" + std::to_string(i)}));
    ids.push_back(world.follow(world.url(path, i % 2 ? "feeds.example" : "other.example")));
  }
  world.clock.pass(hours(24 * 3));
  RunLimits limits;
  limits.host_spacing = std::chrono::milliseconds(100);
  BOOST_TEST(world.poll_all(ids, limits).size() == 12u);
}

BOOST_AUTO_TEST_CASE(clock_jumps_cause_neither_early_polls_nor_storms_nor_silence) {
  for (const hours jump : {hours(1), hours(-1), hours(24), hours(-24), hours(24 * 365 * 12), hours(-24 * 365 * 50)}) {
    BOOST_TEST_CONTEXT(jump.count()) {
      World world;
      world.rules.least_gap = seconds(0);  // by a clock that jumps nobody can be held to it
      world.server.on("/feed", lb::conditional(lb::document(feed_with({"A"})), "\"1\"", ""));
      const SourceId id = world.follow(world.url("/feed"));
      world.poll(id);
      world.clock.pass(jump);
      world.poll_when_due(id);
      world.clock.pass(-jump);
      // Whatever the clock did: at most one request in ten minutes, and one again within two days of the right time.
      const std::size_t before = world.asked("/feed");
      for (int i = 0; i < 5; ++i) world.poll(id);
      BOOST_TEST(world.asked("/feed") <= before + 1);
      world.clock.pass(hours(48));
      world.poll(id);
      BOOST_TEST(world.asked("/feed") >= before + 1);
      BOOST_TEST((*world.source(id).health.next_due - world.clock.now() <= hours(49)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
