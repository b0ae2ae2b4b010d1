#include <almanac/schedule/due_policy.hpp>
#include <boost/test/unit_test.hpp>

using namespace almanac;
using namespace std::chrono;

namespace {

const sys_seconds now{seconds(1'767'225'600)};  // 2026-01-01T00:00:00Z, a Thursday

seconds wait_after(const PollOutcome& outcome, const Source& source = {}, double jitter = 0) {
  const Health health = after_poll({}, source, outcome, now, jitter);
  BOOST_TEST_REQUIRE(health.next_due.has_value());
  return *health.next_due - now;
}

Source failing(int failures) {
  Source source;
  source.health.failures = failures;
  source.health.state = failures ? SourceState::failing : SourceState::active;
  return source;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(due_policy, *boost::unit_test::label("unit"))

BOOST_AUTO_TEST_CASE(good_polls_wait_at_least_what_everybody_asks) {
  struct Row {
    const char* name;
    PollOutcome outcome;
    seconds expected;
  };
  const Row rows[] = {
      {"base", {}, minutes(60)},
      {"max-age lengthens", {.headers = {.cache_control = "max-age=7200"}}, hours(2)},
      {"max-age never shortens", {.headers = {.cache_control = "max-age=60"}}, minutes(60)},
      {"Age counts", {.headers = {.cache_control = "max-age=7200", .age = "600"}}, seconds(6600)},
      {"ttl lengthens", {.publisher_interval = hours(3)}, hours(3)},
      {"the longest wins", {.headers = {.cache_control = "max-age=7200"}, .publisher_interval = hours(5)}, hours(5)},
      {"thirty days are capped", {.headers = {.cache_control = "max-age=2592000"}}, hours(24)},
      {"expires 0 means nothing", {.headers = {.expires = "0"}}, minutes(60)},
      {"seldom news", {.usual_gap = hours(20)}, hours(10)},
      {"very seldom news", {.usual_gap = hours(24 * 30)}, hours(24)},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.name) BOOST_TEST(wait_after(row.outcome).count() == row.expected.count());
}

BOOST_AUTO_TEST_CASE(the_users_interval_replaces_the_base_but_not_the_floor) {
  Source source;
  source.every = hours(6);
  BOOST_TEST(wait_after({}, source).count() == seconds(hours(6)).count());
  source.every = minutes(5);
  BOOST_TEST(wait_after({}, source).count() == seconds(minutes(15)).count());
  source.every = hours(24 * 7);
  BOOST_TEST(wait_after({}, source).count() == seconds(hours(24 * 7)).count());
}

BOOST_AUTO_TEST_CASE(jitter_only_lengthens) {
  for (const double jitter : {0.0, 0.5, 0.999}) {
    const seconds wait = wait_after({}, {}, jitter);
    BOOST_TEST(wait.count() >= 3600);
    BOOST_TEST(wait.count() <= 3600 + 300);
  }
  for (int i = 1; i < 1000; ++i) {
    const double jitter = jitter_for(SourceId{i}, now);
    BOOST_TEST_REQUIRE((jitter >= 0 && jitter < 1));
  }
}

BOOST_AUTO_TEST_CASE(failures_wait_longer_each_time_and_never_end_a_source) {
  const PollOutcome failed{.end = PollEnd::failed, .error = "500"};
  const long long expected[] = {1, 2, 4, 8, 16, 24, 24, 24};
  for (int i = 0; i < 8; ++i)
    BOOST_TEST_CONTEXT(i) BOOST_TEST(wait_after(failed, failing(i)).count() == expected[i] * 3600);
  BOOST_TEST(wait_after(failed, failing(100'000)).count() == 24 * 3600);
  const Health health = after_poll({}, failing(3), failed, now, 0);
  BOOST_TEST(health.failures == 4);
  BOOST_TEST((health.state == SourceState::failing));
  BOOST_TEST(health.last_error == "500");
}

BOOST_AUTO_TEST_CASE(a_good_poll_forgets_failures) {
  const Health health = after_poll({}, failing(9), {.end = PollEnd::changed}, now, 0);
  BOOST_TEST(health.failures == 0);
  BOOST_TEST((health.state == SourceState::active));
  BOOST_TEST((health.last_good == now && health.last_changed == now));
  BOOST_TEST(health.last_error.empty());
}

BOOST_AUTO_TEST_CASE(throttling_is_obeyed_up_to_a_week) {
  const auto throttled = [](FreshnessHeaders headers) {
    return PollOutcome{.end = PollEnd::throttled, .headers = std::move(headers), .error = "429"};
  };
  BOOST_TEST(wait_after(throttled({.retry_after = "10"})).count() == 3600);
  BOOST_TEST(wait_after(throttled({.retry_after = "90000"})).count() == 90'000);
  BOOST_TEST(wait_after(throttled({.cache_control = "max-age=172800", .retry_after = "90000"})).count() == 172'800);
  BOOST_TEST(wait_after(throttled({.retry_after = "99999999"})).count() == 7 * 86'400);
}

BOOST_AUTO_TEST_CASE(gone_twice_is_gone) {
  const PollOutcome gone{.end = PollEnd::gone, .error = "410"};
  Source source;
  source.health = after_poll({}, source, gone, now, 0);
  BOOST_TEST((source.health.state == SourceState::failing && source.health.next_due));
  source.health = after_poll({}, source, gone, now, 0);
  BOOST_TEST((source.health.state == SourceState::gone && !source.health.next_due));
}

BOOST_AUTO_TEST_CASE(refusals_wait_four_hours_then_a_day) {
  const PollOutcome refused{.end = PollEnd::refused, .error = "401"};
  BOOST_TEST(wait_after(refused).count() == 4 * 3600);
  const Health health = after_poll({}, failing(2), refused, now, 0);
  BOOST_TEST((health.state == SourceState::needs_auth));
  BOOST_TEST((*health.next_due - now).count() == 24 * 3600);
}

BOOST_AUTO_TEST_CASE(our_own_outage_counts_against_nobody) {
  const Health health = after_poll({}, failing(2), {.end = PollEnd::offline}, now, 0);
  BOOST_TEST(health.failures == 2);
  BOOST_TEST((*health.next_due - now).count() == 15 * 60);
}

BOOST_AUTO_TEST_CASE(skip_hours_and_days_move_the_due_time) {
  PollOutcome outcome;
  outcome.skip_hours = 1u << 1 | 1u << 2;
  BOOST_TEST(wait_after(outcome).count() == 3 * 3600);
}

BOOST_AUTO_TEST_SUITE_END()
