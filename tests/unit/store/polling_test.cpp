#include <almanac/query/parse_filter.hpp>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_polling, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// What starts at the same time is one event; the newest entry says what it is.
class SameStart final : public EventMatcher {
 public:
  std::unique_ptr<const MatchReading> read(const Entry& entry, SourceId) const override {
    auto reading = std::make_unique<MatchReading>();
    if (entry.start) reading->keys = {content_hash(iso_text(*entry.start))};
    return reading;
  }
  std::optional<EventMatch> choose(const MatchReading&,
                                   std::span<const EventCandidate* const> candidates) const override {
    if (candidates.empty()) return std::nullopt;
    return EventMatch{0, "same start"};
  }
  bool still_fits(const MatchReading& a, const MatchReading& b) const override { return a.keys == b.keys; }
  Event merge(std::span<const EventMember> members, const Event& before) const override {
    Event event = members.back().own ? *members.back().own : before;
    if (!members.back().own) event.title = members.back().entry.title.plain;
    return event;
  }
};
const SameStart same_start;

}  // namespace

BOOST_AUTO_TEST_CASE(counts_new_changed_and_unchanged_entries) {
  TempStore t;
  const SourceId source = add_source(t.store);
  const auto a = entry_for("a", simple_event("A", noon + day)), b = entry_for("b", simple_event("B", noon + 2 * day));
  BOOST_TEST((poll(t.store, source, {a, b}) == PollCounts{2, 0, 0, 0}));
  BOOST_TEST((poll(t.store, source, {a, b}) == PollCounts{0, 0, 2, 0}));
  BOOST_TEST(
      (poll(t.store, source, {a, entry_for("b", simple_event("B!", noon + 2 * day))}) == PollCounts{0, 1, 1, 0}));
  const auto counts = must(t.store.counts(at(noon)));
  BOOST_TEST(counts.events == 2);
  BOOST_TEST(counts.entries == 2);
}

BOOST_AUTO_TEST_CASE(unchanged_poll_writes_no_event) {
  TempStore t;
  const SourceId source = add_source(t.store);
  const auto a = entry_for("a", simple_event("A", noon + day));
  poll(t.store, source, {a});
  const auto before = must(t.store.select({})).rows;
  poll(t.store, source, {a}, noon + 1000);
  BOOST_TEST((must(t.store.select({})).rows == before));
}

BOOST_AUTO_TEST_CASE(tells_which_entries_are_known) {
  TempStore t;
  const SourceId source = add_source(t.store);
  auto a = entry_for("a", simple_event("A", noon + day));
  poll(t.store, source, {a});
  const std::vector<EntryStamp> stamps{{"a", a.content_hash}, {"a", a.content_hash + 1}, {"b", a.content_hash}};
  BOOST_TEST((must(t.store.unchanged(source, stamps)) == std::vector<bool>{true, false, false}));
}

BOOST_AUTO_TEST_CASE(validators_health_and_log_are_committed_with_the_entries) {
  TempStore t;
  const SourceId source = add_source(t.store);
  PollCommit commit{at(noon), {}};
  SourcePoll one;
  one.source = source;
  one.entries = {entry_for("a", simple_event("A", noon + day))};
  one.validators = Validators{"W/\"a b\"", "not-a-date"};
  one.validators_for = "https://example.org/feed?x";
  one.health.last_good = at(noon);
  one.health.next_due = at(noon + 3600);
  one.health.due_reason = "base interval";
  one.name = "Learnt";
  one.plugin = "rss";
  one.fetch = {at(noon), 200, 1234, std::chrono::milliseconds{56}, 0, 0, 0, {}};
  commit.polls.push_back(one);
  must(t.store.commit_poll(commit));
  Source stored = must(t.store.source(source));
  BOOST_TEST((stored.validators == *one.validators));
  BOOST_TEST(stored.validators_for == one.validators_for);
  BOOST_TEST((stored.health == one.health));
  BOOST_TEST(stored.name == "Example");  // the user's name stays
  BOOST_TEST(stored.plugin == "rss");
  for (int i = 1; i < 15; ++i) {
    commit.polls[0].fetch.at = at(noon + i);
    commit.polls[0].validators.reset();
    must(t.store.commit_poll(commit));
  }
  BOOST_TEST((must(t.store.source(source)).validators == *one.validators));
  const auto log = must(t.store.fetch_log(source));
  BOOST_TEST(log.size() == 10u);
  BOOST_TEST((log.front().at == at(noon + 14)));
  BOOST_TEST(log.front().unchanged == 1u);
}

