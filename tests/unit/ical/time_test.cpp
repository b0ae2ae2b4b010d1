#include "read_ics.hpp"
#include "value_time.hpp"

BOOST_AUTO_TEST_SUITE(ical_time, *boost::unit_test::label("unit"))

using namespace almanac::ical;

namespace {

std::string shown(std::string_view text) {
  const TimeValue value = read_time(text);
  if (value.form == TimeForm::other) return "other";
  if (value.fit == TimeFit::impossible) return "impossible";
  const auto kind = value.form == TimeForm::date  ? almanac::MomentKind::date
                    : value.form == TimeForm::utc ? almanac::MomentKind::instant
                                                  : almanac::MomentKind::local;
  return (value.fit == TimeFit::carried ? "carried " : "") + almanac::iso_text(kind, value.seconds);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_dates_and_times) {
  const std::pair<std::string_view, std::string_view> cases[] = {{"20260301", "2026-03-01"},
                                                                 {"20260301T090000", "2026-03-01T09:00:00"},
                                                                 {"20260301T090000Z", "2026-03-01T09:00:00Z"},
                                                                 {"20260301t090000z", "2026-03-01T09:00:00Z"},
                                                                 {"20260301T0900", "2026-03-01T09:00:00"},
                                                                 {"20260301T0900Z", "2026-03-01T09:00:00Z"},
                                                                 {"20131210Z", "2013-12-10"},
                                                                 {"2026-03-01", "2026-03-01"},
                                                                 {"2026-03-01T09:00:00", "2026-03-01T09:00:00"},
                                                                 {"2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z"},
                                                                 {"20240229", "2024-02-29"},
                                                                 {"19000228", "1900-02-28"},
                                                                 {"16010101T000000", "1601-01-01T00:00:00"},
                                                                 {"99991231T235959", "9999-12-31T23:59:59"},
                                                                 {"20260301T240000", "2026-03-02T00:00:00"},
                                                                 {"20161231T235960Z", "2016-12-31T23:59:59Z"},
                                                                 {"20260931", "carried 2026-10-01"},
                                                                 {"20261232", "carried 2027-01-01"},
                                                                 {"20260229T100000Z", "carried 2026-03-01T10:00:00Z"},
                                                                 {"20260100", "impossible"},
                                                                 {"20260133", "impossible"},
                                                                 {"20261301", "impossible"},
                                                                 {"00000101", "impossible"},
                                                                 {"20260301T250000", "impossible"},
                                                                 {"20260301T096000", "impossible"},
                                                                 {"20260301T240001", "impossible"},
                                                                 {"", "other"},
                                                                 {"TBA", "other"},
                                                                 {"2026030", "other"},
                                                                 {"202603011", "other"},
                                                                 {"20260301T", "other"},
                                                                 {"20260301T09", "other"},
                                                                 {"20260301T090000+0200", "other"},
                                                                 {"2026-0301", "other"},
                                                                 {"2026-03-01 09:00", "other"},
                                                                 {"20260301T123456700000000", "other"},
                                                                 {"-2026301", "other"}};
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) BOOST_TEST(shown(text) == wanted);
}

BOOST_AUTO_TEST_CASE(knows_that_seconds_were_not_written) {
  BOOST_TEST(read_time("20260301T0900").to_the_minute);
  BOOST_TEST(!read_time("20260301T090000").to_the_minute);
}

BOOST_AUTO_TEST_CASE(reads_durations) {
  const std::pair<std::string_view, std::int64_t> good[] = {
      {"PT1H", 3600},   {"P1W", 604800}, {"P15DT5H0M20S", 15 * 86400 + 5 * 3600 + 20},
      {"-PT15M", -900}, {"+P1D", 86400}, {"P1DT12H", 129600},
      {"pt30m", 1800},  {"PT0S", 0},     {"P1WT1H", 608400}};
  for (const auto& [text, seconds] : good) BOOST_TEST_CONTEXT(text) {
      BOOST_REQUIRE(read_duration(text).has_value());
      BOOST_TEST(*read_duration(text) == seconds);
    }
  for (const std::string_view text : {"", "P", "PT", "1H", "P1H", "PT1D", "P1", "PT1H30", "P1Y", "P-1D", "P1D ",
                                      "P99999999999999999999W", "P999999999999W"})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(!read_duration(text).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
