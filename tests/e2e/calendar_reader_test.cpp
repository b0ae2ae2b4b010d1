// What another reader of calendars, one that shares no code with ours, finds in an exported one.
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(calendar_reader, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;

namespace {

/// Zones, days, a cancelled event, a deadline, and a title that must be escaped and folded within characters.
constexpr const char* calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20270305T100000\r\n"
    "DTEND;TZID=Europe/Berlin:20270305T170000\r\nLOCATION:Potsdam\\, Germany\r\n"
    "SUMMARY:Größe\\; \"Zitat\" \\\\ und 日本 — ein Titel\\, der weit über fünfundsiebzig Oktette "
    "reicht\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20270310\r\nDTEND;VALUE=DATE:20270312\r\n"
    "SUMMARY:Aardvark days\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:3\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Australia/Lord_Howe:20270320T180000\r\n"
    "DURATION:PT2H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY:Monkey meetup\r\nEND:VEVENT\r\n"
    "BEGIN:VTODO\r\nUID:4\r\nDTSTAMP:20261101T000000Z\r\nDUE;TZID=America/New_York:20270401T235900\r\n"
    "SUMMARY:Papers for LatticeConf\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

constexpr const char* expected =
    "Aardvark days | 2027-03-10 | 2027-03-12 | CANCELLED | - | -\n"
    "Deadline: Papers for LatticeConf | 2027-04-02T03:59:00+00:00 | - | - | - | -P1D\n"
    "Größe; \"Zitat\" \\ und 日本 — ein Titel, der weit über fünfundsiebzig Oktette reicht | "
    "2027-03-05T10:00:00+01:00 Europe/Berlin | 2027-03-05T17:00:00+01:00 Europe/Berlin | - | Potsdam, Germany | -\n"
    "Monkey meetup | 2027-03-20T18:00:00+11:00 Australia/Lord_Howe | 2027-03-20T20:00:00+11:00 Australia/Lord_Howe | - "
    "| - | -\n"
    "Monkey meetup | 2027-03-27T18:00:00+11:00 Australia/Lord_Howe | 2027-03-27T20:00:00+11:00 Australia/Lord_Howe | - "
    "| - | -\n"
    "Monkey meetup | 2027-04-03T18:00:00+11:00 Australia/Lord_Howe | 2027-04-03T20:00:00+11:00 Australia/Lord_Howe | - "
    "| - | -\n";

}  // namespace

BOOST_AUTO_TEST_CASE(reads_dates_zones_texts_and_alarms_as_they_were_meant) {
  const test::User user;
  const std::string in = (user.home().path() / "days.ics").string(), out = (user.home().path() / "out.ics").string();
  std::ofstream(in, std::ios::binary) << calendar;
  const auto run = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"--now", "2026-12-01T09:00:00Z", "--tz", "Europe/Berlin"});
    const Finished done = user.run(std::move(words));
    BOOST_TEST_REQUIRE(done.code == 0, done.err);
  };
  run({"import", in});
  run({"export", "--alarm", "1d", out});
  const Finished read = test::run({ALMANAC_READ_CALENDAR, out}, {{"PYTHONIOENCODING", "utf-8"}});
  BOOST_TEST(read.code == 0, read.err);
  BOOST_TEST(read.out == expected);
}

BOOST_AUTO_TEST_SUITE_END()