BOOST_AUTO_TEST_CASE(poll_of_a_source_that_was_unfollowed_is_dropped) {
  TempStore t;
  BOOST_TEST((poll(t.store, SourceId{99}, {entry_for("a", simple_event("A", noon))}) == PollCounts{}));
  BOOST_TEST(must(t.store.counts(at(noon))).events == 0);
}

BOOST_AUTO_TEST_CASE(pause_of_the_user_survives_a_running_poll) {
  TempStore t;
  const SourceId source = add_source(t.store);
  Health paused;
  paused.state = SourceState::paused;
  must(t.store.update_health(source, paused));
  poll(t.store, source, {});
  BOOST_TEST((must(t.store.source(source)).health.state == SourceState::paused));
}

BOOST_AUTO_TEST_CASE(complete_list_withdraws_what_is_missing_and_restores_it) {
  TempStore t;
  const SourceId source = add_source(t.store);
  const auto a = entry_for("a", simple_event("A", noon + day)), b = entry_for("b", simple_event("B", noon + 2 * day)),
             old = entry_for("old", simple_event("Old", noon - 9 * day));
  poll(t.store, source, {a, b, old});
  BOOST_TEST((poll(t.store, source, {}, noon + 1, true) == PollCounts{}));  // an empty document never deletes anything
  BOOST_TEST((poll(t.store, source, {a}, noon + 2, true) == PollCounts{0, 0, 1, 1}));
  const auto status = [&](const char* title) {
    for (const auto& row : must(t.store.select({})).rows)
      if (row.event.title == title) return row.event.status;
    return EventStatus::tentative;
  };
  BOOST_TEST((status("B") == EventStatus::withdrawn));
  BOOST_TEST((status("Old") == EventStatus::unknown));
  BOOST_TEST((poll(t.store, source, {a}, noon + 3, true) == PollCounts{0, 0, 1, 0}));
  BOOST_TEST((poll(t.store, source, {a, b}, noon + 4, true) == PollCounts{0, 1, 1, 0}));
  BOOST_TEST((status("B") == EventStatus::unknown));
}

BOOST_AUTO_TEST_CASE(several_entries_can_make_one_event) {
  TempStore t;
  const SourceId one = add_source(t.store), two = add_source(t.store, "https://example.net/ics", "Second");
  Event event = simple_event("Meeting", noon + day);
  event.location = "Berlin";
  auto first = entry_for("x", event);
  first.entry.authors = {{"Ann", "", ""}};
  poll(t.store, one, {first}, noon, false, same_start);
  const EventId id = must(t.store.select({})).rows.at(0).event.id;
  Event merged = event;
  merged.title = "Meeting of the Two";
  auto second = entry_for("y", simple_event("Other words", noon + day));
  second.event = merged;
  BOOST_TEST((poll(t.store, two, {second}, noon + 5, false, same_start) == PollCounts{1, 0, 0, 0}));
  const auto detail = must(t.store.event(id));
  BOOST_TEST(detail.listed.event.title == "Meeting of the Two");
  BOOST_TEST(detail.listed.sources == (std::vector<std::string>{"Example", "Second"}),
             boost::test_tools::per_element());
  BOOST_REQUIRE(detail.entries.size() == 2u);
  BOOST_TEST(detail.entries[0].entry.title.plain ==
             "Meeting");  // what the first said is kept although the event changed
  BOOST_TEST((detail.entries[0].entry.authors == first.entry.authors));
  BOOST_TEST(detail.entries[1].entry.title.plain == "Other words");
  BOOST_TEST(detail.entries[1].merged_because == "same start");
  BOOST_TEST(must(t.store.counts(at(noon))).events == 1);
  must(t.store.remove_source(one));
  BOOST_TEST(must(t.store.event(id)).entries.size() == 1u);
  must(t.store.remove_source(two));
  BOOST_TEST(must(t.store.counts(at(noon))).events == 0);
}

