#include <almanac/time/calendar/recurrence.hpp>
#include <boost/test/unit_test.hpp>

#include "series.hpp"

BOOST_AUTO_TEST_SUITE(expansion, *boost::unit_test::label("unit"))

using series::between;
using series::entry;
using series::moment;
using series::replacing;
using series::starts;

BOOST_AUTO_TEST_CASE(keeps_the_wall_clock_across_daylight_saving) {
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20260322T190000", {"FREQ=WEEKLY;COUNT=2"}), "20260101", "20270101") ==
             "2026-03-22T18:00:00Z 2026-03-29T17:00:00Z");
  // 02:30 does not exist on 29 March: the offset before the gap; the next day it is 02:30 again.
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20260328T023000", {"FREQ=DAILY;COUNT=3"}), "20260101", "20270101") ==
             "2026-03-28T01:30:00Z 2026-03-29T01:30:00Z 2026-03-30T00:30:00Z");
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20260329T023000", {"FREQ=DAILY;COUNT=2"}), "20260101", "20270101") ==
             "2026-03-29T01:30:00Z 2026-03-30T00:30:00Z");
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20261024T023000", {"FREQ=DAILY;COUNT=3"}), "20260101", "20270101") ==
             "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z");
}

BOOST_AUTO_TEST_CASE(an_event_running_at_the_window_s_start_counts) {
  auto camp = entry("20260105", {"FREQ=MONTHLY"});
  camp.end = moment("20260108");
  BOOST_TEST(starts(camp, "20260207", "20260210") == "2026-02-05");
  BOOST_TEST(starts(camp, "20260208", "20260210") == "");
  BOOST_TEST(starts(camp, "20260206", "20260305") == "2026-02-05 2026-03-05");
  BOOST_TEST(starts(entry("20260105T090000Z"), "20260105T090000", "20260105T090000") == "2026-01-05T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(ends_follow_from_what_was_published) {
  const auto length = [](const almanac::Entry& e) {
    const auto expansion = almanac::expand(e, {}, {}, between("20260101", "20270101"));
    return expansion.occurrences.at(0).end - expansion.occurrences.at(0).start;
  };
  BOOST_TEST(length(entry("20260105")) == 86400);
  BOOST_TEST(length(entry("20260105T090000Z")) == 0);
  auto event = entry("20260105");
  event.end = moment("20260105");
  BOOST_TEST(length(event) == 86400);
  event = entry("20260105T090000Z");
  event.end = moment("20260105T103000Z");
  BOOST_TEST(length(event) == 5400);
  event.end = moment("20260105T080000Z");
  BOOST_TEST(length(event) == 0);
  event.end.reset();
  event.duration = 600;
  BOOST_TEST(length(event) == 600);
}

// RFC 5545 §3.8.5.3: the nominal duration applies to each instance.
BOOST_AUTO_TEST_CASE(days_of_a_duration_follow_the_clock_of_each_instance) {
  const auto lengths = [](std::int64_t duration, std::int64_t days) {
    auto event = entry("TZID=Europe/Berlin:20260328T120000", {"FREQ=DAILY;COUNT=3"});
    event.duration = duration;
    event.duration_days = days;
    event.recurrence.dates = {"TZID=Europe/Berlin:20261024T120000", "VALUE=PERIOD:20261101T000000Z/PT1H"};
    std::vector<std::int64_t> out;
    for (const auto& occurrence : almanac::expand(event, {}, {}, between("20260101", "20270101")).occurrences)
      out.push_back((occurrence.end - occurrence.start) / 3600);
    return out;
  };
  using Hours = std::vector<std::int64_t>;
  BOOST_TEST(lengths(86400, 0) == (Hours{24, 24, 24, 24, 1}), boost::test_tools::per_element());
  BOOST_TEST(lengths(86400, 1) == (Hours{23, 24, 24, 25, 1}), boost::test_tools::per_element());
  BOOST_TEST(lengths(93600, 1) == (Hours{25, 26, 26, 27, 1}), boost::test_tools::per_element());
}

// Exchange names instances by the midnight of their day.
BOOST_AUTO_TEST_CASE(a_midnight_without_an_instance_means_the_day) {
  const std::string zone = "TZID=Europe/Berlin:";
  auto series = entry(zone + "20260504T090000", {"FREQ=DAILY;COUNT=4"});
  series.recurrence.exceptions = {zone + "20260506T000000"};
  const auto moved = replacing(zone + "20260505T000000", zone + "20260505T150000");
  const auto window = between("20260501", "20260601");
  BOOST_TEST(starts(almanac::expand(series, {&moved}, {}, window)) ==
             "2026-05-04T07:00:00Z 2026-05-05T13:00:00Z 2026-05-07T07:00:00Z");
  // Where there may be one, only that is meant.
  auto nightly = entry("20260504T090000Z", {"FREQ=DAILY;BYHOUR=0,9;COUNT=4"});
  nightly.recurrence.exceptions = {":20260506T000000Z"};
  BOOST_TEST(starts(nightly, "20260501", "20260601") ==
             "2026-05-04T09:00:00Z 2026-05-05T00:00:00Z 2026-05-05T09:00:00Z");
  auto at_midnight = entry("20260504T000000Z", {"FREQ=DAILY;COUNT=3"});
  at_midnight.recurrence.exceptions = {":20260505T000000Z"};
  BOOST_TEST(starts(at_midnight, "20260501", "20260601") == "2026-05-04T00:00:00Z 2026-05-06T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_day_and_all_that_follow_move_as_the_day_does) {
  const std::string zone = "TZID=Europe/Berlin:";
  const auto series = entry(zone + "20260504T090000", {"FREQ=DAILY;COUNT=4"});
  auto later = replacing("20260505", zone + "20260505T100000");
  later.recurrence.this_and_future = true;
  BOOST_TEST(starts(almanac::expand(series, {&later}, {}, between("20260501", "20260601"))) ==
             "2026-05-04T07:00:00Z 2026-05-05T08:00:00Z 2026-05-06T08:00:00Z 2026-05-07T08:00:00Z");
}

BOOST_AUTO_TEST_CASE(leaves_out_excluded_dates_in_any_form) {
  const std::string want = "2026-01-05T08:00:00Z 2026-01-07T08:00:00Z";
  for (const std::string exdate : {"TZID=Europe/Berlin:20260106T090000", "20260106T080000Z", "20260106T090000",
                                   "VALUE=DATE:20260106", ":20260106Z", "EXDATE;VALUE=DATE:20260106",
                                   "TZID=America/New_York:20260106T030000", "VALUE=DATE:20260106,20260109"}) {
    auto daily = entry("TZID=Europe/Berlin:20260105T090000", {"FREQ=DAILY;COUNT=3"});
    daily.recurrence.exceptions = {exdate};
    BOOST_TEST_CONTEXT(exdate) BOOST_TEST(starts(daily, "20260101", "20270101") == want);
  }
  auto days = entry("20260105", {"FREQ=DAILY;COUNT=3"});
  days.recurrence.exceptions = {"20260106T000000Z"};
  BOOST_TEST(starts(days, "20260101", "20270101") == "2026-01-05 2026-01-07");
  days.recurrence.exceptions.clear();
  days.recurrence.exrules = {"FREQ=WEEKLY;BYDAY=TU,WE"};
  BOOST_TEST(starts(days, "20260101", "20270101") == "2026-01-05");
}

BOOST_AUTO_TEST_CASE(adds_listed_dates_and_periods) {
  auto event = entry("TZID=Europe/Berlin:20260105T090000");
  event.duration = 3600;
  event.recurrence.dates = {"TZID=Europe/Berlin:20260201T100000,20260202T100000", "20260301T000000Z",
                            "VALUE=DATE:20260401",
                            "VALUE=PERIOD:20260501T080000Z/PT2H,20260601T080000Z/20260601T110000Z"};
  const auto expansion = almanac::expand(event, {}, {}, between("20260101", "20270101"));
  BOOST_TEST(starts(expansion) ==
             "2026-01-05T08:00:00Z 2026-02-01T09:00:00Z 2026-02-02T09:00:00Z 2026-03-01T00:00:00Z 2026-04-01T07:00:00Z "
             "2026-05-01T08:00:00Z "
             "2026-06-01T08:00:00Z");
  BOOST_TEST(expansion.occurrences[5].end - expansion.occurrences[5].start == 7200);
  BOOST_TEST(expansion.occurrences[6].end - expansion.occurrences[6].start == 10800);
  event.recurrence.dates = {"20260230T000000", "rubbish"};
  const auto bad = almanac::expand(event, {}, {}, between("20260101", "20270101"));
  BOOST_TEST(starts(bad) == "2026-01-05T08:00:00Z");
  BOOST_TEST(bad.warnings.size() == 2);
}

BOOST_AUTO_TEST_CASE(an_end_in_utc_is_compared_as_an_instant) {
  // 09:00 in Berlin is 08:00Z: the end names the third instance exactly.
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20260105T090000", {"FREQ=DAILY;UNTIL=20260107T080000Z"}), "20260101",
                    "20270101") == "2026-01-05T08:00:00Z 2026-01-06T08:00:00Z 2026-01-07T08:00:00Z");
  BOOST_TEST(starts(entry("TZID=Europe/Berlin:20260105T090000", {"FREQ=DAILY;UNTIL=20260107T075959Z"}), "20260101",
                    "20270101") == "2026-01-05T08:00:00Z 2026-01-06T08:00:00Z");
}

