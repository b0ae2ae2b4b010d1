#include <almanac/time/calendar/recurrence.hpp>
#include <almanac/time/calendar/rule.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>

#include "series.hpp"

BOOST_AUTO_TEST_SUITE(rule, *boost::unit_test::label("unit"))

namespace {

/// Starts of a floating series, dates and hours only: "01-05T09 …".
std::string yields(std::string_view start, std::string rule, std::string_view to) {
  return series::starts(series::entry(start, {std::move(rule)}), "19700101", to);
}

}  // namespace

BOOST_AUTO_TEST_CASE(refuses_what_the_grammar_forbids_and_names_the_part) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "FREQ"},
      {"COUNT=3", "FREQ"},
      {"FREQ=FORTNIGHTLY", "FREQ"},
      {"FREQ=DAILY;INTERVAL=0", "INTERVAL"},
      {"FREQ=DAILY;INTERVAL=-1", "INTERVAL"},
      {"FREQ=DAILY;INTERVAL=99999999999", "INTERVAL"},
      {"FREQ=DAILY;COUNT=many", "COUNT"},
      {"FREQ=DAILY;UNTIL=tomorrow", "UNTIL"},
      {"FREQ=DAILY;UNTIL=20260230", "UNTIL"},
      {"FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY"},
      {"FREQ=MONTHLY;BYMONTHDAY=-32", "BYMONTHDAY"},
      {"FREQ=YEARLY;BYMONTH=13", "BYMONTH"},
      {"FREQ=YEARLY;BYMONTH=1,,2", "BYMONTH"},
      {"FREQ=YEARLY;BYDAY=54MO", "BYDAY"},
      {"FREQ=YEARLY;BYDAY=0MO", "BYDAY"},
      {"FREQ=WEEKLY;BYDAY=XX", "BYDAY"},
      {"FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO"},
      {"FREQ=YEARLY;BYYEARDAY=367", "BYYEARDAY"},
      {"FREQ=DAILY;BYHOUR=24", "BYHOUR"},
      {"FREQ=DAILY;BYHOUR=-1", "BYHOUR"},
      {"FREQ=DAILY;BYMINUTE=60", "BYMINUTE"},
      {"FREQ=DAILY;BYSETPOS=0", "BYSETPOS"},
      {"FREQ=WEEKLY;WKST=8", "WKST"},
      {"FREQ=DAILY;BYWODAN=1", "BYWODAN"},
      {"FREQ=DAILY;NONSENSE", "NONSENSE"},
      {"RSCALE=HEBREW;FREQ=YEARLY", "HEBREW"},
      {"RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=SIDEWAYS", "SKIP"},
      {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "BYMONTHDAY"},
      {"FREQ=YEARLY;BYMONTH=2,4;BYMONTHDAY=31", "BYMONTHDAY"},
      {"FREQ=SECONDLY;BYSETPOS=366", "BYSETPOS"},
      {"FREQ=MINUTELY;BYSECOND=0,30;BYHOUR=1,2,3;BYSETPOS=-3", "BYSETPOS"},
      {"FREQ=DAILY;BYHOUR=9,17;BYSETPOS=3,-4", "BYSETPOS"},
      {"FREQ=WEEKLY;BYDAY=MO;BYSETPOS=8", "BYSETPOS"},
  };
  for (const auto& [text, part] : cases) BOOST_TEST_CONTEXT(text) {
      const auto read = almanac::check_rule(text);
      BOOST_TEST_REQUIRE(read.has_error());
      BOOST_TEST(read.error().what.find(part) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(accepts_what_exporters_write) {
  for (const std::string_view text :
       {"FREQ=DAILY", "freq=weekly;byday=mo", "FREQ=WEEKLY;", "RRULE:FREQ=DAILY", " FREQ=DAILY ; COUNT=3 ",
        "FREQ=DAILY;X-NOTE=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;BYSECOND=60",
        "FREQ=MONTHLY;BYDAY=+1MO,-1SU", "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;SKIP=BACKWARD", "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=9,4",
        "FREQ=YEARLY;BYSETPOS=366", "FREQ=WEEKLY;BYDAY=;COUNT="})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(almanac::check_rule(text).has_value());
}

BOOST_AUTO_TEST_CASE(remarks_on_parts_that_were_ignored_or_filter) {
  for (const std::string_view text :
       {"FREQ=DAILY;COUNT=-1", "FREQ=DAILY;UNTIL=20260101;COUNT=1", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;BYYEARDAY=1",
        "FREQ=DAILY;UNTIL=", "FREQ=YEARLY;BYDAY=1MO;BYWEEKNO=20"}) {
    std::vector<std::string> remarks;
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(almanac::read_rule(text, &remarks).has_value());
      BOOST_TEST(remarks.size() == 1);
    }
  }
}

// What each part means (RFC 5545 §3.3.10): our own small examples.
BOOST_AUTO_TEST_CASE(yields_the_dates_the_standard_asks_for) {
  struct Case {
    std::string_view start;
    std::string rule;
    std::string_view to, want;
  };
  const Case cases[] = {
      {"20260105", "FREQ=DAILY;INTERVAL=10;COUNT=3", "20270101", "2026-01-05 2026-01-15 2026-01-25"},
      {"20260105", "FREQ=DAILY;UNTIL=20260107", "20270101", "2026-01-05 2026-01-06 2026-01-07"},
      {"20260105", "FREQ=WEEKLY;COUNT=3", "20270101", "2026-01-05 2026-01-12 2026-01-19"},
      {"20260106", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=MO", "20270101",
       "2026-01-06 2026-01-11 2026-01-20 2026-01-25"},
      {"20260106", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4;WKST=SU", "20270101",
       "2026-01-06 2026-01-18 2026-01-20 2026-02-01"},
      {"20260131", "FREQ=MONTHLY;COUNT=3", "20270101", "2026-01-31 2026-03-31 2026-05-31"},
      {"20260131", "FREQ=MONTHLY;COUNT=3;SKIP=BACKWARD;RSCALE=GREGORIAN", "20270101",
       "2026-01-31 2026-02-28 2026-03-31"},
      {"20260131", "FREQ=MONTHLY;COUNT=3;SKIP=FORWARD;RSCALE=GREGORIAN", "20270101",
       "2026-01-31 2026-03-01 2026-03-31"},
      {"20260113", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "20270101", "2026-01-13 2026-02-10 2026-03-10"},
      {"20260130", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "20270101", "2026-01-30 2026-02-27 2026-03-27"},
      {"20260130", "FREQ=MONTHLY;BYDAY=5FR;COUNT=3", "20270101", "2026-01-30 2026-05-29 2026-07-31"},
      {"20260131", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "20270101", "2026-01-31 2026-02-28 2026-03-31"},
      {"20260213", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "20270101", "2026-02-13 2026-03-13 2026-11-13"},
      {"20260130", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "20270101",
       "2026-01-30 2026-02-27 2026-03-31"},
      {"20240229", "FREQ=YEARLY;COUNT=3", "20400101", "2024-02-29 2028-02-29 2032-02-29"},
      {"20240229", "FREQ=YEARLY;COUNT=3;SKIP=BACKWARD;RSCALE=GREGORIAN", "20400101",
       "2024-02-29 2025-02-28 2026-02-28"},
      {"20261126", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "20400101", "2026-11-26 2027-11-25"},
      {"20260518", "FREQ=YEARLY;BYDAY=20MO;COUNT=2", "20400101", "2026-05-18 2027-05-17"},
      {"20261228", "FREQ=YEARLY;BYDAY=-1MO;COUNT=2", "20400101", "2026-12-28 2027-12-27"},
      {"20260511", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2", "20400101", "2026-05-11 2027-05-17"},
      {"20260101", "FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=3", "20400101", "2026-01-01 2026-12-31 2027-01-01"},
      // A yearly rule that names its own day of the month stays in its month.
      {"20260415", "FREQ=YEARLY;BYMONTHDAY=15;COUNT=2", "20400101", "2026-04-15 2027-04-15"},
      {"20260415", "FREQ=YEARLY;BYMONTHDAY=15;BYSETPOS=-1;COUNT=2", "20400101", "2026-04-15 2026-12-15 2027-12-15"},
      {"20260105T090000", "FREQ=DAILY;BYHOUR=9,17;COUNT=3", "20270101",
       "2026-01-05T09:00:00 2026-01-05T17:00:00 2026-01-06T09:00:00"},
      {"20260105T090000", "FREQ=HOURLY;INTERVAL=3;UNTIL=20260105T150000", "20270101",
       "2026-01-05T09:00:00 2026-01-05T12:00:00 2026-01-05T15:00:00"},
      {"20260105T220000", "FREQ=HOURLY;BYHOUR=22,23;COUNT=3", "20270101",
       "2026-01-05T22:00:00 2026-01-05T23:00:00 2026-01-06T22:00:00"},
      {"20260105T090000", "FREQ=MINUTELY;INTERVAL=90;COUNT=2", "20270101", "2026-01-05T09:00:00 2026-01-05T10:30:00"},
      {"20260105T090000", "FREQ=SECONDLY;BYSECOND=0;BYMINUTE=0;BYHOUR=9;COUNT=2", "20270101",
       "2026-01-05T09:00:00 2026-01-06T09:00:00"},
      {"20260105", "FREQ=DAILY;BYHOUR=9,17;COUNT=2", "20270101", "2026-01-05 2026-01-06"},
      // The end has passed before the beginning: the start stays.
      {"20260105", "FREQ=DAILY;UNTIL=20250101", "20270101", "2026-01-05"},
      // The start counts though its rule does not name it.
      {"20260105", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "20270101", "2026-01-05 2026-01-06 2026-01-13"},
      // A date as the end of times: that whole day.
      {"20260105T200000", "FREQ=DAILY;UNTIL=20260106", "20270101", "2026-01-05T20:00:00 2026-01-06T20:00:00"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.start << " " << c.rule) BOOST_TEST(yields(c.start, c.rule, c.to) == c.want);
}

BOOST_AUTO_TEST_CASE(a_window_far_from_the_start_sees_what_a_walk_from_there_would) {
  for (const std::string rule :
       {"FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,MO",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31;SKIP=FORWARD", "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29", "FREQ=HOURLY;INTERVAL=7", "FREQ=MINUTELY;INTERVAL=1441",
        "FREQ=DAILY;COUNT=20000", "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=3000", "FREQ=HOURLY;INTERVAL=25;COUNT=9000",
        "FREQ=DAILY;BYHOUR=1,2;COUNT=19999"}) {
    const auto master = series::entry("19990103T010000", {rule});
    const almanac::ExpansionBudget ample{.instances = 1'000'000, .steps = 100'000'000};
    const auto whole = series::starts(almanac::expand(master, {}, {}, series::between("19990101", "20281231"), ample));
    const auto late = series::starts(almanac::expand(master, {}, {}, series::between("20251001", "20281231"), ample));
    BOOST_TEST_CONTEXT(rule) {
      BOOST_TEST(whole.ends_with(late));
      BOOST_TEST(whole.substr(0, whole.size() - late.size()).find(" 2025-10") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_rule_ends) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string rule :
       {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=30;COUNT=3",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1;COUNT=3", "FREQ=HOURLY;INTERVAL=24;BYHOUR=3;COUNT=1",
        "FREQ=YEARLY;BYMONTH=1;BYYEARDAY=366;COUNT=1", "FREQ=YEARLY;INTERVAL=999999999;COUNT=2",
        "FREQ=SECONDLY;INTERVAL=999999999;COUNT=900000000", "FREQ=DAILY;BYSETPOS=366;COUNT=1"}) {
    const auto expansion =
        almanac::expand(series::entry("20260101T090000", {rule}), {}, {}, series::between("20260101", "99991231"));
    BOOST_TEST_CONTEXT(rule) {
      BOOST_TEST(!expansion.occurrences.empty());
      BOOST_TEST(series::starts(expansion).starts_with("2026-01-01T09:00:00"));
    }
  }
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds{5}));
}

BOOST_AUTO_TEST_CASE(says_which_rule_was_refused_or_cut) {
  const auto window = series::between("20260101", "99991231");
  const auto refused =
      almanac::expand(series::entry("20260101T090000", {"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"}), {}, {}, window);
  BOOST_TEST_REQUIRE(refused.warnings.size() == 1);
  BOOST_TEST(refused.warnings[0].code == "bad-rule");
  BOOST_TEST(refused.warnings[0].message.find("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30") != std::string::npos);
  BOOST_TEST(!refused.cut);
  const auto cut = almanac::expand(series::entry("20260101T090000", {"FREQ=SECONDLY;INTERVAL=60;BYSECOND=30;COUNT=3"}),
                                   {}, {}, window);
  BOOST_TEST_REQUIRE(cut.warnings.size() == 1);
  BOOST_TEST(cut.warnings[0].code == "rule-cut");
  BOOST_TEST((cut.cut != nullptr));
}

BOOST_AUTO_TEST_SUITE_END()