BOOST_AUTO_TEST_CASE(entry_that_joins_another_event_takes_marks_along) {
  TempStore t;
  const SourceId one = add_source(t.store), two = add_source(t.store, "https://example.net/ics");
  poll(t.store, one, {entry_for("x", simple_event("X", noon + day))}, noon, false, same_start);
  poll(t.store, two, {entry_for("y", simple_event("Y", noon + 2 * day))}, noon, false, same_start);
  const auto rows = must(t.store.select({})).rows;
  BOOST_REQUIRE(rows.size() == 2u);
  must(t.store.set_marks(rows.at(1).event.id, {true, false, false, "see you"}, at(noon)));
  poll(t.store, two, {entry_for("y", simple_event("Y2", noon + day))}, noon + 1, false, same_start);
  const auto left = must(t.store.select({})).rows;
  BOOST_REQUIRE(left.size() == 1u);
  BOOST_TEST(left[0].marks.note == "see you");
  BOOST_TEST(left[0].marks.starred);
}

BOOST_AUTO_TEST_CASE(entries_that_arrive_together_find_each_other) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll(t.store, source,
       {entry_for("a", simple_event("A", noon + day)), entry_for("b", simple_event("B", noon + 2 * day)),
        entry_for("c", simple_event("C", noon + day))},
       noon, false, same_start);
  BOOST_TEST(titles(must(t.store.select({})).rows) == (std::vector<std::string>{"C", "B"}),
             boost::test_tools::per_element());
}

// Many new entries are inserted with one statement; then an id that is taken shows only afterwards.
BOOST_AUTO_TEST_CASE(among_many_new_events_one_whose_id_is_taken_gets_another) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll(t.store, source, {entry_for("a", simple_event("First", noon + day))}, noon, false, same_start);
  const auto first = entry_for("b", simple_event("First", noon + day));
  BOOST_TEST((poll(t.store, source, {first}, noon, false, same_start) == PollCounts{0, 0, 1, 0}));
  std::vector<IngestedEntry> entries{first};
  std::vector<std::string> expected{"First"};
  for (int n = 0; n < 150; ++n) {
    Event event = simple_event("Event " + std::to_string(n), noon + (2 + n) * day);
    event.topics = {"one", "topic " + std::to_string(n % 2)};
    expected.push_back(event.title);
    entries.push_back(entry_for(n == 70 ? "a" : "k" + std::to_string(n), std::move(event)));
  }
  BOOST_TEST((poll(t.store, source, entries, noon, false, same_start) == PollCounts{150, 0, 1, 0}));
  ListQuery all;
  all.limit = 200;
  const auto rows = must(t.store.select(all)).rows;
  BOOST_TEST(titles(rows) == expected, boost::test_tools::per_element());
  for (const ListedEvent& row : rows) BOOST_TEST(must(t.store.find_event(row.public_id)).value == row.event.id.value);
  all.filter = *parse_filter("topic:topic-1 and topic:one");
  BOOST_TEST(must(t.store.select(all)).rows.size() == 75u);
  BOOST_TEST((poll(t.store, source, entries, noon, false, same_start) == PollCounts{0, 0, 151, 0}));
}

