// Who is due, and who has been taken.
#include <almanac/store/due_times.hpp>
#include <boost/test/unit_test.hpp>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(due_times, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono_literals;

namespace {

constexpr sys_seconds now = sys_seconds(1'764'000'000s);

struct Library {
  test::TempDir folder;
  Store store = *Store::open(folder.path() / "a.db");
  DueTimes times = *DueTimes::open(folder.path() / "a.db");

  SourceId add(const std::string& name, std::optional<sys_seconds> due, SourceState state = SourceState::active) {
    Source source;
    source.url = "https://example.org/" + name;
    source.health.next_due = due;
    source.health.due_reason = "base interval";
    source.health.state = state;
    return *store.add_source(source);
  }
  std::optional<sys_seconds> due_of(SourceId id) { return store.source(id)->health.next_due; }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(a2_9_takes_what_is_due_once_and_notes_the_attempt_before_it, Library) {
  const SourceId fresh = add("fresh", {}), late = add("late", now - 1h), exact = add("exact", now);
  add("later", now + 1s);
  add("paused", now - 1h, SourceState::paused);
  add("gone", {}, SourceState::gone);
  const auto taken = times.take(now, now + 15min, 1000);
  BOOST_TEST_REQUIRE(taken.has_value());
  BOOST_TEST_REQUIRE(taken->size() == 3u);
  BOOST_TEST((*taken)[0].id.value == fresh.value);
  BOOST_TEST((*taken)[1].id.value == late.value);
  BOOST_TEST((*taken)[2].id.value == exact.value);
  // What they were before comes along: the poll goes on from it.
  BOOST_TEST(((*taken)[1].health.next_due == now - 1h));
  BOOST_TEST((*taken)[1].health.due_reason == "base interval");
  BOOST_TEST(!(*taken)[1].health.last_attempt.has_value());
  BOOST_TEST((store.source(late)->health.last_attempt == now));
  BOOST_TEST(times.take(now, now + 15min, 1000)->empty());
  BOOST_TEST((**times.next() == now + 1s));
  BOOST_TEST((due_of(late) == now + 15min));
}

BOOST_FIXTURE_TEST_CASE(times_of_a_clock_that_was_ahead_hold_nobody_back, Library) {
  constexpr auto year = std::chrono::hours(24 * 365);
  const SourceId source = add("silent", now + 2 * year), weekly = add("weekly", now + std::chrono::hours(24 * 7));
  BOOST_TEST(store.due_sources(now, 10)->size() == 1u);
  BOOST_TEST(times.take(now, now + 15min, 10)->size() == 1u);
  BOOST_TEST((due_of(source) == now + 15min));
  BOOST_TEST((due_of(weekly) == now + std::chrono::hours(24 * 7)));
  BOOST_TEST(times.take(now, now + 15min, 10)->empty());
}

BOOST_FIXTURE_TEST_CASE(counts_all_and_those_that_fail, Library) {
  BOOST_TEST(times.counts()->all == 0);
  std::vector<SourceId> ids;
  for (int i = 0; i < 10; ++i) ids.push_back(add(std::to_string(i), now));
  const auto poll = [&](SourceId id, int failures) {
    SourcePoll one;
    one.source = id;
    one.health.failures = failures;
    PollCommit commit;
    commit.now = now;
    commit.polls.push_back(std::move(one));
    BOOST_TEST_REQUIRE(store.commit_poll(commit).has_value());
  };
  for (int i = 0; i < 3; ++i) poll(ids[static_cast<std::size_t>(i)], i + 1);
  BOOST_TEST(times.counts()->all == 10);
  BOOST_TEST(times.counts()->failing == 3);
  poll(ids[0], 0);
  poll(ids[1], 5);
  BOOST_TEST(times.counts()->failing == 2);
  BOOST_TEST(store.remove_source(ids[1]).has_value());
  BOOST_TEST(times.counts()->failing == 1);
}

BOOST_FIXTURE_TEST_CASE(takes_no_more_than_asked_for_and_the_longest_waiting_first, Library) {
  for (int i = 0; i < 10; ++i) add(std::to_string(i), now - std::chrono::seconds(i));
  const auto taken = times.take(now, now + 15min, 3);
  BOOST_TEST_REQUIRE(taken->size() == 3u);
  BOOST_TEST(taken->front().url == "https://example.org/9");
  BOOST_TEST(times.take(now, now + 15min, 1000)->size() == 7u);
}

BOOST_FIXTURE_TEST_CASE(puts_off_but_never_brings_forward, Library) {
  const SourceId soon = add("soon", now), far = add("far", now + 5h);
  const std::vector<SourceId> both{soon, far};
  BOOST_TEST_REQUIRE(times.put_off(both, now, now + 15min).has_value());
  BOOST_TEST((due_of(soon) == now + 15min));
  BOOST_TEST((due_of(far) == now + 5h));
  // A crash from now on does not make them ask again: that counts by hand, too.
  for (const SourceId id : both) BOOST_TEST((store.source(id)->health.last_attempt == now));
}

BOOST_FIXTURE_TEST_CASE(gives_back_what_was_not_polled, Library) {
  const SourceId kept = add("kept", now - 2h), fresh = add("fresh", {}), polled = add("polled", now - 1h);
  std::vector<TakenSource> taken;
  const auto due = times.take(now, now + 15min, 1000);
  for (const Source& source : *due)
    taken.push_back({source.id, source.health.last_attempt, source.health.next_due, source.health.due_reason});
  Health after;
  after.next_due = now + 1h;
  after.due_reason = "base interval";
  BOOST_TEST_REQUIRE(store.update_health(polled, after).has_value());
  BOOST_TEST_REQUIRE(times.give_back(taken).has_value());
  BOOST_TEST((due_of(kept) == now - 2h));
  BOOST_TEST(store.source(kept)->health.due_reason == "base interval");
  BOOST_TEST(!store.source(kept)->health.last_attempt.has_value());
  BOOST_TEST(!due_of(fresh));
  BOOST_TEST((due_of(polled) == now + 1h));
}

BOOST_AUTO_TEST_SUITE_END()
