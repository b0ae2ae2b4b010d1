#include <fmt/format.h>

#include "library.hpp"

BOOST_AUTO_TEST_SUITE(digest_again, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
using From = DigestIssue::Origin;

BOOST_FIXTURE_TEST_CASE(running_twice_gives_the_same_bytes_with_the_same_number, Library) {
  arrive({conference("A", monday + 30 * day), post("P", monday - day)}, monday);
  const auto first = issue(monday), second = issue(monday + 2 * day);
  BOOST_TEST((first.origin == From::fresh));
  BOOST_TEST((second.origin == From::told));
  BOOST_TEST(first.view.number == 1);
  BOOST_TEST(second.view.number == 1);
  BOOST_TEST(first.view.size() == 2);
  BOOST_TEST(bytes_of(first.view) == bytes_of(second.view));
}

BOOST_FIXTURE_TEST_CASE(issue_stays_as_it_was_told_whatever_changed_since, Library) {
  arrive({conference("A first", monday + 30 * day)}, monday);
  const auto bytes = bytes_of(issue(monday).view);
  arrive({conference("A renamed", monday + 40 * day), conference("B", monday + 31 * day)}, monday + 60);
  BOOST_TEST(bytes_of(issue(monday + 120).view) == bytes);
  auto old = request(monday + 3 * week);
  old.of = "2026-W48";
  BOOST_TEST(bytes_of(must(make_issue(store, old)).view) == bytes);
}

BOOST_FIXTURE_TEST_CASE(what_arrives_late_comes_in_the_next_period, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  issue(monday);
  arrive({conference("Late", monday + 29 * day)}, monday + 60);
  BOOST_TEST(titles(issue(monday + 6 * day).view, SectionKind::conferences) == Titles{"A"},
             boost::test_tools::per_element());
  const auto next = issue(monday + week);
  BOOST_TEST(next.view.number == 2);
  BOOST_TEST(next.view.period_name == "2026-W49");
  BOOST_TEST(titles(next.view, SectionKind::conferences) == Titles{"Late"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(again_makes_the_issue_anew_under_its_number, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  issue(monday);
  arrive({conference("Late", monday + 29 * day)}, monday + 60);
  const auto anew = issue_again(monday + 120);
  BOOST_TEST((anew.origin == From::fresh));
  BOOST_TEST(anew.view.number == 1);
  BOOST_TEST(titles(anew.view, SectionKind::conferences) == (Titles{"Late", "A"}), boost::test_tools::per_element());
  BOOST_TEST(bytes_of(issue(monday + 180).view) == bytes_of(anew.view));
  BOOST_TEST(issue(monday + week).view.empty());
}

BOOST_FIXTURE_TEST_CASE(again_refuses_a_period_that_is_over, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  issue(monday);
  auto wanted = request(monday + week);
  wanted.of = "2026-W48";
  wanted.again = true;
  BOOST_TEST(!make_issue(store, wanted));
  wanted.again = false;
  wanted.of = "2026-W47";
  BOOST_TEST(!make_issue(store, wanted));
}

BOOST_FIXTURE_TEST_CASE(empty_issue_is_not_recorded_unless_wanted, Library) {
  const auto nothing = issue(monday);
  BOOST_TEST((nothing.origin == From::empty));
  BOOST_TEST(!must(store.last_issue("ml")));
  arrive({conference("A", monday + 30 * day)}, monday + 60);
  BOOST_TEST(issue(monday + 120).view.number == 1);
  auto wanted = request(monday + week);
  wanted.keep_empty = true;
  const auto kept = must(make_issue(store, wanted));
  BOOST_TEST((kept.origin == From::fresh));
  BOOST_TEST(kept.view.number == 2);
  BOOST_TEST(kept.view.empty());
  BOOST_TEST(must(store.last_issue("ml"))->number == 2);
}

BOOST_FIXTURE_TEST_CASE(preview_records_nothing, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  const auto shown = must(preview_issue(store, request(monday)));
  BOOST_TEST((shown.origin == From::shown));
  BOOST_TEST(shown.view.size() == 1);
  BOOST_TEST(!must(store.last_issue("ml")));
  BOOST_TEST(bytes_of(issue(monday).view) == bytes_of(shown.view));
}

BOOST_FIXTURE_TEST_CASE(profiles_are_told_apart, Library) {
  arrive({conference("A", monday + 30 * day)}, monday);
  issue(monday);
  profile = profile_named("web");
  const auto other = issue(monday + 60);
  BOOST_TEST(other.view.number == 1);
  BOOST_TEST(titles(other.view, SectionKind::conferences) == Titles{"A"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(number_goes_on_when_the_content_was_let_go, Library) {
  // Only the newest dozen of issues keep their content; older ones come back from their items.
  for (int n = 0; n < 15; ++n) {
    arrive({conference(fmt::format("E{}", n), monday + 300 * day + n)}, monday + n * week);
    BOOST_TEST_REQUIRE(issue(monday + n * week).view.number == n + 1);
  }
  auto old = request(monday + 15 * week);
  old.of = "2026-W48";
  const auto view = must(make_issue(store, old)).view;
  BOOST_TEST(view.number == 1);
  BOOST_TEST(titles(view, SectionKind::conferences) == Titles{"E0"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
