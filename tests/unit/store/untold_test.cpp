#include <algorithm>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_untold, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

Issue issue_with(std::string profile, std::string period, std::int64_t made, std::vector<EventId> events) {
  Issue issue;
  issue.profile = std::move(profile);
  issue.period = std::move(period);
  issue.made = at(made);
  for (const EventId id : events) issue.items.push_back({id, "conferences", 1});
  return issue;
}

/// Three events, a week apart, first seen at noon.
struct ThreeEvents : TempStore {
  ThreeEvents() {
    poll(store, source, {entry("A", 1), entry("B", 2), entry("C", 3)});
    for (const auto& row : must(store.select({})).rows) ids.push_back(row.event.id);
  }
  static IngestedEntry entry(const std::string& title, int weeks) {
    Event event = simple_event(title, noon + weeks * 7 * day);
    event.deadlines = {Deadline{DeadlineType::paper, event.when->start, {}, false}};
    return entry_for(title, event);
  }
  ListQuery asked(ToldBy told) const {
    ListQuery query;
    query.viewer.now = at(noon);
    query.leave_out = std::move(told);
    return query;
  }
  SourceId source = add_source(store);
  std::vector<EventId> ids;
};

Event post(std::string title, std::optional<std::int64_t> published) {
  Event event;
  event.kind = Kind::post;
  event.title = std::move(title);
  if (published) event.published = at(*published);
  return event;
}

using Titles = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_CASE(what_issues_told_is_left_out_of_every_list, ThreeEvents) {
  must(store.record_issue(issue_with("ml", "W1", noon + 10, {ids[1]})));
  const auto query = asked({"ml", at(noon), 0});
  BOOST_TEST(titles(must(store.upcoming(query)).rows) == (Titles{"A", "C"}), boost::test_tools::per_element());
  BOOST_TEST(titles(must(store.select(query)).rows) == (Titles{"A", "C"}), boost::test_tools::per_element());
  BOOST_TEST(must(store.deadlines(query)).rows.size() == 2);
}

BOOST_FIXTURE_TEST_CASE(other_profiles_older_issues_and_the_one_excepted_leave_nothing_out, ThreeEvents) {
  const Issue kept = must(store.record_issue(issue_with("ml", "W1", noon + 10, {ids[0]})));
  struct Case {
    const char* name;
    ToldBy told;
    std::size_t rows;
  };
  for (const auto& c : {Case{"told", {"ml", at(noon + 9), 0}, 2}, Case{"another profile", {"web", at(noon), 0}, 3},
                        Case{"told then, not after", {"ml", at(noon + 10), 0}, 3},
                        Case{"the one excepted", {"ml", at(noon), kept.id}, 3}})
    BOOST_TEST_CONTEXT(c.name) BOOST_TEST(must(store.upcoming(asked(c.told))).rows.size() == c.rows);
}

BOOST_FIXTURE_TEST_CASE(told_event_that_changed_is_not_left_out, ThreeEvents) {
  must(store.record_issue(issue_with("ml", "W1", noon + 10, ids)));
  poll(store, source, {entry("A", 5)}, noon + 10);  // the second of the issue counts as told
  poll(store, source, {entry("B", 5)}, noon + 20);
  BOOST_TEST(titles(must(store.upcoming(asked({"ml", at(noon), 0}))).rows) == Titles{"B"},
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(changes_can_be_those_of_what_was_told_or_marked, ThreeEvents) {
  must(store.record_issue(issue_with("ml", "W1", noon + 10, {ids[0]})));
  must(store.set_marks(ids[2], {true, false, false, {}}, at(noon + 11)));
  const auto moved = [](const std::string& title) { return entry_for(title, simple_event(title, noon + 70 * day)); };
  poll(store, source, {moved("A"), moved("B"), moved("C")}, noon + 20);
  const auto of = [&](std::string_view profile, std::size_t limit = 1000) {
    std::vector<EventId> events;
    for (const auto& logged : must(store.changes_since(at(noon), limit, profile)))
      if (std::find(events.begin(), events.end(), logged.event) == events.end()) events.push_back(logged.event);
    return events;
  };
  BOOST_TEST((of({}) == std::vector<EventId>{ids[2], ids[1], ids[0]}));
  BOOST_TEST((of("ml") == std::vector<EventId>{ids[2], ids[0]}));
  BOOST_TEST((of("web") == std::vector<EventId>{ids[2]}));
  BOOST_TEST(must(store.changes_since(at(noon), 1, "ml")).size() == 1);
}

BOOST_AUTO_TEST_CASE(news_are_posts_published_or_first_seen_since) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll(t.store, source, {entry_for("old", post("old", noon - 3 * day)), entry_for("undated", post("undated", {}))},
       noon - 2 * day);
  poll(t.store, source,
       {entry_for("fresh", post("fresh", noon)), entry_for("late", post("late", noon - 3 * day)),
        entry_for("ancient", post("ancient", noon - 90 * day)), entry_for("bare", post("bare", {}))},
       noon);
  ListQuery query;
  query.viewer.now = at(noon);
  query.from = at(noon - 30 * day);
  query.to = at(noon + 1);
  query.news_since = at(noon - day);
  BOOST_TEST(titles(must(t.store.posts(query)).rows) == (Titles{"fresh", "late", "bare"}),
             boost::test_tools::per_element());
  query.offset = 1;
  query.limit = 1;
  const auto page = must(t.store.posts(query));
  BOOST_TEST(titles(page.rows) == Titles{"late"}, boost::test_tools::per_element());
  BOOST_TEST(page.more);
}

BOOST_AUTO_TEST_SUITE_END()