BOOST_AUTO_TEST_CASE(several_rules_make_one_set) {
  BOOST_TEST(starts(entry("20260105", {"FREQ=DAILY;COUNT=2", "FREQ=DAILY;INTERVAL=2;COUNT=2"}), "20260101",
                    "20270101") == "2026-01-05 2026-01-06 2026-01-07");
}

BOOST_AUTO_TEST_CASE(a_bad_rule_leaves_the_start_and_the_other_dates) {
  auto event = entry("20260105", {"FREQ=DAILY;BYHOUR=77"});
  event.recurrence.dates = {"20260110"};
  const auto expansion = almanac::expand(event, {}, {}, between("20260101", "20270101"));
  BOOST_TEST(starts(expansion) == "2026-01-05 2026-01-10");
  BOOST_TEST_REQUIRE(expansion.warnings.size() == 1);
  BOOST_TEST(expansion.warnings[0].message.find("BYHOUR=77") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_start_is_an_instance_unless_the_rule_names_another_time_of_that_day) {
  const auto mondays = entry("TZID=Europe/Berlin:20260104T090000", {"FREQ=WEEKLY;BYDAY=MO;COUNT=2"});  // a Sunday
  BOOST_TEST(starts(mondays, "20260101", "20270101") ==
             "2026-01-04T08:00:00Z 2026-01-05T08:00:00Z 2026-01-12T08:00:00Z");
  const auto evenings = entry("TZID=Europe/Berlin:20260104T000000", {"FREQ=DAILY;BYHOUR=19;COUNT=2"});
  BOOST_TEST(starts(evenings, "20260101", "20270101") == "2026-01-04T18:00:00Z 2026-01-05T18:00:00Z");
  BOOST_TEST(starts(evenings, "20260103T230000", "20260103T230000") == "");
  auto listed = evenings;
  listed.recurrence.dates = {"TZID=Europe/Berlin:20260104T000000"};
  BOOST_TEST(starts(listed, "20260101", "20260105") == "2026-01-03T23:00:00Z 2026-01-04T18:00:00Z");
  BOOST_TEST(starts(entry("20260104T000000", {"FREQ=DAILY;BYHOUR=19;UNTIL=20260104T120000"}), "20260101", "20270101") ==
             "2026-01-04T00:00:00");
}

BOOST_AUTO_TEST_CASE(overrides_replace_their_instance) {
  struct Case {
    std::string_view id, start, want;
  };
  const Case cases[] = {
      {"TZID=Europe/Berlin:20260106T090000", "TZID=Europe/Berlin:20260106T110000",
       "2026-01-05T08:00:00Z 2026-01-06T10:00:00Z 2026-01-07T08:00:00Z"},
      {"20260106T080000Z", "20260108T080000Z", "2026-01-05T08:00:00Z 2026-01-07T08:00:00Z 2026-01-08T08:00:00Z"},
      {"20260106T090000", "TZID=Europe/Berlin:20260106T110000",
       "2026-01-05T08:00:00Z 2026-01-06T10:00:00Z 2026-01-07T08:00:00Z"},
      {"20260106", "TZID=Europe/Berlin:20260106T110000",
       "2026-01-05T08:00:00Z 2026-01-06T10:00:00Z 2026-01-07T08:00:00Z"},
      // Moved out of the window, and an instance that the rule does not know.
      {"20260106T080000Z", "20280101T080000Z", "2026-01-05T08:00:00Z 2026-01-07T08:00:00Z"},
      {"20260120T080000Z", "20260121T080000Z",
       "2026-01-05T08:00:00Z 2026-01-06T08:00:00Z 2026-01-07T08:00:00Z 2026-01-21T08:00:00Z"},
  };
  const auto master = entry("TZID=Europe/Berlin:20260105T090000", {"FREQ=DAILY;COUNT=3"});
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.id << " to " << c.start) {
      const auto other = replacing(c.id, c.start);
      const auto expansion = almanac::expand(master, {&other}, {}, between("20260101", "20270101"));
      BOOST_TEST(starts(expansion) == c.want);
      for (std::size_t i = 0; i < expansion.occurrences.size(); ++i)
        BOOST_TEST((expansion.occurrences[i].entry == &other) ==
                   (almanac::iso_text(*other.start) ==
                    almanac::iso_text(almanac::MomentKind::instant, expansion.occurrences[i].start)));
    }
}

