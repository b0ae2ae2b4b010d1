#include <almanac/digest/period.hpp>
#include <almanac/model/moment.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(digest_period, *boost::unit_test::label("unit"))

using namespace almanac;
using std::chrono::sys_days;
using namespace std::chrono_literals;

namespace {

sys_seconds utc(int y, unsigned m, unsigned d, int hour = 0, int minute = 0) {
  return sys_days{std::chrono::year{y} / m / d} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}
std::string text(sys_seconds time) { return iso_text(MomentKind::instant, time.time_since_epoch().count()); }
Zone zone(const char* name) { return *Zone::find(name); }

}  // namespace

BOOST_AUTO_TEST_CASE(weeks_are_named_as_iso_8601_says) {
  struct Case {
    sys_seconds day;
    const char* name;
  };
  for (const auto& c :
       {Case{utc(2026, 11, 23), "2026-W48"}, Case{utc(2026, 11, 29, 23, 59), "2026-W48"},
        Case{utc(2026, 11, 30), "2026-W49"}, Case{utc(2020, 12, 31), "2020-W53"}, Case{utc(2021, 1, 3), "2020-W53"},
        Case{utc(2021, 1, 4), "2021-W01"}, Case{utc(2026, 12, 28), "2026-W53"}, Case{utc(2027, 1, 3), "2026-W53"},
        Case{utc(2024, 12, 30), "2025-W01"}, Case{utc(2023, 1, 1), "2022-W52"}, Case{utc(2004, 12, 26), "2004-W52"},
        Case{utc(2005, 1, 1), "2004-W53"}})
    BOOST_TEST_CONTEXT(text(c.day)) { BOOST_TEST(period_at(PeriodLength::week, c.day, {}).name == c.name); }
}

BOOST_AUTO_TEST_CASE(every_week_of_four_centuries_follows_its_neighbour) {
  auto week = period_at(PeriodLength::week, utc(1900, 1, 1), {});
  for (int i = 0; i < 400 * 53; ++i) {
    const auto next = shift_period(week, 1, {});
    if (next.from != week.to || shift_period(next, -1, {}) != week || period_named(next.name, {}) != next)
      BOOST_FAIL(next.name << " does not follow " << week.name);
    week = next;
  }
  BOOST_TEST((week.from > utc(2300, 1, 1)));
}

BOOST_AUTO_TEST_CASE(days_and_months_are_named_by_the_calendar) {
  const auto day = period_at(PeriodLength::day, utc(2026, 2, 28, 13), {});
  BOOST_TEST(day.name == "2026-02-28");
  BOOST_TEST(text(day.from) == "2026-02-28T00:00:00Z");
  BOOST_TEST(text(day.to) == "2026-03-01T00:00:00Z");
  const auto month = period_at(PeriodLength::month, utc(2028, 2, 29), {});
  BOOST_TEST(month.name == "2028-02");
  BOOST_TEST(text(month.to) == "2028-03-01T00:00:00Z");
  BOOST_TEST(shift_period(month, -2, {}).name == "2027-12");
  BOOST_TEST(shift_period(month, 11, {}).name == "2029-01");
  BOOST_TEST(shift_period(day, 1, {}).name == "2026-03-01");
}

BOOST_AUTO_TEST_CASE(the_readers_clock_says_which_day_it_is) {
  const auto evening = utc(2026, 11, 29, 23, 30);  // Monday in Berlin
  BOOST_TEST(period_at(PeriodLength::week, evening, zone("Europe/Berlin")).name == "2026-W49");
  BOOST_TEST(period_at(PeriodLength::week, evening, zone("America/New_York")).name == "2026-W48");
  BOOST_TEST(text(period_at(PeriodLength::week, evening, zone("Europe/Berlin")).from) == "2026-11-29T23:00:00Z");
}

BOOST_AUTO_TEST_CASE(a_week_with_a_change_of_clocks_has_its_own_length) {
  struct Case {
    const char* zone;
    sys_seconds inside;
    std::chrono::seconds length;
  };
  for (const auto& c : {Case{"Europe/Berlin", utc(2026, 3, 25), 167h}, Case{"Europe/Berlin", utc(2026, 10, 21), 169h},
                        Case{"Europe/Berlin", utc(2026, 11, 25), 168h}, Case{"America/New_York", utc(2026, 3, 4), 167h},
                        Case{"Australia/Lord_Howe", utc(2026, 10, 1), 168h - 30min}}) {
    BOOST_TEST_CONTEXT(c.zone << " " << text(c.inside)) {
      const auto week = period_at(PeriodLength::week, c.inside, zone(c.zone));
      BOOST_TEST((week.to - week.from == c.length));
      BOOST_TEST((shift_period(week, 1, zone(c.zone)).from == week.to));
    }
  }
}

