#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_select, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(event_stands_in_the_first_section_that_takes_it) {
  auto input = input_at_noon();
  input.closing = {closing(1, "A", noon + day)};
  input.competitions = {candidate(1, "A", noon + day), candidate(2, "B", noon + day)};
  input.conferences = {candidate(2, "B", noon + day), candidate(3, "C", noon + day)};
  input.changed = {changed(told(candidate(3, "C", noon + day), 7)), changed(told(candidate(4, "D", noon), 7))};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(titles(view, SectionKind::deadlines) == Titles{"A"}, boost::test_tools::per_element());
  BOOST_TEST(titles(view, SectionKind::competitions) == Titles{"B"}, boost::test_tools::per_element());
  BOOST_TEST(titles(view, SectionKind::conferences) == Titles{"C"}, boost::test_tools::per_element());
  BOOST_TEST(titles(view, SectionKind::changed) == Titles{"D"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(event_with_two_deadlines_is_told_with_both) {
  auto input = input_at_noon();
  input.closing = {closing(1, "abstract", noon + day), closing(1, "paper", noon + 8 * day)};
  BOOST_TEST(titles(select_digest(std::move(input)), SectionKind::deadlines) == (Titles{"abstract", "paper"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(event_that_two_questions_found_stands_once) {
  auto input = input_at_noon();
  input.conferences = {candidate(1, "A", noon + day), candidate(1, "A", noon + day)};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(view.size() == 1u);
  BOOST_TEST(view.left_out.empty());
}

BOOST_AUTO_TEST_CASE(what_was_told_with_the_same_facts_is_left_out_until_repeat_after) {
  struct Case {
    const char* about;
    int days_ago;
    bool same, shown;
  };
  for (const auto& c : {Case{"told last week", 7, true, false}, Case{"told with other facts", 7, false, true},
                        Case{"a day before the time", 91, true, false}, Case{"on the day", 92, true, true}}) {
    BOOST_TEST_CONTEXT(c.about) {
      auto input = input_at_noon();
      input.conferences = {told(candidate(1, "A", noon + day), c.days_ago, c.same)};
      const auto view = select_digest(std::move(input));
      BOOST_TEST(view.size() == (c.shown ? 1u : 0u));
      BOOST_TEST(left_out(view, "told before and unchanged") == (c.shown ? 0u : 1u));
    }
  }
}

BOOST_AUTO_TEST_CASE(told_at_an_unknown_time_counts_as_just_now) {
  auto input = input_at_noon();
  input.conferences = {told(candidate(1, "A", noon + day), 400)};
  input.conferences[0].told_at.reset();
  BOOST_TEST(select_digest(std::move(input)).empty());
}

BOOST_AUTO_TEST_CASE(deadline_within_two_weeks_is_told_again) {
  for (const auto& [distance, shown] : {std::pair{14 * day, true}, std::pair{14 * day + 1, false}}) {
    BOOST_TEST_CONTEXT("closes in " << distance << " s") {
      auto input = input_at_noon();
      input.closing = {told(closing(1, "A", noon + distance), 7)};
      BOOST_TEST(select_digest(std::move(input)).size() == (shown ? 1u : 0u));
    }
  }
}

BOOST_AUTO_TEST_CASE(deadline_without_a_zone_closes_with_the_day_anywhere_on_earth) {
  auto input = input_at_noon();
  auto one = closing(1, "A", noon);
  // Midnight of the 9th: the day ends 36 hours later at UTC-12, beyond the two weeks that end on the 9th at noon.
  one.deadline->at = {
      MomentKind::date, Precision::day, Provenance::structured, false, noon + 13 * day + day / 2, {}, {}};
  input.closing = {told(one, 7)};
  BOOST_TEST(select_digest(std::move(input)).empty());
}

BOOST_AUTO_TEST_CASE(cancelled_stands_only_under_changed_and_only_if_known) {
  for (const auto status : {EventStatus::cancelled, EventStatus::withdrawn}) {
    BOOST_TEST_CONTEXT(to_text(status)) {
      const auto off = [status](std::int64_t id, const char* title) {
        auto made = changed(candidate(id, title, noon + day));
        made.listed.event.status = status;
        return made;
      };
      auto input = input_at_noon();
      auto starred = off(3, "starred"), going = off(4, "going");
      starred.listed.marks.starred = true;
      going.listed.marks.going = true;
      input.conferences = {off(1, "never told"), told(off(2, "told"), 7)};
      input.changed = {off(1, "never told"), told(off(2, "told"), 7), starred, going};
      const auto view = select_digest(std::move(input));
      BOOST_TEST(titles(view, SectionKind::conferences).empty());
      BOOST_TEST(titles(view, SectionKind::changed) == (Titles{"going", "starred", "told"}),
                 boost::test_tools::per_element());
      // Each once: what stands under `changed` is not left out.
      BOOST_TEST(left_out(view, "cancelled") == 1u);
      BOOST_TEST(left_out(view, "changed, but never told before") == 0u);
    }
  }
}

BOOST_AUTO_TEST_CASE(changes_of_what_is_over_are_not_told) {
  auto input = input_at_noon();
  auto over = changed(told(candidate(1, "over", noon - day), 7)),
       starred = changed(candidate(2, "starred", noon - day));
  starred.listed.marks.starred = true;
  input.changed = {over, starred, changed(told(candidate(3, "ahead", noon + day), 7))};
  const auto view = select_digest(input);
  BOOST_TEST(titles(view, SectionKind::changed) == Titles{"ahead"}, boost::test_tools::per_element());
  BOOST_TEST(left_out(view, "changed, but over") == 2u);
}

BOOST_AUTO_TEST_CASE(cancelled_instance_of_a_series_is_not_announced) {
  auto input = input_at_noon();
  input.conferences = {candidate(1, "A", noon + day)};
  input.conferences[0].listed.shown->status = EventStatus::cancelled;
  const auto view = select_digest(std::move(input));
  BOOST_TEST(view.empty());
  BOOST_TEST(left_out(view, "cancelled") == 1u);
}

BOOST_AUTO_TEST_CASE(what_the_reader_hid_is_never_told) {
  auto input = input_at_noon();
  auto a = closing(1, "A", noon + day), b = changed(told(candidate(2, "B", noon + day), 7));
  a.listed.marks.hidden = b.listed.marks.hidden = true;
  input.closing = {a};
  input.changed = {b};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(view.empty());
  BOOST_TEST(left_out(view, "hidden by you") == 2u);
}

BOOST_AUTO_TEST_CASE(changes_stand_with_the_item_in_whatever_section) {
  auto input = input_at_noon();
  input.conferences = {changed(candidate(1, "A", noon + day))};
  const auto view = select_digest(std::move(input));
  BOOST_REQUIRE(view.size() == 1u);
  BOOST_TEST(view.sections[2].groups[0].items[0].changes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_was_told_and_changed_since_is_nothing_new) {
  for (const bool also_found_as_changed : {true, false}) {
    BOOST_TEST_CONTEXT(also_found_as_changed) {
      auto input = input_at_noon();
      const auto moved = changed(told(candidate(1, "A", noon + day), 7, false));
      input.conferences = {moved, candidate(2, "B", noon + day)};
      input.competitions = {moved};
      if (also_found_as_changed) input.changed = {moved};
      const auto view = select_digest(std::move(input));
      BOOST_TEST(titles(view, SectionKind::competitions).empty());
      BOOST_TEST(titles(view, SectionKind::conferences) == Titles{"B"}, boost::test_tools::per_element());
      BOOST_TEST_REQUIRE(titles(view, SectionKind::changed) == Titles{"A"}, boost::test_tools::per_element());
      BOOST_TEST(view.sections[3].groups[0].items[0].changes.size() == 1u);
      BOOST_TEST(view.left_out.empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(later_date_of_a_series_that_changed_is_not_over) {
  auto input = input_at_noon();
  auto series = changed(told(candidate(1, "A", noon - 90 * day), 7, false));
  series.listed.shown->start = noon + day;
  series.listed.shown->end = noon + day + 3600;
  input.conferences = {series};
  BOOST_TEST(titles(select_digest(std::move(input)), SectionKind::changed) == Titles{"A"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(count_that_ended_early_says_so) {
  auto input = input_at_noon();
  input.profile.limits.conferences = 1;
  input.conferences = {candidate(1, "A", noon + day), candidate(2, "B", noon + day)};
  input.further = {{EventId{3}, SectionKind::conferences, false}};
  input.counted_in_part = {SectionKind::conferences};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(left_out(view, "over the limit of 1 conferences, and more that were not counted") == 2u);
}

BOOST_AUTO_TEST_CASE(every_event_is_told_or_counted_once) {
  auto input = input_at_noon();
  input.profile.limits.deadlines = input.profile.limits.conferences = 1;
  input.closing = {closing(1, "A", noon + day), closing(1, "A", noon + 2 * day), closing(2, "B", noon + 3 * day)};
  input.conferences = {candidate(1, "A", noon + day), candidate(2, "B", noon + day), candidate(3, "C", noon + 2 * day),
                       told(candidate(4, "D", noon + day), 7)};
  for (std::int64_t id = 1; id <= 9; ++id) input.further.push_back({EventId{id}, SectionKind::conferences, id == 9});
  const auto view = select_digest(std::move(input));
  BOOST_TEST(titles(view, SectionKind::deadlines) == Titles{"A"}, boost::test_tools::per_element());
  BOOST_TEST(titles(view, SectionKind::conferences) == Titles{"B"}, boost::test_tools::per_element());
  BOOST_TEST(left_out(view, "told before and unchanged") == 2u);
  BOOST_TEST(left_out(view, "over the limit of 1 conferences") == 5u);
  BOOST_TEST(view.left_out.size() == 2u);
}

BOOST_AUTO_TEST_CASE(change_of_a_deadline_stands_beside_that_deadline) {
  auto input = input_at_noon();
  auto abstract = closing(1, "abstract", noon + day), paper = closing(1, "paper", noon + 8 * day);
  abstract.deadline->type = DeadlineType::abstract;
  const auto after = iso_text(paper.deadline->at) + " AoE";
  abstract.changes = {{EventChange::What::extended, "paper", "2026-11-30T11:59:00Z AoE", after, at(noon), "Feed"},
                      {EventChange::What::place, {}, "Paris", "Berlin", at(noon), "Feed"}};
  paper.changes = abstract.changes;
  input.closing = {paper, abstract};
  const auto view = select_digest(std::move(input));
  const auto& items = view.sections[0].groups[0].items;
  BOOST_TEST_REQUIRE(items.size() == 2u);
  BOOST_TEST_REQUIRE(items[0].changes.size() == 1u);
  BOOST_TEST((items[0].changes[0].kind == EventChange::What::place));
  BOOST_TEST_REQUIRE(items[1].changes.size() == 1u);
  BOOST_TEST(items[1].changes[0].after == after);
}

BOOST_AUTO_TEST_CASE(section_keeps_its_best_and_shows_them_by_date) {
  auto input = input_at_noon();
  input.profile.limits.conferences = 2;
  input.conferences = {candidate(1, "soon", noon + day), candidate(2, "later", noon + 100 * day),
                       candidate(3, "starred", noon + 200 * day)};
  input.conferences[2].listed.marks.starred = true;
  const auto view = select_digest(std::move(input));
  BOOST_TEST(titles(view, SectionKind::conferences) == (Titles{"soon", "starred"}), boost::test_tools::per_element());
  BOOST_TEST(left_out(view, "over the limit of 2 conferences") == 1u);
}

BOOST_AUTO_TEST_CASE(what_fell_over_a_limit_may_stand_in_a_later_section) {
  auto input = input_at_noon();
  input.profile.limits.deadlines = 1;
  input.closing = {closing(1, "A", noon + day), closing(2, "B", noon + 2 * day)};
  input.conferences = {candidate(1, "A", noon + day), candidate(2, "B", noon + 2 * day)};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(titles(view, SectionKind::deadlines) == Titles{"A"}, boost::test_tools::per_element());
  BOOST_TEST(titles(view, SectionKind::conferences) == Titles{"B"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(limit_of_nothing_leaves_the_section_out) {
  auto input = input_at_noon();
  input.profile.limits = {0, 0, 0, 0, 0};
  input.closing = {closing(1, "A", noon + day)};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(view.sections.empty());
  BOOST_TEST(view.empty());
}

BOOST_AUTO_TEST_CASE(sections_stand_in_the_order_of_the_profile) {
  auto input = input_at_noon();
  input.profile.sections = {SectionKind::posts, SectionKind::conferences};
  input.profile.limits.deadlines = input.profile.limits.competitions = input.profile.limits.changed = 0;
  input.conferences = {candidate(1, "A", noon + day)};
  const auto view = select_digest(std::move(input));
  BOOST_TEST_REQUIRE(view.sections.size() == 2u);
  BOOST_TEST((view.sections[0].kind == SectionKind::posts));
  BOOST_TEST((view.sections[1].kind == SectionKind::conferences));
}

BOOST_AUTO_TEST_CASE(topic_of_interest_raises_the_rank_and_is_named) {
  auto input = input_at_noon();
  input.profile.limits.conferences = 1;
  input.conferences = {candidate(1, "soon", noon + day), candidate(2, "of interest", noon + 100 * day)};
  input.conferences[1].interests = {"machine learning"};
  auto ignored = input;
  ignored.profile.weights.topic = 0;
  const auto view = select_digest(std::move(input));
  BOOST_TEST_REQUIRE(titles(view, SectionKind::conferences) == Titles{"of interest"}, boost::test_tools::per_element());
  BOOST_TEST(view.sections[2].groups[0].items[0].why.front() == "about machine learning");
  BOOST_TEST(titles(select_digest(std::move(ignored)), SectionKind::conferences) == Titles{"soon"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(posts_that_many_answer_stand_first_and_say_how_many) {
  auto input = input_at_noon();
  input.posts = {candidate(1, "new", noon), candidate(2, "popular", noon - 5 * day), candidate(3, "one", noon - day)};
  input.posts[1].comments = 420;
  input.posts[2].comments = 1;
  auto ignored = input;
  ignored.profile.weights.popular = 0;
  const auto view = select_digest(std::move(input));
  BOOST_TEST_REQUIRE(titles(view, SectionKind::posts) == (Titles{"popular", "one", "new"}),
                     boost::test_tools::per_element());
  const auto& items = view.sections.back().groups[0].items;
  BOOST_TEST(items[0].why.front() == "420 comments");
  BOOST_TEST(items[1].why.front() == "1 comment");
  BOOST_TEST(items[2].why.front() == "from Feed");
  BOOST_TEST(titles(select_digest(std::move(ignored)), SectionKind::posts) == (Titles{"new", "one", "popular"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(posts_stand_by_rank_best_first) {
  auto input = input_at_noon();
  const auto post = [](std::int64_t id, const char* title, std::int64_t published) {
    auto made = candidate(id, title, 0);
    made.listed.shown.reset();
    made.listed.event.when.reset();
    made.listed.event.published = at(published);
    return made;
  };
  input.posts = {post(1, "newest", noon - 60), post(2, "older", noon - 3 * day), post(3, "matched", noon - 5 * day)};
  input.posts[2].matched = {"“rust”"};
  BOOST_TEST(titles(select_digest(std::move(input)), SectionKind::posts) == (Titles{"matched", "newest", "older"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(conferences_stand_in_weeks_and_what_runs_in_this_one) {
  auto input = input_at_noon();
  input.conferences = {candidate(1, "next", noon + 7 * day), candidate(2, "runs", noon - 20 * day),
                       candidate(3, "new year", noon + 36 * day)};
  const auto view = select_digest(std::move(input));
  const auto& groups = view.sections[2].groups;
  BOOST_REQUIRE(groups.size() == 3u);
  BOOST_TEST(groups[0].heading == "Week 48 · 23–29 November");
  BOOST_TEST(groups[1].heading == "Week 49 · 30 November – 6 December");
  BOOST_TEST(groups[2].heading == "Week 53 · 28 December 2026 – 3 January 2027");
}

BOOST_AUTO_TEST_CASE(week_is_that_of_the_readers_clock) {
  auto input = input_at_noon();
  input.zone = *Zone::find("Asia/Tokyo");
  // Sunday 2026-11-29T16:00Z is Monday there; an all-day event stays on its day.
  auto day_long = candidate(2, "all day", noon);
  day_long.listed.shown = Occurrence{MomentKind::date, noon + 3 * day + day / 2 + day / 2, 0, {}, {}, {}};
  day_long.listed.shown->start = noon - day / 2 + 4 * day;  // Sunday
  input.conferences = {candidate(1, "evening", noon + 4 * day + 4 * 3600), day_long};
  const auto view = select_digest(std::move(input));
  const auto& groups = view.sections[2].groups;
  BOOST_REQUIRE(groups.size() == 2u);
  BOOST_TEST(groups[0].items[0].listed.event.title == "all day");
  BOOST_TEST(groups[1].heading == "Week 49 · 30 November – 6 December");
}

BOOST_AUTO_TEST_CASE(each_item_says_why) {
  auto input = input_at_noon();
  auto a = told(changed(candidate(1, "A", noon + day)), 7);
  a.matched = {"“machine learning”", "kind:conference"};
  a.listed.marks.starred = a.listed.marks.going = true;
  a.listed.sources = {"First", "Second", "Third"};
  input.changed = {a};
  auto b = candidate(2, "B", noon + day);
  b.listed.sources.clear();
  input.conferences = {b};
  const auto view = select_digest(std::move(input));
  const auto& told_item = view.sections[3].groups[0].items[0];
  BOOST_TEST(told_item.why == (Titles{"matches “machine learning”", "matches kind:conference", "you starred it",
                                      "you are going", "told before", "from First"}),
             boost::test_tools::per_element());
  BOOST_TEST(told_item.also_in == (Titles{"Second", "Third"}), boost::test_tools::per_element());
  BOOST_TEST(view.sections[2].groups[0].items[0].why == Titles{"the profile takes everything"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(frame_names_profile_period_and_zone) {
  auto input = input_at_noon();
  input.number = 7;
  input.broken = {{"Feed", "https://example.org/feed", "404 Not Found", std::nullopt, 3}};
  const auto view = select_digest(std::move(input));
  BOOST_TEST(view.title == "ml");
  BOOST_TEST(view.period_name == "2026-W48");
  BOOST_TEST(view.period_text == "23–29 November 2026");
  BOOST_TEST(view.number == 7);
  BOOST_TEST((view.made == at(noon)));
  BOOST_TEST(view.zone == "UTC");
  BOOST_TEST(view.broken.size() == 1u);
  BOOST_TEST(view.sections.size() == 5u);
}

BOOST_AUTO_TEST_CASE(order_of_candidates_does_not_matter) {
  auto input = input_at_noon();
  for (int i = 1; i <= 40; ++i) input.conferences.push_back(candidate(i, "same title", noon + day * (i % 3)));
  input.profile.limits.conferences = 40;
  auto turned = input;
  std::reverse(turned.conferences.begin(), turned.conferences.end());
  BOOST_TEST((select_digest(std::move(input)) == select_digest(std::move(turned))));
}

BOOST_AUTO_TEST_CASE(section_words_are_read_back) {
  for (const auto kind : {SectionKind::deadlines, SectionKind::competitions, SectionKind::conferences,
                          SectionKind::changed, SectionKind::posts})
    BOOST_TEST((section_from(section_word(kind)) == kind));
  BOOST_TEST(!section_from("new"));
  BOOST_TEST(!section_from(""));
}

BOOST_AUTO_TEST_SUITE_END()