BOOST_AUTO_TEST_CASE(a_moved_instance_keeps_the_id_of_the_one_it_stands_for) {
  const auto master = entry("20260105", {"FREQ=DAILY;COUNT=2"});
  const auto other = replacing("20260106", "20260110");
  const auto expansion = almanac::expand(master, {&other}, {}, between("20260101", "20270101"));
  BOOST_TEST(expansion.occurrences[0].recurrence_id() == "2026-01-05");
  BOOST_TEST(expansion.occurrences[1].recurrence_id() == "2026-01-06");
  BOOST_TEST(
      almanac::expand(entry("20260105"), {}, {}, between("20260101", "20270101")).occurrences[0].recurrence_id() == "");
}

BOOST_AUTO_TEST_CASE(a_cancelled_instance_stays_and_is_marked) {
  const auto master = entry("20260105", {"FREQ=DAILY;COUNT=3"});
  auto other = replacing("20260106", "20260106");
  other.status = almanac::EventStatus::cancelled;
  BOOST_TEST(starts(almanac::expand(master, {&other}, {}, between("20260101", "20270101"))) ==
             "2026-01-05 X2026-01-06 2026-01-07");
}

BOOST_AUTO_TEST_CASE(this_and_future_moves_the_rest_as_its_instance) {
  const auto master = entry("TZID=Europe/Berlin:20260326T180000", {"FREQ=DAILY;COUNT=5"});
  auto other = replacing("TZID=Europe/Berlin:20260328T180000", "TZID=Europe/Berlin:20260328T200000");
  other.recurrence.this_and_future = true;
  other.duration = 1800;
  const auto expansion = almanac::expand(master, {&other}, {}, between("20260101", "20270101"));
  BOOST_TEST(
      starts(expansion) ==
      "2026-03-26T17:00:00Z 2026-03-27T17:00:00Z 2026-03-28T19:00:00Z 2026-03-29T18:00:00Z 2026-03-30T18:00:00Z");
  BOOST_TEST(expansion.occurrences[4].end - expansion.occurrences[4].start == 1800);
  BOOST_TEST(expansion.occurrences[4].entry == &other);
  BOOST_TEST(expansion.occurrences[1].entry == &master);
}