BOOST_AUTO_TEST_CASE(each_instant_lies_in_the_period_that_is_named_for_it) {
  // Clocks go back and forth, at midnight in Santiago and Havana; Apia lost 2011-12-30.
  for (const auto* name : {"America/Santiago", "America/Havana", "Pacific/Apia", "Australia/Lord_Howe"}) {
    for (auto at = utc(2011, 1, 1); at < utc(2012, 2, 1); at += 30min) {
      for (const auto length : {PeriodLength::day, PeriodLength::week, PeriodLength::month}) {
        const auto period = period_at(length, at, zone(name));
        if (period.from > at || at >= period.to)
          BOOST_FAIL(name << " " << text(at) << " is not in " << period.name << ", " << text(period.from) << " to "
                          << text(period.to));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_local_day_is_one_period_whatever_the_clocks_do) {
  struct Case {
    const char* zone;
    int year, days;
  };
  // Lord Howe shifts by half an hour; Samoa had no 30 December 2011.
  for (const auto& c : {Case{"Europe/Berlin", 2026, 365}, Case{"America/New_York", 2026, 365},
                        Case{"Australia/Lord_Howe", 2026, 365}, Case{"Pacific/Apia", 2011, 364}}) {
    BOOST_TEST_CONTEXT(c.zone) {
      const Zone here = zone(c.zone);
      auto day = period_at(PeriodLength::day, utc(c.year, 1, 1, 12), here);
      const std::string first = day.name.substr(0, 4) + "-01-01";
      day = period_named(first, here).value();
      int days = 0;
      for (const std::string year = day.name.substr(0, 4); day.name.starts_with(year); ++days) {
        BOOST_TEST_REQUIRE(period_at(PeriodLength::day, day.from, here).name == day.name);
        BOOST_TEST_REQUIRE(period_at(PeriodLength::day, day.to - 1s, here).name == day.name);
        const auto next = period_at(PeriodLength::day, day.to, here);
        BOOST_TEST_REQUIRE(next.name > day.name);
        BOOST_TEST_REQUIRE((next.from == day.to));
        day = next;
      }
      BOOST_TEST(days == c.days);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_are_read_back) {
  for (const auto* name : {"2026-W48", "2020-W53", "2026-11-26", "2024-02-29", "2026-11"}) BOOST_TEST_CONTEXT(name) {
      const auto period = period_named(name, zone("Europe/Berlin"));
      BOOST_REQUIRE(period.has_value());
      BOOST_TEST(period->name == name);
      BOOST_TEST((*period == period_at(period->length, period->from, zone("Europe/Berlin"))));
    }
}

BOOST_AUTO_TEST_CASE(what_names_no_period_is_refused) {
  for (const auto* name :
       {"",         "2026",     "2026-W",     "2026-W00",   "2026-W54",   "2025-W53",  "2026-W5",     "2026-W048",
        "2026-13",  "2026-00",  "2026-02-30", "2025-02-29", "2026-1-01",  "2026-11-2", "2026-11-26x", "2026W48",
        "-026-W48", "2026-W-1", "2026-w48",   "2026-11-",   "2026/11/26", "aaaa-W48",  "2026-W48 ",   "+026-11",
        "9999-W99"})
    BOOST_TEST_CONTEXT("'" << name << "'") { BOOST_TEST(!period_named(name, {})); }
}

BOOST_AUTO_TEST_CASE(length_words_are_read_back) {
  for (const auto length : {PeriodLength::day, PeriodLength::week, PeriodLength::month})
    BOOST_TEST((period_length_from(to_text(length)) == length));
  BOOST_TEST(!period_length_from("year"));
}

BOOST_AUTO_TEST_CASE(texts_are_for_people) {
  const auto week_of = [](sys_seconds day) { return period_text(period_at(PeriodLength::week, day, {})); };
  BOOST_TEST(week_of(utc(2026, 11, 25)) == "23–29 November 2026");
  BOOST_TEST(week_of(utc(2026, 12, 1)) == "30 November – 6 December 2026");
  BOOST_TEST(week_of(utc(2026, 12, 31)) == "28 December 2026 – 3 January 2027");
  BOOST_TEST(period_text(period_at(PeriodLength::day, utc(2026, 11, 6), {})) == "6 November 2026");
  BOOST_TEST(period_text(period_at(PeriodLength::month, utc(2026, 11, 6), {})) == "November 2026");
  const Period turn = period_at(PeriodLength::week, utc(2026, 12, 1), {});
  BOOST_TEST(period_text(turn, DateLanguage::de) == "30. November – 6. Dezember 2026");
  BOOST_TEST(period_text(turn, DateLanguage::es) == "30 de noviembre – 6 de diciembre de 2026");
}

BOOST_AUTO_TEST_CASE(headings_leave_out_the_readers_year) {
  using std::chrono::year;
  const sys_days tuesday{year{2027} / 1 / 5};
  BOOST_TEST(week_heading(tuesday, year{2027}) == "Week 1 · 4–10 January");
  BOOST_TEST(week_heading(tuesday, year{2026}) == "Week 1 · 4–10 January 2027");
  BOOST_TEST(week_heading(tuesday, year{2027}, DateLanguage::fr) == "Semaine 1 · 4–10 janvier");
  BOOST_TEST(week_heading(tuesday, year{2027}, DateLanguage::pt) == "Semana 1 · 4–10 de janeiro");
}

BOOST_AUTO_TEST_SUITE_END()
