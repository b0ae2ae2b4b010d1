#include <almanac/schedule/due_policy.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(due_policy, *boost::unit_test::label("unit"))

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
  source.added = now;
  source.health.failures = failures;
  source.health.state = failures ? SourceState::failing : SourceState::active;
  return source;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a2_1_good_polls_wait_at_least_what_everybody_asks) {
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
      {"ttl lengthens", {.wish = PublisherWish{hours(3)}}, hours(3)},
      {"the longest wins", {.headers = {.cache_control = "max-age=7200"}, .wish = PublisherWish{hours(5)}}, hours(5)},
      {"thirty days are capped", {.headers = {.cache_control = "max-age=2592000"}}, hours(24)},
      {"expires 0 means nothing", {.headers = {.expires = "0"}}, minutes(60)},
      {"Expires less Date, whatever our clock says",
       {.headers = {.expires = "Thu, 01 Jan 1970 05:00:00 GMT", .date = "Thu, 01 Jan 1970 00:00:00 GMT"}},
       hours(5)},
      {"thirty days of ttl are capped", {.wish = PublisherWish{hours(24 * 30)}}, hours(24)},
      {"seldom news", {.usual_gap = hours(20)}, hours(10)},
      {"very seldom news", {.usual_gap = hours(24 * 30)}, hours(24)},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.name) BOOST_TEST(wait_after(row.outcome).count() == row.expected.count());
}

BOOST_AUTO_TEST_CASE(a2_7_the_usual_gap_lengthens_and_never_shortens) {
  struct Row {
    seconds gap, expected;
  };
  const Row rows[] = {
      {minutes(1), minutes(60)}, {hours(2), minutes(60)}, {hours(2) + seconds(2), minutes(60) + seconds(1)},
      {hours(20), hours(10)},    {hours(48), hours(24)},  {hours(24 * 365), hours(24)}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.gap.count()) {
      BOOST_TEST(wait_after({.usual_gap = row.gap}).count() == row.expected.count());
      // A hit never shortens what the server asks for.
      BOOST_TEST(wait_after({.headers = {.cache_control = "max-age=43200"}, .usual_gap = row.gap}).count() >= 43'200);
    }
  }
}

BOOST_AUTO_TEST_CASE(a2_6_the_users_interval_replaces_the_base_but_not_the_floor) {
  Source source;
  source.every = hours(6);
  BOOST_TEST(wait_after({}, source).count() == seconds(hours(6)).count());
  source.every = minutes(5);
  BOOST_TEST(wait_after({}, source).count() == seconds(minutes(15)).count());
  source.every = hours(24 * 7);
  BOOST_TEST(wait_after({}, source).count() == seconds(hours(24 * 7)).count());
}

