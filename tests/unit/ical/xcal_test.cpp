#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_xcal, *boost::unit_test::label("unit"))

using namespace ical_test;

namespace {

constexpr std::string_view rfc_6321 = R"(<?xml version="1.0" encoding="utf-8"?>
<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar>
 <properties><prodid><text>-//Example//EN</text></prodid><version><text>2.0</text></version>
  <x-wr-calname><text>Talks; all, of them</text></x-wr-calname></properties>
 <components>
  <vtimezone><properties><tzid><text>Own</text></tzid></properties><components><standard><properties>
    <dtstart><date-time>1970-10-25T03:00:00</date-time></dtstart><tzoffsetfrom><utc-offset>+02:00</utc-offset></tzoffsetfrom>
    <tzoffsetto><utc-offset>+01:00</utc-offset></tzoffsetto></properties></standard></components></vtimezone>
  <vevent><properties>
    <uid><text>one</text></uid><summary><parameters><language><text>en</text></language></parameters><text>Talk, with
tea \ more</text></summary>
    <dtstart><parameters><tzid><text>Own</text></tzid></parameters><date-time>2026-03-01T09:00:00</date-time></dtstart>
    <dtend><date-time>2026-03-01T10:00:00Z</date-time></dtend>
    <rrule><recur><freq>WEEKLY</freq><until><date-time>2026-04-01T00:00:00Z</date-time></until><byday>MO</byday><byday>TU</byday></recur></rrule>
    <exdate><date>2026-03-08</date><date>2026-03-15</date></exdate>
    <rdate><period><start>2026-03-20T09:00:00Z</start><duration>PT1H</duration></period></rdate>
    <categories><text>a,b</text><text>c</text></categories>
    <geo><latitude>52.5</latitude><longitude>13.4</longitude></geo>
    <organizer><parameters><cn><text>Ada "A"</text></cn></parameters><cal-address>mailto:ada@example.org</cal-address></organizer>
    <url><uri>https://example.org/e</uri></url></properties>
   <components><valarm><properties><description><text>alarm</text></description></properties></valarm></components></vevent>
  <vtodo><properties><due><date>2026-03-01</date></due></properties></vtodo>
 </components></vcalendar></icalendar>)";

}  // namespace

BOOST_AUTO_TEST_CASE(reads_rfc_6321) {
  const Harvest harvest = read(rfc_6321);
  BOOST_TEST(harvest.document.format == "xcal");
  BOOST_TEST(harvest.document.title == "Talks; all, of them");
  BOOST_TEST(harvest.document.version == "2.0");
  BOOST_REQUIRE_EQUAL(harvest.zones.size(), 1u);
  BOOST_TEST(harvest.zones[0].text.find("TZOFFSETTO:+0100\n") != std::string::npos);
  BOOST_REQUIRE_EQUAL(harvest.entries.size(), 2u);
  const Entry& entry = harvest.entries[0];
  BOOST_TEST(entry.id == "one");
  BOOST_TEST(entry.title.raw == "Talk, with\ntea \\ more");
  BOOST_TEST(entry.language == "en");
  BOOST_TEST(entry.summary.raw == "");
  BOOST_TEST(shown(entry.start) == "local 2026-03-01T09:00:00 Own");
  BOOST_TEST(shown(entry.end) == "instant 2026-03-01T10:00:00Z");
  BOOST_TEST(entry.recurrence.rules.at(0) == "FREQ=WEEKLY;UNTIL=20260401T000000Z;BYDAY=MO,TU");
  BOOST_TEST(entry.recurrence.exceptions.at(0) == "VALUE=\"DATE\":20260308,20260315");
  BOOST_TEST(entry.recurrence.dates.at(0).ends_with(":20260320T090000Z/PT1H"));
  BOOST_TEST(entry.categories == (std::vector<std::string>{"a,b", "c"}), boost::test_tools::per_element());
  BOOST_TEST((entry.geo == Geo{52.5, 13.4}));
  BOOST_TEST((entry.authors.at(0) == Person{"Ada \"A\"", "ada@example.org", ""}));
  BOOST_TEST(entry.url == "https://example.org/e");
  BOOST_TEST(shown(harvest.entries[1].deadlines.at(0).at) == "date 2026-03-01");
  BOOST_TEST(harvest.warnings.empty());
}

