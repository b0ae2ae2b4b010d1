#include "library.hpp"

BOOST_AUTO_TEST_SUITE(digest_told, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

Titles conferences(const DigestIssue& issue) { return titles(issue.view, SectionKind::conferences); }
Titles changes(const DigestIssue& issue) { return titles(issue.view, SectionKind::changed); }

Event with_status(Event event, EventStatus status) {
  event.status = status;
  return event;
}

Event with_deadline(Event event, std::int64_t closes) {
  event.deadlines = {Deadline{DeadlineType::paper, moment_at(closes), {}, false}};
  return event;
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(told_event_is_left_out_until_repeat_after, Library) {
  profile.repeat_after = std::chrono::days{21};
  arrive({conference("A", monday + 100 * day)}, monday);
  BOOST_TEST(conferences(issue(monday)) == Titles{"A"}, boost::test_tools::per_element());
  const auto second = issue(monday + week);
  BOOST_TEST(second.view.empty());
  BOOST_TEST(left_out(second.view, "told before and unchanged") == 1u);
  BOOST_TEST(issue(monday + 3 * week - 1).view.empty());
  BOOST_TEST(conferences(issue(monday + 3 * week)) == Titles{"A"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(told_event_that_moved_is_told_once_more_with_the_change, Library) {
  arrive({conference("A", monday + 100 * day)}, monday);
  issue(monday);
  arrive({conference("A", monday + 101 * day)}, monday + day);
  const auto second = issue(monday + week);
  BOOST_TEST_REQUIRE(second.view.size() == 1u);
  BOOST_TEST(changes(second) == Titles{"A"}, boost::test_tools::per_element());
  for (const auto& section : second.view.sections)
    for (const auto& group : section.groups) {
      BOOST_TEST_REQUIRE(group.items[0].changes.size() == 1u);
      BOOST_TEST((group.items[0].changes[0].kind == EventChange::What::moved));
    }
  BOOST_TEST(issue(monday + 2 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(change_that_had_no_room_is_told_in_the_next_issue, Library) {
  profile.limits.changed = 1;
  arrive({conference("A", monday + 100 * day), conference("B", monday + 100 * day)}, monday);
  issue(monday);
  arrive({conference("A", monday + 101 * day), conference("B", monday + 101 * day)}, monday + day);
  const auto second = issue(monday + week), third = issue(monday + 2 * week);
  BOOST_TEST(second.view.size() == 1u);
  BOOST_TEST(left_out(second.view, "over the limit of 1 changed") == 1u);
  BOOST_TEST_REQUIRE(changes(third).size() == 1u);
  BOOST_TEST(changes(third) != changes(second), boost::test_tools::per_element());
  BOOST_TEST(third.view.sections[3].groups[0].items[0].changes.size() == 1u);
  BOOST_TEST(issue(monday + 3 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(every_matching_event_is_told_or_counted_once, Library) {
  profile.limits = {20, 20, 20, 20, 20};
  std::vector<Event> all;
  for (int n = 0; n < 300; ++n) {
    all.push_back(conference("c" + std::to_string(n), monday + (n + 2) * day));
    if (n % 3 == 0) all.back() = with_deadline(all.back(), monday + (1 + n % 25) * day);
  }
  for (int n = 0; n < 120; ++n) all.push_back(post("p" + std::to_string(n), monday - n * 60));
  arrive(all, monday);
  std::size_t told = 0;
  for (int n = 0; n < 3; ++n) {
    BOOST_TEST_CONTEXT("issue " << n + 1) {
      const auto made = issue(monday + n * week);
      std::size_t counted = made.view.size();
      for (const auto& rule : made.view.left_out) counted += rule.count;
      // Posts that arrived in the very second of an issue and had no room in it are news once more. Five conferences
      // are over after a week, seven more after another.
      BOOST_TEST(counted == (n == 0 ? 420u : n == 1 ? 395u : 288u));
      BOOST_TEST(left_out(made.view, "told before and unchanged") <= told);
      told += made.view.size();
    }
  }
}

BOOST_FIXTURE_TEST_CASE(cancelled_event_is_told_to_who_knew_it, Library) {
  arrive({conference("Told", monday + 100 * day)}, monday);
  issue(monday);
  arrive({conference("Untold", monday + 100 * day)}, monday + 60);
  arrive({with_status(conference("Told", monday + 100 * day), EventStatus::cancelled),
          with_status(conference("Untold", monday + 100 * day), EventStatus::cancelled)},
         monday + day);
  const auto second = issue(monday + week);
  BOOST_TEST(changes(second) == Titles{"Told"}, boost::test_tools::per_element());
  BOOST_TEST(conferences(second).empty());
  BOOST_TEST(issue(monday + 2 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(starred_event_is_told_of_though_never_told_before, Library) {
  profile.filter = "machine";
  arrive({conference("Machine learning", monday + 100 * day)}, monday);
  issue(monday);
  arrive({conference("Hidden machine", monday + 100 * day), conference("Other", monday + 100 * day)}, monday + 60);
  must(store.set_marks(find("Hidden machine"), {true, false, false, {}}, at(monday + 60)));
  must(store.set_marks(find("Other"), {true, false, false, {}}, at(monday + 60)));
  arrive({with_status(conference("Hidden machine", monday + 100 * day), EventStatus::cancelled),
          with_status(conference("Other", monday + 100 * day), EventStatus::cancelled)},
         monday + day);
  BOOST_TEST(changes(issue(monday + week)) == Titles{"Hidden machine"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(change_of_what_is_over_is_not_told, Library) {
  arrive({conference("Soon", monday + day), conference("Ahead", monday + 100 * day)}, monday);
  issue(monday);
  auto soon = conference("Soon", monday + day), ahead = conference("Ahead", monday + 100 * day);
  soon.city = ahead.city = "Berlin";
  arrive({with_status(soon, EventStatus::cancelled), with_status(ahead, EventStatus::cancelled)}, monday + 12 * 3600);
  const auto second = issue(monday + week);
  BOOST_TEST(changes(second) == Titles{"Ahead"}, boost::test_tools::per_element());
  BOOST_TEST(left_out(second.view, "changed, but over") == 1u);
}

BOOST_FIXTURE_TEST_CASE(change_of_the_second_of_an_issue_is_told_exactly_once, Library) {
  const auto original = conference("A", monday + 100 * day);
  arrive({original}, monday - week);
  BOOST_TEST(issue(monday - week).view.size() == 1u);
  // Noted before the issue of that second was made …
  arrive({with_status(original, EventStatus::cancelled)}, monday);
  BOOST_TEST(changes(issue(monday)) == Titles{"A"}, boost::test_tools::per_element());
  // … and another one after it.
  arrive({original}, monday);
  BOOST_TEST(issue(monday + week).view.size() == 1u);
  BOOST_TEST(issue(monday + 2 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(deadline_is_told_again_in_its_last_two_weeks, Library) {
  arrive({with_deadline(conference("A", monday + 100 * day), monday + 25 * day)}, monday);
  BOOST_TEST(titles(issue(monday).view, SectionKind::deadlines) == Titles{"A"}, boost::test_tools::per_element());
  BOOST_TEST(issue(monday + week).view.empty());
  BOOST_TEST(titles(issue(monday + 2 * week).view, SectionKind::deadlines) == Titles{"A"},
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(answer_to_a_filter_looks_at_no_issue_and_makes_none, Library) {
  arrive(
      {conference("Rust", monday + 100 * day), conference("Python", monday + 100 * day), post("News of rust", monday)},
      monday);
  BOOST_TEST(issue(monday).view.size() == 3u);
  for (const char* word : {"rust", "python"}) {
    BOOST_TEST_CONTEXT(word) {
      auto asked = request(monday + week);
      asked.profile.filter = word;
      const auto answered = must(answer(store, asked));
      BOOST_TEST(conferences(answered).size() == 1u);
      BOOST_TEST(answered.view.left_out.empty());
      BOOST_TEST(answered.view.number == 0);
    }
  }
  BOOST_TEST(!must(store.issue(profile.name, "2026-W49")).has_value());
  arrive({conference("Go", monday + 100 * day)}, monday + week);
  BOOST_TEST(conferences(issue(monday + week)) == Titles{"Go"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
