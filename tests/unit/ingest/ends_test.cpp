// What the end of an event means that a page or a feed publishes: a day as end is the last one.
#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/normalise.hpp>
#include <almanac/ingest/read_document.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(ingest_ends, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

constexpr sys_seconds now{std::chrono::seconds{1'780'315'200}};  // 2026-06-01T12:00:00Z

Moment published(std::string text) {
  Moment moment;
  moment.text = std::move(text);
  return moment;
}

enum class Days { last_one, day_after };

/// The only date of an event with these texts as start and end: "start/end".
std::string date_of(std::string start, std::string end, Days days, SourceOptions options = {}) {
  Entry entry;
  entry.id = "quux";
  entry.title.plain = "Quux days";
  entry.start = published(std::move(start));
  entry.end = published(std::move(end));
  entry.end_is_last_day = days == Days::last_one;
  if (days == Days::day_after) entry.component = Component::vevent;
  ReadResult read;
  read.harvest.entries.push_back(std::move(entry));
  normalise_times(read.harvest, read.zones, {options, {}, {}, false, nullptr});
  const auto entries =
      derive_events(read.harvest.entries, read.harvest.document.language, read.zones, options, now).entries;
  BOOST_TEST_REQUIRE(entries.size() == 1u);
  BOOST_TEST_REQUIRE(entries[0].event.occurrences.size() == 1u);
  const Occurrence& date = entries[0].event.occurrences[0];
  return iso_text(date.kind, date.start) + '/' + iso_text(date.kind, date.end);
}

}  // namespace

BOOST_AUTO_TEST_CASE(day_as_end_is_the_last_one_outside_calendars) {
  BOOST_TEST(date_of("2026-12-12", "2026-12-13", Days::last_one) == "2026-12-12/2026-12-14");
  BOOST_TEST(date_of("2026-12-12", "2026-12-12", Days::last_one) == "2026-12-12/2026-12-13");
  BOOST_TEST(date_of("2026-12-12", "2026-12-13", Days::day_after) == "2026-12-12/2026-12-13");
}

BOOST_AUTO_TEST_CASE(declared_last_day_is_not_counted_twice) {
  SourceOptions options;
  options.dtend_inclusive = true;
  BOOST_TEST(date_of("2026-12-12", "2026-12-13", Days::last_one, options) == "2026-12-12/2026-12-14");
  BOOST_TEST(date_of("2026-12-12", "2026-12-13", Days::day_after, options) == "2026-12-12/2026-12-14");
}

BOOST_AUTO_TEST_CASE(time_with_a_last_day_ends_with_that_day) {
  BOOST_TEST(date_of("2026-12-12T09:00:00+01:00", "2026-12-13", Days::last_one) ==
             "2026-12-12T08:00:00Z/2026-12-13T22:59:59Z");
  BOOST_TEST(date_of("2026-12-12T09:00:00+01:00", "2026-12-12", Days::last_one) ==
             "2026-12-12T08:00:00Z/2026-12-12T08:00:00Z");
}

BOOST_AUTO_TEST_CASE(time_of_day_as_end_is_on_the_day_of_the_start) {
  BOOST_TEST(date_of("2026-12-09 19:00+0100", "21:00", Days::last_one) == "2026-12-09T18:00:00Z/2026-12-09T20:00:00Z");
  BOOST_TEST(date_of("2026-12-09T22:00:00+01:00", "2:30", Days::last_one) ==
             "2026-12-09T21:00:00Z/2026-12-10T01:30:00Z");
  BOOST_TEST(date_of("2026-12-09T19:00", "21:00", Days::last_one) == "2026-12-09T19:00:00/2026-12-09T21:00:00");
  BOOST_TEST(date_of("2026-12-09", "21:00", Days::last_one) == "2026-12-09/2026-12-10");
}

BOOST_AUTO_TEST_SUITE_END()
