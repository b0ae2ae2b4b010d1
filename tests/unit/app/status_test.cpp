#include "serve/status.hpp"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(daemon_status, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono_literals;

namespace {

DaemonStatus sample() {
  const sys_seconds now(1'764'000'000s);
  DaemonStatus status;
  status.process = 42;
  status.version = "1";
  status.database = "/home/me/almanac.db";
  status.now = now;
  status.started = now - 2h;
  status.sources = 12;
  status.failing = 1;
  status.waiting = 3;
  status.running = 2;
  status.next_due = now + 10min;
  status.polls = 34;
  status.failed = 5;
  status.chosen = 7;
  status.choosing_us = 1500;
  status.trouble = "the disk is full";
  status.last = {{now - 5s, "A \x1b[31mred", "not modified", false}, {now - 60s, "B", "404", true}};
  status.digests = {{"weekly", now + 24h, "out/2026-W48.md (3 items)"}, {"daily", {}, ""}};
  return status;
}

}  // namespace

BOOST_AUTO_TEST_CASE(travels_as_one_line) {
  const std::string line = to_json(sample());
  BOOST_TEST(line.find('\n') == line.npos);
  BOOST_TEST((status_from_json(line) == sample()), line);
  BOOST_TEST((status_from_json(to_json(DaemonStatus{})) == DaemonStatus{}));
}

BOOST_AUTO_TEST_CASE(other_lines_are_no_status) {
  for (const char* line : {"", "{}", "[1]", "{\"schema\":\"almanac.status/2\"}", "{\"schema\":\"almanac.status/1\""})
    BOOST_TEST(!status_from_json(line), line);
}

BOOST_AUTO_TEST_CASE(says_what_the_daemon_does) {
  const std::string text = status_text(sample());
  for (const char* part : {"running for 2 h (process 42", "12, 1 failing; the next is due in 10 min",
                           "2 under way, 3 waiting for their turn; 34 done since the start, 5 failed",
                           "7 at once, chosen and started in 1.5 ms", "trouble    the disk is full",
                           "weekly: next in 24 h; last: out/2026-W48.md (3 items)", "daily: next never", "B: 404"})
    BOOST_TEST(text.find(part) != text.npos, std::string(part) + " in\n" + text);
  // Names come from the network.
  BOOST_TEST(text.find('\x1b') == text.npos);
}

BOOST_AUTO_TEST_SUITE_END()
