#include "library.hpp"

BOOST_AUTO_TEST_SUITE(digest_news, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

Titles posts(const DigestIssue& issue) { return titles(issue.view, SectionKind::posts); }

/// `count` events of one name, an hour apart from `start` on.
std::vector<Event> many(const std::string& name, int count, std::int64_t start) {
  std::vector<Event> events;
  for (int n = 0; n < count; ++n) events.push_back(conference(name + std::to_string(n), start + n * 3600));
  return events;
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(first_issue_looks_back_a_week_for_posts, Library) {
  arrive({post("Recent", monday - 6 * day), post("Old", monday - 8 * day), post("Bare", {})}, monday);
  BOOST_TEST(posts(issue(monday)) == (Titles{"Bare", "Recent"}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(post_published_before_the_last_issue_but_fetched_after_it_is_told_once, Library) {
  arrive({post("First", monday - day)}, monday);
  BOOST_TEST(posts(issue(monday)) == Titles{"First"}, boost::test_tools::per_element());
  arrive({post("Late", monday - 5 * day), post("Ancient", monday - 60 * day), post("Undated", {})}, monday + day);
  BOOST_TEST(posts(issue(monday + week)) == (Titles{"Undated", "Late"}), boost::test_tools::per_element());
  BOOST_TEST(issue(monday + 2 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(post_of_this_very_second_is_told_once, Library) {
  arrive({post("Now", monday)}, monday);
  BOOST_TEST(posts(issue(monday)) == Titles{"Now"}, boost::test_tools::per_element());
  BOOST_TEST(issue(monday + week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(distant_event_is_told_however_many_told_ones_stand_before_it, Library) {
  profile.limits.conferences = 600;
  const std::int64_t start = monday + 60 * day;
  arrive(many("E", 500, start), monday);
  const auto first = issue(monday);
  BOOST_TEST(first.view.size() == 500u);
  profile.limits.conferences = 5;
  arrive({conference("Distant", start + 200 * day)}, monday + day);
  BOOST_TEST(titles(issue(monday + week).view, SectionKind::conferences) == Titles{"Distant"},
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(what_fell_over_a_limit_comes_up_again_until_all_is_told, Library) {
  profile.limits.conferences = 60;
  arrive(many("E", 150, monday + 60 * day), monday);
  std::size_t told = 0;
  for (int n = 0; n < 3; ++n) told += issue(monday + n * week).view.size();
  BOOST_TEST(told == 150u);
  BOOST_TEST(issue(monday + 3 * week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(distant_deadline_is_told_however_many_told_ones_close_before_it, Library) {
  profile.limits.deadlines = 150;
  profile.limits.conferences = 0;
  std::vector<Event> events = many("E", 120, monday + 200 * day);
  for (std::size_t n = 0; n < events.size(); ++n)
    events[n].deadlines = {
        Deadline{DeadlineType::paper, moment_at(monday + 22 * day + static_cast<int>(n)), {}, false}};
  arrive(events, monday);
  BOOST_TEST(issue(monday).view.size() == 120u);
  profile.limits.deadlines = 10;
  auto distant = conference("Distant", monday + 201 * day);
  distant.deadlines = {Deadline{DeadlineType::paper, moment_at(monday + 30 * day), {}, false}};
  arrive({distant}, monday + day);
  BOOST_TEST(titles(issue(monday + week).view, SectionKind::deadlines) == Titles{"Distant"},
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(change_is_told_however_many_changes_of_unknown_events_came_after_it, Library) {
  profile.filter = "city:Berlin";
  auto known = conference("Known", monday + 100 * day);
  known.city = "Berlin";
  arrive({known}, monday);
  BOOST_TEST(issue(monday).view.size() == 1u);
  arrive(many("E", 2500, monday + 60 * day), monday + 60);
  known.status = EventStatus::cancelled;
  arrive({known}, monday + day);
  arrive(many("E", 2500, monday + 61 * day), monday + 2 * day);
  BOOST_TEST(titles(issue(monday + week).view, SectionKind::changed) == Titles{"Known"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