BOOST_AUTO_TEST_CASE(an_override_without_a_master_is_one_event) {
  auto orphan = replacing("20260301T090000Z", "20260302T090000Z");
  orphan.recurrence.rules = {"FREQ=WEEKLY"};
  orphan.recurrence.dates = {"20260401T090000Z"};
  const std::vector<almanac::Entry> entries{orphan};
  const auto expansion = almanac::expand_all(entries, {}, between("20260101", "20270101"));
  BOOST_TEST(starts(expansion) == "2026-03-02T09:00:00Z");
  BOOST_TEST(expansion.occurrences.at(0).recurrence_id() == "2026-03-01T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(an_instance_that_was_moved_and_then_deleted_stays_away) {
  for (const std::string exdate : {"20260106T080000Z", "VALUE=DATE:20260106"}) {
    auto daily = entry("20260105T080000Z", {"FREQ=DAILY;COUNT=3"});
    daily.recurrence.exceptions = {exdate};
    const auto moved = replacing("20260106T080000Z", "20260109T080000Z");
    BOOST_TEST(starts(almanac::expand(daily, {&moved}, {}, between("20260101", "20270101"))) ==
               "2026-01-05T08:00:00Z 2026-01-07T08:00:00Z");
  }
}

BOOST_AUTO_TEST_CASE(groups_a_document_into_series) {
  std::vector<almanac::Entry> entries;
  entries.push_back(replacing("20260106", "20260107"));  // before its master
  entries.push_back(entry("20260105", {"FREQ=DAILY;COUNT=2"}));
  entries.push_back(replacing("20260106", "20260109"));  // the newer rival wins
  entries.back().sequence = 2;
  entries.push_back(replacing("20260301", "20260302"));  // an orphan
  entries.back().id = "orphan";
  for (int i = 0; i < 2; ++i) {  // without ids nothing belongs together
    entries.push_back(entry("20260601"));
    entries.back().id.clear();
  }
  const auto expansion = almanac::expand_all(entries, {}, between("20260101", "20270101"));
  BOOST_TEST(starts(expansion) == "2026-01-05 2026-01-09 2026-03-02 2026-06-01 2026-06-01");
  BOOST_TEST(expansion.occurrences[2].recurrence_id() == "2026-03-01");
  BOOST_TEST(expansion.occurrences[3].entry == &entries[4]);
  BOOST_TEST(expansion.occurrences[4].entry == &entries[5]);
}

BOOST_AUTO_TEST_CASE(of_masters_with_one_id_the_newest_stays_and_reused_ids_keep_all) {
  std::vector<almanac::Entry> versions{entry("20260105"), entry("20260106")};
  versions[0].sequence = 1;
  BOOST_TEST(starts(almanac::expand_all(versions, {}, between("20260101", "20270101"))) == "2026-01-05");
  versions[0].sequence = 0;
  BOOST_TEST(starts(almanac::expand_all(versions, {}, between("20260101", "20270101"))) == "2026-01-05 2026-01-06");
  std::vector<almanac::Entry> copies{entry("20260105"), entry("20260105")};
  BOOST_TEST(starts(almanac::expand_all(copies, {}, between("20260101", "20270101"))) == "2026-01-05");
}

BOOST_AUTO_TEST_CASE(shows_all_dates_of_an_entry_that_lists_several) {
  auto event = entry("20260105");
  event.more_dates = {{moment("20260201"), {}}, {moment("20260110T090000Z"), {}}, {moment("20280101"), {}}};
  BOOST_TEST(starts(event, "20260101", "20270101") == "2026-01-05 2026-01-10T09:00:00Z 2026-02-01");
}

BOOST_AUTO_TEST_CASE(a_budget_cuts_and_says_so) {
  const auto cut =
      almanac::expand(entry("20260105", {"FREQ=DAILY"}), {}, {}, between("20260101", "20270101"), {.instances = 3});
  BOOST_TEST(starts(cut) == "2026-01-05 2026-01-06 2026-01-07");
  BOOST_TEST((cut.cut != nullptr));
  const auto whole = almanac::expand(entry("20260105", {"FREQ=DAILY;COUNT=3"}), {}, {}, between("20260101", "20270101"),
                                     {.instances = 3});
  BOOST_TEST(!whole.cut);
  std::vector<almanac::Entry> many(10, entry("20260105", {"FREQ=DAILY"}));
  for (std::size_t i = 0; i < many.size(); ++i) many[i].id = std::to_string(i);
  const auto shared =
      almanac::expand_all(many, {}, between("20260101", "20270101"), {.instances = 100, .all_instances = 250});
  BOOST_TEST(shared.occurrences.size() == 250);
  BOOST_TEST((shared.cut == &many[0]));
}

BOOST_AUTO_TEST_CASE(an_unknown_zone_is_told) {
  auto event = entry("20260105T090000Z", {"FREQ=DAILY;COUNT=2"});
  event.start->zone = "Nowhere/Atall";
  const auto expansion = almanac::expand(event, {}, {}, between("20260101", "20270101"));
  BOOST_TEST(expansion.occurrences.size() == 2);
  BOOST_TEST_REQUIRE(expansion.warnings.size() == 1);
  BOOST_TEST(expansion.warnings[0].code == "unknown-zone");
}

BOOST_AUTO_TEST_CASE(a_task_with_a_due_time_only_repeats_by_it) {
  almanac::Entry task;
  task.id = "task";
  task.component = almanac::Component::vtodo;
  task.deadlines.push_back({almanac::DeadlineType::other, moment("20240331T215959Z"), {}, false});
  BOOST_TEST(starts(task, "20240101", "20270101") == "2024-03-31T21:59:59Z");
  task.recurrence.rules = {"FREQ=YEARLY"};
  BOOST_TEST(starts(task, "20250101", "20270101") == "2025-03-31T21:59:59Z 2026-03-31T21:59:59Z");
  // Elsewhere a deadline is no date of the event.
  task.component = almanac::Component::vevent;
  BOOST_TEST(starts(task, "20250101", "20270101") == "");
}

BOOST_AUTO_TEST_CASE(a_series_shows_each_further_date_once) {
  auto talks = entry("20260105", {"FREQ=WEEKLY;COUNT=2"});
  talks.more_dates.push_back({moment("20260301"), {}});
  BOOST_TEST(starts(talks, "20260101", "20270101") == "2026-01-05 2026-01-12 2026-03-01");
}

BOOST_AUTO_TEST_CASE(the_newest_master_stays_whatever_their_order) {
  auto newest = entry("20260303"), middle = entry("20260202"), oldest = entry("20260101");
  newest.sequence = 2;
  middle.sequence = 1;
  for (const auto& document : {std::vector{newest, middle, oldest}, std::vector{oldest, newest, middle},
                               std::vector{middle, oldest, newest}}) {
    const auto all = almanac::expand_all(document, {}, between("20260101", "20270101"));
    BOOST_TEST(starts(all) == "2026-03-03");
  }
}

BOOST_AUTO_TEST_CASE(undated_entries_have_no_occurrence) {
  almanac::Entry post;
  BOOST_TEST(almanac::expand(post, {}, {}, between("19700101", "99991231")).occurrences.empty());
  post.start = almanac::Moment{};
  BOOST_TEST(almanac::expand(post, {}, {}, between("19700101", "99991231")).occurrences.empty());
}

BOOST_AUTO_TEST_SUITE_END()
