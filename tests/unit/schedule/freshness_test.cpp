#include <almanac/schedule/freshness.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(freshness, *boost::unit_test::label("unit"))

using namespace almanac;
using std::chrono::seconds;

BOOST_AUTO_TEST_CASE(a2_1_reads_lifetime_from_cache_control_age_and_expires) {
  struct Row {
    FreshnessHeaders headers;
    long long expected;  // -1: nothing said
  };
  const Row rows[] = {
      {{}, -1},
      {{.cache_control = "max-age=7200"}, 7200},
      {{.cache_control = "public, max-age=7200", .age = "600"}, 6600},
      {{.cache_control = "Max-Age=\"60\""}, 60},
      {{.cache_control = "max-age=99999999999999999999"}, 1LL << 31},
      {{.cache_control = "max-age=60", .age = "600"}, 0},
      {{.cache_control = "s-maxage=60"}, -1},
      {{.cache_control = "no-cache, max-age=60"}, 0},
      {{.cache_control = "no-store"}, 0},
      {{.cache_control = "max-age=60", .expires = "0"}, 60},
      {{.expires = "Thu, 01 Jan 2026 02:00:00 GMT", .date = "Thu, 01 Jan 2026 00:00:00 GMT"}, 7200},
      {{.expires = "Thu, 01 Jan 2026 02:00:00 GMT", .date = "Fri, 02 Jan 2026 00:00:00 GMT"}, 0},
      {{.expires = "0", .date = "Thu, 01 Jan 2026 00:00:00 GMT"}, 0},
      {{.expires = "-1"}, 0},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.headers.cache_control + " | " + row.headers.expires) {
      const auto lifetime = freshness_lifetime(row.headers);
      BOOST_TEST((lifetime ? lifetime->count() : -1) == row.expected);
    }
}

BOOST_AUTO_TEST_CASE(a3_1_retry_after_in_all_its_forms) {
  const sys_seconds now{seconds(1'767'225'600)};  // 2026-01-01T00:00:00Z
  struct Row {
    std::string value, date;
    long long expected;
  };
  const Row rows[] = {
      {"120", "", 120},
      {" 120 ", "", 120},
      {"Thu, 01 Jan 2026 01:00:00 GMT", "", 3600},
      {"Thursday, 01-Jan-26 01:00:00 GMT", "", 3600},
      {"Thu Jan  1 01:00:00 2026", "", 3600},
      {"Thu, 01 Jan 2026 01:00:00 GMT", "Thu, 01 Jan 2026 00:30:00 GMT", 1800},
      {"Wed, 31 Dec 2025 01:00:00 GMT", "", 0},
      {"-5", "", -1},
      {"99999999999999999999", "", 1LL << 31},
      {"soon", "", -1},
      {"", "", -1},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.value) {
      const auto wait =
          retry_after({.cache_control = {}, .age = {}, .expires = {}, .date = row.date, .retry_after = row.value}, now);
      BOOST_TEST((wait ? wait->count() : -1) == row.expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()