BOOST_AUTO_TEST_CASE(a2_8_jitter_only_lengthens) {
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

BOOST_AUTO_TEST_CASE(a3_3_failures_wait_longer_each_time_and_never_end_a_source) {
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

BOOST_AUTO_TEST_CASE(a2_3_throttling_is_obeyed_up_to_a_week) {
  const auto throttled = [](FreshnessHeaders headers) {
    return PollOutcome{.end = PollEnd::throttled, .headers = std::move(headers), .error = "429"};
  };
  BOOST_TEST(wait_after(throttled({.retry_after = "10"})).count() == 3600);
  BOOST_TEST(wait_after(throttled({.retry_after = "90000"})).count() == 90'000);
  BOOST_TEST(wait_after(throttled({.cache_control = "max-age=172800", .retry_after = "90000"})).count() == 172'800);
  BOOST_TEST(wait_after(throttled({.retry_after = "99999999"})).count() == 7 * 86'400);
}

BOOST_AUTO_TEST_CASE(a2_2_cache_control_counts_on_every_kind_of_answer) {
  const FreshnessHeaders two_hours{.cache_control = "max-age=7200"};
  for (const PollEnd end :
       {PollEnd::changed, PollEnd::unchanged, PollEnd::throttled, PollEnd::failed, PollEnd::refused, PollEnd::gone})
    BOOST_TEST_CONTEXT(static_cast<int>(end))
  BOOST_TEST(wait_after({.end = end, .headers = two_hours}).count() >= 7200);
}

BOOST_AUTO_TEST_CASE(a2_3_the_reason_tells_what_was_asked_and_what_is_held_to) {
  const Health health = after_poll({}, {}, {.headers = {.cache_control = "max-age=2592000"}}, now, 0);
  BOOST_TEST(health.due_reason == "the server says it stays fresh for 30 d, held to 24 h");
  const PollOutcome absurd{.end = PollEnd::throttled, .headers = {.retry_after = "99999999999999999999"}};
  BOOST_TEST(after_poll({}, {}, absurd, now, 0).due_reason == "the server asks to wait 24856 d, held to 7 d");
}

BOOST_AUTO_TEST_CASE(a2_6_bounds_are_an_hour_a_quarter_and_a_day) {
  const DuePolicy policy;
  BOOST_TEST((policy.base == minutes(60) && policy.floor == minutes(15) && policy.ceiling == hours(24)));
}

BOOST_AUTO_TEST_CASE(a2_9_polls_by_hand_obey_the_server_and_a_floor_of_ten_minutes) {
  const auto refused = [](std::optional<sys_seconds> attempt, std::optional<sys_seconds> not_before, bool is_own) {
    Source source;
    source.health.last_attempt = attempt;
    source.health.not_before = not_before;
    const auto refusal = refuse_to_ask({}, source, now, is_own);
    return refusal ? (refusal->until - now).count() : -1;
  };
  BOOST_TEST(refused({}, {}, false) == -1);
  BOOST_TEST(refused(now - minutes(3), {}, false) == 7 * 60);
  BOOST_TEST(refused(now - minutes(3), {}, true) == -1);
  BOOST_TEST(refused(now - minutes(10), {}, false) == -1);
  BOOST_TEST(refused(now - hours(2), now + hours(5), false) == 5 * 3600);
  BOOST_TEST(refused(now - hours(2), now + hours(5), true) == 5 * 3600);
  BOOST_TEST(refused(now - hours(2), now - seconds(1), false) == -1);
  BOOST_TEST(refused({}, now + hours(24 * 400), false) == -1);    // the clock was wrong when that was written
  BOOST_TEST(refused(now + hours(24 * 400), {}, false) == 3600);  // and when that was
  const PollOutcome throttled{.end = PollEnd::throttled, .headers = {.retry_after = "7200"}};
  BOOST_TEST((after_poll({}, {}, throttled, now, 0).not_before == now + hours(2)));
  BOOST_TEST((!after_poll({}, {}, {}, now, 0).not_before));
}

BOOST_AUTO_TEST_CASE(waiting_changes_nothing_but_the_due_time) {
  Source source = failing(3);
  source.health.last_attempt = now - minutes(3);
  source.health.next_due = now - minutes(1);
  const PollOutcome waiting{.end = PollEnd::waiting, .wait_until = now + hours(2), .wait_why = "its host asks"};
  const Health health = after_poll({}, source, waiting, now, 0);
  BOOST_TEST((health.failures == 3 && health.last_attempt == now - minutes(3)));
  BOOST_TEST((*health.next_due == now + hours(2) && health.due_reason == "its host asks"));
  source.health.next_due = now + hours(5);
  BOOST_TEST((*after_poll({}, source, waiting, now, 0).next_due == now + hours(5)));
}

BOOST_AUTO_TEST_CASE(a_clock_that_was_set_back_neither_asks_early_nor_never) {
  Source source;
  source.health.last_attempt = now + hours(24 * 365 * 12);
  source.health.next_due = *source.health.last_attempt + hours(1);
  const auto refusal = refuse_to_ask({}, source, now, true);
  BOOST_TEST_REQUIRE(refusal.has_value());
  const PollOutcome waiting{.end = PollEnd::waiting, .wait_until = refusal->until, .wait_why = refusal->why};
  const Health health = after_poll({}, source, waiting, now, 0);
  BOOST_TEST((health.last_attempt == now && *health.next_due == now + hours(1)));
}

BOOST_AUTO_TEST_CASE(a3_4_asks_weekly_after_a_month_of_failures) {
  Source source = failing(40);
  source.health.last_good = now - hours(24 * 31);
  const PollOutcome missing{.end = PollEnd::failed, .error = "404"};
  BOOST_TEST(wait_after(missing, source).count() == 7 * 86'400);
  BOOST_TEST((after_poll({}, source, missing, now, 0).state == SourceState::failing));
  source.health.last_good = now - hours(24 * 29);
  BOOST_TEST(wait_after(missing, source).count() == 86'400);
}

BOOST_AUTO_TEST_CASE(a1_9_a_server_deaf_to_validators_is_asked_ever_less_often) {
  Source source;
  const long long hours_expected[] = {1, 1, 1, 2, 4, 8, 16, 24, 24};
  for (const long long expected : hours_expected) {
    source.health = after_poll({}, source, {.end = PollEnd::unchanged, .body_hash = 7}, now, 0);
    BOOST_TEST((*source.health.next_due - now).count() == expected * 3600);
  }
  source.health = after_poll({}, source, {.end = PollEnd::changed, .body_hash = 8}, now, 0);
  BOOST_TEST((*source.health.next_due - now).count() == 3600);
}

BOOST_AUTO_TEST_CASE(a3_5_gone_twice_is_gone) {
  const PollOutcome gone{.end = PollEnd::gone, .error = "410"};
  Source source;
  source.health = after_poll({}, source, gone, now, 0);
  BOOST_TEST((source.health.state == SourceState::failing && source.health.next_due));
  source.health = after_poll({}, source, gone, now, 0);
  BOOST_TEST((source.health.state == SourceState::gone && !source.health.next_due));
}

BOOST_AUTO_TEST_CASE(a3_5_refusals_wait_four_hours_then_a_day) {
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

BOOST_AUTO_TEST_CASE(a2_4_skip_hours_and_days_move_the_due_time) {
  BOOST_TEST(wait_after({.wish = PublisherWish{{}, 1u << 1 | 1u << 2}}).count() == 3 * 3600);
}

BOOST_AUTO_TEST_CASE(a2_1_and_a2_4_what_a_publisher_asks_for_holds_until_a_document_says_otherwise) {
  Source source;
  const PollOutcome said{.wish = PublisherWish{hours(5), 1u << 8}};
  source.health = after_poll({}, source, said, now, 0);
  BOOST_TEST(wait_after({}, source).count() == 5 * 3600);  // 304: nothing is said
  BOOST_TEST(after_poll({}, source, {}, now, 0).due_reason == "the publisher asks for 5 h");
  const sys_seconds later = now + hours(7);
  BOOST_TEST((*after_poll({}, source, {.end = PollEnd::failed}, later, 0).next_due == now + hours(9)));
  BOOST_TEST(wait_after({.wish = PublisherWish{}}, source).count() == 3600);
}

BOOST_AUTO_TEST_SUITE_END()
