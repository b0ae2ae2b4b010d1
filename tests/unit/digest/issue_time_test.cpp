#include <almanac/digest/issue_time.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(issue_time, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono;

namespace {

sys_seconds utc(int y, unsigned m, unsigned d, int hour, int minute) {
  return sys_days(year(y) / month(m) / day(d)) + hours(hour) + minutes(minute);
}

Zone zone_of(const char* name) { return *Zone::find(name); }

/// The instant of the issue whose period a moment lies in.
sys_seconds made(PeriodLength length, const char* at, const char* zone_name, sys_seconds moment) {
  const Zone zone = zone_of(zone_name);
  return issue_instant(*read_issue_time(length, at), period_at(length, moment, zone), zone);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_times_of_each_period) {
  using P = PeriodLength;
  struct Row {
    PeriodLength period;
    const char* text;
    std::optional<IssueTime> wanted;
  };
  const Row rows[] = {
      {P::week, "", IssueTime{0, hours(8)}},
      {P::day, "07:30", IssueTime{0, hours(7) + minutes(30)}},
      {P::week, "Mon 08:00", IssueTime{0, hours(8)}},
      {P::week, "sunday 23:59", IssueTime{6, hours(23) + minutes(59)}},
      {P::week, "Th 6:05", IssueTime{3, hours(6) + minutes(5)}},
      {P::week, "06:05", IssueTime{0, hours(6) + minutes(5)}},
      {P::month, "1 08:00", IssueTime{0, hours(8)}},
      {P::month, "31 00:00", IssueTime{30, hours(0)}},
      {P::day, "Mon 08:00", std::nullopt},
      {P::month, "Mon 08:00", std::nullopt},
      {P::week, "1 08:00", std::nullopt},
      {P::week, "Foo 08:00", std::nullopt},
      {P::week, "Mon 24:00", std::nullopt},
      {P::week, "Mon 08:60", std::nullopt},
      {P::week, "Mon 8", std::nullopt},
      {P::week, "Mon  08:00", std::nullopt},
      {P::month, "0 08:00", std::nullopt},
      {P::month, "32 08:00", std::nullopt},
      {P::week, "T 08:00", std::nullopt},
      {P::week, "Mon", std::nullopt},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text) {
      const auto read = read_issue_time(row.period, row.text);
      BOOST_TEST((read == row.wanted));
    }
}

BOOST_AUTO_TEST_CASE(eight_stays_eight_when_the_clocks_change) {
  using P = PeriodLength;
  // Berlin: +01:00 until 29 March 2026, then +02:00, then +01:00 from 25 October.
  BOOST_TEST((made(P::week, "Mon 08:00", "Europe/Berlin", utc(2026, 3, 25, 12, 0)) == utc(2026, 3, 23, 7, 0)));
  BOOST_TEST((made(P::week, "Mon 08:00", "Europe/Berlin", utc(2026, 4, 1, 12, 0)) == utc(2026, 3, 30, 6, 0)));
  BOOST_TEST((made(P::day, "08:00", "Europe/Berlin", utc(2026, 10, 25, 12, 0)) == utc(2026, 10, 25, 7, 0)));
  // New York: 8 March and 1 November.
  BOOST_TEST((made(P::day, "08:00", "America/New_York", utc(2026, 3, 7, 20, 0)) == utc(2026, 3, 7, 13, 0)));
  BOOST_TEST((made(P::day, "08:00", "America/New_York", utc(2026, 3, 8, 20, 0)) == utc(2026, 3, 8, 12, 0)));
  // Lord Howe: half an hour, 4 October and 5 April 2026.
  BOOST_TEST((made(P::day, "08:00", "Australia/Lord_Howe", utc(2026, 4, 4, 3, 0)) == utc(2026, 4, 3, 21, 0)));
  BOOST_TEST((made(P::day, "08:00", "Australia/Lord_Howe", utc(2026, 4, 5, 3, 0)) == utc(2026, 4, 4, 21, 30)));
}

BOOST_AUTO_TEST_CASE(times_that_happen_twice_or_never_happen_make_one_issue_a_day) {
  using P = PeriodLength;
  // 02:30 on 29 March does not exist in Berlin: an hour later by the clock on the wall.
  BOOST_TEST((made(P::day, "02:30", "Europe/Berlin", utc(2026, 3, 29, 12, 0)) == utc(2026, 3, 29, 1, 30)));
  // 02:30 on 25 October happens at 00:30Z and 01:30Z: the first.
  BOOST_TEST((made(P::day, "02:30", "Europe/Berlin", utc(2026, 10, 25, 12, 0)) == utc(2026, 10, 25, 0, 30)));
  // Apia left out 30 December 2011 altogether; the days around it have one each.
  BOOST_TEST((made(P::day, "08:00", "Pacific/Apia", utc(2011, 12, 29, 20, 0)) <
              made(P::day, "08:00", "Pacific/Apia", utc(2011, 12, 30, 20, 0))));
}

BOOST_AUTO_TEST_CASE(the_31st_is_the_last_day_of_a_shorter_month) {
  const auto at = made(PeriodLength::month, "31 08:00", "UTC", utc(2026, 2, 10, 0, 0));
  BOOST_TEST((at == utc(2026, 2, 28, 8, 0)));
}

BOOST_AUTO_TEST_CASE(lies_in_its_period_whatever_the_zone) {
  for (const char* zone_name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "AoE"})
    for (const auto length : {PeriodLength::day, PeriodLength::week, PeriodLength::month}) {
      const Zone zone = zone_of(zone_name);
      Period period = period_at(length, utc(2026, 1, 1, 12, 0), zone);
      for (int i = 0; i < 400; ++i, period = shift_period(period, 1, zone))
        for (const char* at : {"00:00", "02:15", "23:59"}) {
          const sys_seconds instant = issue_instant(*read_issue_time(length, at), period, zone);
          BOOST_TEST((period.from <= instant && instant < period.to), zone_name << ' ' << period.name << ' ' << at);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