BOOST_AUTO_TEST_CASE(event_is_not_found_by_what_its_entries_no_longer_say) {
  TempStore t;
  const SourceId one = add_source(t.store), two = add_source(t.store, "https://example.net/ics");
  poll(t.store, one, {entry_for("x", simple_event("X", noon + day))}, noon, false, same_start);
  poll(t.store, one, {entry_for("x", simple_event("X", noon + 3 * day))}, noon + 1, false, same_start);
  poll(t.store, two, {entry_for("y", simple_event("Y", noon + day))}, noon + 2, false, same_start);
  BOOST_TEST(must(t.store.select({})).rows.size() == 2u);
  poll(t.store, two, {entry_for("z", simple_event("Z", noon + 3 * day))}, noon + 3, false, same_start);
  BOOST_TEST(must(t.store.select({})).rows.size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_event_is_found_by_its_deadline_after_that_moved) {
  TempStore t;
  const SourceId source = add_source(t.store);
  Event event = simple_event("A", noon + 300 * day);
  const auto say = [&](std::int64_t deadline) {
    event.summary = std::to_string(deadline);  // the entry is another one
    event.deadlines = {{DeadlineType::cfp, event.when->start, {}, false}};
    event.deadlines[0].at.seconds = deadline;
    poll(t.store, source, {entry_for("a", event)}, noon + deadline / day);
  };
  const auto found = [&](std::string_view text) {
    ListQuery query;
    query.filter = *parse_filter(text);
    query.viewer.now = at(noon);
    return must(t.store.upcoming(query)).rows.size();
  };
  say(noon + 20 * day);
  BOOST_TEST(found("deadline:open") == 1u);
  BOOST_TEST(found("deadline>100d") == 0u);
  say(noon + 200 * day);
  BOOST_TEST(found("deadline>100d") == 1u);
  say(noon - 200 * day);
  BOOST_TEST(found("deadline:open") == 0u);
}

BOOST_AUTO_TEST_CASE(unfollowing_keeps_what_the_user_marked) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll(t.store, source, {entry_for("a", simple_event("A", noon + day)), entry_for("b", simple_event("B", noon + day))});
  must(t.store.set_marks(must(t.store.select({})).rows.at(0).event.id, {false, true, false, {}}, at(noon)));
  must(t.store.remove_source(source));
  BOOST_TEST(titles(must(t.store.select({})).rows) == std::vector<std::string>{"A"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(prune_goes_by_the_end_of_an_event) {
  TempStore t;
  const SourceId source = add_source(t.store);
  Event long_one = simple_event("Long", noon - 400 * day);
  long_one.occurrences = {instant(noon - 400 * day, 300 * day)};
  Event post = simple_event("Post", 0, Kind::post);
  post.when.reset();
  post.occurrences.clear();
  post.published = at(noon - 100 * day);
  poll(t.store, source,
       {entry_for("old", simple_event("Old", noon - 400 * day)), entry_for("long", long_one), entry_for("post", post),
        entry_for("kept", simple_event("Kept", noon - 500 * day)), entry_for("new", simple_event("New", noon + day))});
  must(t.store.index_pending_text());
  for (const auto& row : must(t.store.select({})).rows)
    if (row.event.title == "Kept") must(t.store.set_marks(row.event.id, {true, false, false, {}}, at(noon)));
  Retention retention;
  retention.batch = 1;
  BOOST_TEST(must(t.store.prune(at(noon), retention)) == 1u);
  BOOST_TEST(must(t.store.prune(at(noon), retention)) == 1u);
  BOOST_TEST(must(t.store.prune(at(noon), retention)) == 0u);
  BOOST_TEST(titles(must(t.store.select({})).rows) == (std::vector<std::string>{"Long", "Kept", "New"}),
             boost::test_tools::per_element());
  BOOST_TEST(must(t.store.prune(at(noon))) == 0u);
  must(t.store.index_pending_text());
  BOOST_TEST(must(t.store.search(*parse_filter("old"), {at(noon), {}, {}})).rows.empty());
  BOOST_TEST(must(t.store.check(true)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