BOOST_AUTO_TEST_CASE(reads_a_planners_export_without_namespace) {
  const Harvest harvest = read(R"(<?xml version="1.0"?>
<iCalendar xmlns:pentabarf="http://pentabarf.org" xmlns:xCal="urn:ietf:params:xml:ns:xcal"><vcalendar>
<version>2.0</version><prodid>-//Planner//EN</prodid><x-wr-caldesc>Schedule</x-wr-caldesc>
<vevent><method>PUBLISH</method><uid>7@example.org</uid><pentabarf:title>ignored</pentabarf:title>
<dtstart>20260301T090000</dtstart><dtend>20260301T093000</dtend><duration>00:30</duration>
<summary>Caf&#233;, reloaded</summary><description><![CDATA[One; two]]></description><category>Talk, long</category>
<url>https://example.org/talk/7</url><location>Room 1</location><attendee>Ada</attendee></vevent></vcalendar></iCalendar>)");
  const Entry& entry = harvest.entries.at(0);
  BOOST_TEST(entry.id == "7@example.org");
  BOOST_TEST(entry.title.raw == "Caf\xC3\xA9, reloaded");
  BOOST_TEST(entry.summary.raw == "One; two");
  BOOST_TEST(entry.categories == std::vector<std::string>{"Talk, long"}, boost::test_tools::per_element());
  BOOST_TEST(shown(entry.start) == "local 2026-03-01T09:00:00");
  BOOST_TEST(shown(entry.end) == "local 2026-03-01T09:30:00");
  BOOST_TEST(entry.location == "Room 1");
}

BOOST_AUTO_TEST_CASE(reads_the_older_namespace) {
  const Harvest harvest = read(R"(<x:iCalendar xmlns:x="urn:ietf:params:xml:ns:xcal"><x:vcalendar><x:vevent>
<x:dtstart tzid="Europe/Berlin">20260301T090000</x:dtstart><x:dtend value="date">20260302</x:dtend><x:summary>Old</x:summary>
<x:categories><x:item>a</x:item><x:item>b,c</x:item></x:categories></x:vevent></x:vcalendar></x:iCalendar>)");
  const Entry& entry = harvest.entries.at(0);
  BOOST_TEST(entry.title.raw == "Old");
  BOOST_TEST(shown(entry.start) == "local 2026-03-01T09:00:00 Europe/Berlin");
  BOOST_TEST(shown(entry.end) == "date 2026-03-02");
  BOOST_TEST(entry.categories == (std::vector<std::string>{"a", "b,c"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(refuses_broken_xml_and_foreign_json) {
  for (const std::string_view body : {"<icalendar><vcalendar>", "<icalendar>", "<icalendar/>", "[\"vcalendar\"",
                                      "[\"vcalendar\"]", "[[\"vcalendar\",1,2],3"})
    BOOST_TEST_CONTEXT(body) BOOST_TEST(!parse(body).has_value());
}

BOOST_AUTO_TEST_CASE(does_not_follow_deep_xml) {
  std::string deep = "<icalendar>";
  for (int i = 0; i < 100'000; ++i) deep += "<vcalendar><components>";
  for (int i = 0; i < 100'000; ++i) deep += "</components></vcalendar>";
  BOOST_TEST(parse(deep + "</icalendar>").has_value());
}

BOOST_AUTO_TEST_CASE(reads_places_in_both_notations) {
  const Entry from_xml =
      read(
          "<icalendar xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\"><vcalendar><components><vevent><properties><uid>"
          "<text>e</text></uid></properties><components><participant><properties><uid><text>p</text></uid>"
          "</properties></participant><vlocation><properties><uid><text>l</text></uid><name><text>The venue</text>"
          "</name><geo><latitude>1.5</latitude><longitude>2.5</longitude></geo></properties></vlocation></components>"
          "</vevent></components></vcalendar></icalendar>")
          .entries.at(0);
  const Entry from_json =
      read(
          "[\"vcalendar\",[],[[\"vevent\",[[\"uid\",{},\"text\",\"e\"]],[[\"vlocation\",[[\"name\",{},\"text\","
          "\"The venue\"],[\"geo\",{},\"float\",[1.5,2.5]]],[]]]]]]")
          .entries.at(0);
  for (const Entry& entry : {from_xml, from_json}) {
    BOOST_TEST(entry.id == "e");
    BOOST_TEST(entry.location == "The venue");
    BOOST_TEST(entry.geo.value().lon == 2.5);
  }
}

BOOST_AUTO_TEST_CASE(reads_jcal) {
  const Harvest harvest = read(R"(["vcalendar",[["version",{},"text","2.0"],["name",{},"text","Talks, all"]],[
 ["vtimezone",[["tzid",{},"text","Own"]],[["standard",[["tzoffsetto",{},"utc-offset","+01:00"]],[]]]],
 ["vevent",[["uid",{},"text","one"],["summary",{"language":"en"},"text","Talk; tea\nmore"],
  ["dtstart",{"tzid":"Own"},"date-time","2026-03-01T09:00:00"],["dtend",{},"date","2026-03-02"],
  ["rrule",{},"recur",{"freq":"WEEKLY","count":3,"byday":["MO","TU"]}],["exdate",{},"date","2026-03-08","2026-03-15"],
  ["rdate",{},"period",["2026-03-20T09:00:00Z","PT1H"]],
  ["categories",{},"text","a,b","c"],["geo",{},"float",[52.5,13.4]],["sequence",{},"integer",4]],
  [["valarm",[["description",{},"text","alarm"]],[]]]]]])");
  BOOST_TEST(harvest.document.title == "Talks, all");
  BOOST_TEST(harvest.zones.size() == 1u);
  const Entry& entry = harvest.entries.at(0);
  BOOST_TEST(entry.title.raw == "Talk; tea\nmore");
  BOOST_TEST(entry.language == "en");
  BOOST_TEST(entry.summary.raw == "");
  BOOST_TEST(shown(entry.start) == "local 2026-03-01T09:00:00 Own");
  BOOST_TEST(shown(entry.end) == "date 2026-03-02");
  BOOST_TEST(entry.recurrence.rules.at(0) == "FREQ=WEEKLY;COUNT=3;BYDAY=MO,TU");
  BOOST_TEST(entry.recurrence.exceptions.at(0) == "VALUE=\"DATE\":20260308,20260315");
  BOOST_TEST(entry.recurrence.dates.at(0) == ":20260320T090000Z/PT1H");
  BOOST_TEST(entry.categories == (std::vector<std::string>{"a,b", "c"}), boost::test_tools::per_element());
  BOOST_REQUIRE(entry.geo.has_value());
  BOOST_TEST(entry.geo->lat == 52.5);
  BOOST_TEST(entry.sequence == 4);
}

BOOST_AUTO_TEST_CASE(reads_several_jcal_calendars) {
  BOOST_TEST(read(R"([["vcalendar",[],[["vevent",[],[]]]],["vcalendar",[],[["vevent",[],[]]]]])").entries.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
