#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_entry, *boost::unit_test::label("unit"))

using namespace ical_test;

BOOST_AUTO_TEST_CASE(takes_all_facts_of_an_event) {
  const Entry entry = event(
      "UID:one@example.org\nSUMMARY;LANGUAGE=en:Talk\\, with tea\nDESCRIPTION:First line\\nsecond\\; more\n"
      "LOCATION:Main hall\\, Berlin\nURL:https://example.org/e/1\nGEO:52.52;13.405\nSTATUS:CONFIRMED\nSEQUENCE:3\n"
      "CREATED:20260101T080000Z\nDTSTAMP:20260103T080000Z\nLAST-MODIFIED:20260102T080000Z\n"
      "DTSTART;TZID=Europe/Berlin:20260301T090000\nDTEND;TZID=Europe/Berlin:20260301T100000\n"
      "ORGANIZER;CN=\"Ada, L.\":mailto:ada@example.org\nCLASS:PUBLIC\nTRANSP:OPAQUE\nCOLOR:red\n");
  BOOST_TEST(entry.id == "one@example.org");
  BOOST_TEST(entry.title.raw == "Talk, with tea");
  BOOST_TEST(!entry.title.is_html);
  BOOST_TEST(entry.language == "en");
  BOOST_TEST(entry.summary.raw == "First line\nsecond; more");
  BOOST_TEST(entry.location == "Main hall, Berlin");
  BOOST_TEST(entry.url == "https://example.org/e/1");
  BOOST_REQUIRE(entry.geo.has_value());
  BOOST_TEST(entry.geo->lat == 52.52);
  BOOST_TEST(entry.geo->lon == 13.405);
  BOOST_TEST((entry.status == EventStatus::confirmed));
  BOOST_TEST(entry.sequence == 3);
  BOOST_TEST(shown(entry.published) == "instant 2026-01-01T08:00:00Z");
  BOOST_TEST(shown(entry.updated) == "instant 2026-01-02T08:00:00Z");
  BOOST_TEST(shown(entry.start) == "local 2026-03-01T09:00:00 Europe/Berlin");
  BOOST_TEST(shown(entry.end) == "local 2026-03-01T10:00:00 Europe/Berlin");
  BOOST_TEST(entry.start->text == "20260301T090000");
  BOOST_REQUIRE_EQUAL(entry.authors.size(), 1u);
  BOOST_TEST((entry.authors[0] == Person{"Ada, L.", "ada@example.org", ""}));
}

BOOST_AUTO_TEST_CASE(reads_every_form_of_start) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"DTSTART:20260301T090000Z", "instant 2026-03-01T09:00:00Z"},
      {"DTSTART:20260301T090000", "local 2026-03-01T09:00:00"},
      {"DTSTART;TZID=\"/example.org/Europe/Berlin\":20260301T090000",
       "local 2026-03-01T09:00:00 /example.org/Europe/Berlin"},
      {"DTSTART;TZID=GMT+01:00:20260301T090000", "local 2026-03-01T09:00:00 GMT+01:00"},
      {"DTSTART;TZID=(UTC+01:00) Berlin\\, Bern;VALUE=DATE-TIME:20260301T090000",
       "local 2026-03-01T09:00:00 (UTC+01:00) Berlin\\, Bern"},
      {"DTSTART;TZID=Europe/Berlin:20260301T090000Z", "instant 2026-03-01T09:00:00Z"},
      {"DTSTART;VALUE=DATE:20260301", "date 2026-03-01"},
      {"DTSTART:20260301", "date 2026-03-01"},
      {"DTSTART;VALUE=DATE-TIME:20260301", "date 2026-03-01"},
      {"DTSTART;VALUE=DATE;TZID=Europe/Berlin:20260301", "date 2026-03-01"},
      {"DTSTART;TZID=Europe/Berlin:20260301", "date 2026-03-01"},
      {"DTSTART;VALUE=DATE:20260301T000000", "date 2026-03-01"},
      {"DTSTART;VALUE=DATE:20260301T093000", "local 2026-03-01T09:30:00"},
      {"DTSTART: 20260301T090000Z ", "instant 2026-03-01T09:00:00Z"},
      {"DTSTART:March 1st, 9 am", "text March 1st, 9 am"},
      {"DTSTART;TZID=Europe/Berlin:2026/03/01 09:00", "text 2026/03/01 09:00 Europe/Berlin"},
      {"DTSTART:", "none"}};
  for (const auto& [line, wanted] : cases)
    BOOST_TEST_CONTEXT(line) BOOST_TEST(shown(event(std::string(line) + "\n").start) == wanted);
}

BOOST_AUTO_TEST_CASE(takes_utc_for_stamps_whose_z_was_forgotten) {
  const Entry entry = event("DTSTAMP:20260301T090000\nCREATED;TZID=Europe/Berlin:20260301T090000\n");
  BOOST_TEST(shown(entry.updated) == "instant 2026-03-01T09:00:00Z");
  BOOST_TEST(shown(entry.published) == "local 2026-03-01T09:00:00 Europe/Berlin");
}

BOOST_AUTO_TEST_CASE(keeps_a_duration_unless_there_is_an_end) {
  BOOST_TEST(event("DURATION:PT1H30M\n").duration.value_or(0) == 5400);
  BOOST_TEST(event("DURATION:P1W\n").duration.value_or(0) == 7 * 86400);
  BOOST_TEST(!event("DURATION:PT1H\nDTEND:20260301T100000Z\n").duration.has_value());
  BOOST_TEST(!event("DTEND:20260301T100000Z\nDURATION:PT1H\n").duration.has_value());
  const Harvest harvest = read(calendar("BEGIN:VEVENT\r\nDURATION:-PT1H\r\nEND:VEVENT\r\n"));
  BOOST_TEST(!harvest.entries.at(0).duration.has_value());
  BOOST_TEST(warned(harvest, "bad-duration"));
}

// RFC 5545 §3.3.6: days and weeks are nominal, hours are exact.
BOOST_AUTO_TEST_CASE(tells_the_days_of_a_duration_from_its_seconds) {
  const auto days = [](const std::string& duration) {
    const Entry entry = event("DTSTART;TZID=Europe/Berlin:20260328T100000\nDURATION:" + duration + "\n");
    BOOST_TEST(!entry.end.has_value());
    return std::pair{entry.duration_days, entry.duration.value_or(-1)};
  };
  const std::pair<const char*, std::pair<std::int64_t, std::int64_t>> cases[] = {
      {"P1D", {1, 86'400}},       {"P1W", {7, 604'800}},    {"PT24H", {0, 86'400}},    {"P1DT2H", {1, 93'600}},
      {" P2DT0S ", {2, 172'800}}, {"+p1dt1m", {1, 86'460}}, {"P1W2DT3H", {9, 788'400}}};
  for (const auto& [text, want] : cases) BOOST_TEST_CONTEXT(text) BOOST_TEST((days(text) == want));
  BOOST_TEST(event("DURATION:P1D\nDTEND:20260301T100000Z\n").duration_days == 0);
}

BOOST_AUTO_TEST_CASE(passes_recurrence_on_with_its_parameters) {
  const Entry entry = event(
      "RRULE:FREQ=WEEKLY;COUNT=5\nRRULE: "
      "FREQ=DAILY\nEXRULE:FREQ=MONTHLY\nRDATE;VALUE=DATE:20260101,20260201\nRDATE:20260301T090000Z\n"
      "EXDATE;TZID=Europe/Berlin:20260101T090000\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/"
      "Berlin:20260108T090000\n");
  using Texts = std::vector<std::string>;
  BOOST_TEST(entry.recurrence.rules == (Texts{"FREQ=WEEKLY;COUNT=5", "FREQ=DAILY"}), boost::test_tools::per_element());
  BOOST_TEST(entry.recurrence.exrules == Texts{"FREQ=MONTHLY"}, boost::test_tools::per_element());
  BOOST_TEST(entry.recurrence.dates == (Texts{"VALUE=DATE:20260101,20260201", ":20260301T090000Z"}),
             boost::test_tools::per_element());
  BOOST_TEST(entry.recurrence.exceptions == Texts{"TZID=Europe/Berlin:20260101T090000"},
             boost::test_tools::per_element());
  BOOST_TEST(shown(entry.recurrence.id) == "local 2026-01-08T09:00:00 Europe/Berlin");
  BOOST_TEST(entry.recurrence.this_and_future);
  BOOST_TEST(!event("RECURRENCE-ID:20260108\n").recurrence.this_and_future);
}

BOOST_AUTO_TEST_CASE(takes_a_due_date_for_a_deadline) {
  const Harvest harvest = read(calendar(
      "BEGIN:VTODO\r\nSUMMARY:Paper\r\nDTSTART:20260101\r\nDUE;TZID=Etc/GMT+12:20260301T235900\r\nEND:VTODO\r\n"));
  const Entry& todo = harvest.entries.at(0);
  BOOST_REQUIRE_EQUAL(todo.deadlines.size(), 1u);
  BOOST_TEST(shown(todo.deadlines[0].at) == "local 2026-03-01T23:59:00 Etc/GMT+12");
  BOOST_TEST(shown(todo.start) == "date 2026-01-01");
  BOOST_TEST(event("DUE:20260301\n").deadlines.empty());
}

BOOST_AUTO_TEST_CASE(unites_categories) {
  const Entry entry = event("CATEGORIES:AI,Machine Learning , a\\,b\nCATEGORIES:AI,,talks\nCATEGORIES:\n");
  BOOST_TEST(entry.categories == (std::vector<std::string>{"AI", "Machine Learning", "a,b", "talks"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(reads_statuses) {
  const std::pair<std::string_view, EventStatus> cases[] = {
      {"TENTATIVE", EventStatus::tentative}, {"cancelled", EventStatus::cancelled},
      {"CANCELED", EventStatus::cancelled},  {"CONFIRMED ", EventStatus::confirmed},
      {"POSTPONED", EventStatus::postponed}, {"NEEDS-ACTION", EventStatus::unknown}};
  for (const auto& [word, wanted] : cases)
    BOOST_TEST_CONTEXT(word) BOOST_TEST((event("STATUS:" + std::string(word) + "\n").status == wanted));
}

BOOST_AUTO_TEST_CASE(reads_places) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"GEO:52.5;13.4\n", "52.5 13.4"},
      {"GEO:52.5\\;13.4\n", "52.5 13.4"},
      {"GEO:52.5,13.4\n", "52.5 13.4"},
      {"GEO: +52.5 ; -13.4\n", "52.5 -13.4"},
      {"GEO:52,5;13,4\n", "52.5 13.4"},
      {"GEO:52\\,5\\;13\\,4\n", "52.5 13.4"},
      {"GEO:52.5;13.4;34\n", "52.5 13.4"},
      {"GEO:52.5,13.4,34\n", "52.5 13.4"},
      {"GEO:52,5,13,4\n", "-"},
      {"GEO:;\n", "-"},
      {"GEO:52;\n", "-"},
      {"GEO:0;0\n", "-"},
      {"GEO:91;0\n", "-"},
      {"GEO:52.5\n", "-"},
      {"GEO:north;east\n", "-"},
      {"GEO:nan;nan\n", "-"},
      {"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE=\"Hall, 1\":geo:48.85,2.35\n", "48.85 2.35"}};
  for (const auto& [line, wanted] : cases) BOOST_TEST_CONTEXT(line) {
      const Entry entry = event(line);
      std::ostringstream got;
      if (entry.geo) got << entry.geo->lat << ' ' << entry.geo->lon;
      BOOST_TEST((entry.geo ? got.str() : "-") == wanted);
    }
  BOOST_TEST(event("X-APPLE-STRUCTURED-LOCATION;X-TITLE=\"Hall, 1\":geo:48.85,2.35\n").location == "Hall, 1");
  BOOST_TEST(event("X-APPLE-STRUCTURED-LOCATION;X-TITLE=Hall:geo:1,2\nLOCATION:Own\n").location == "Own");
}

// RFC 9073 §7.2.
BOOST_AUTO_TEST_CASE(takes_a_place_from_its_component) {
  const std::string hall =
      "BEGIN:VLOCATION\nUID:1\nNAME:Big \\; hall\nGEO:52.5;13.4\nURL:https://hall.example.org\nSUMMARY:no title\n"
      "END:VLOCATION\n";
  const std::string parking = "BEGIN:VLOCATION\nNAME:Parking lot\nLOCATION-TYPE:parking\nGEO:1;2\nEND:VLOCATION\n";
  const std::string speaker =
      "BEGIN:PARTICIPANT\nUID:p\nSUMMARY:Ann\nURL:https://ann.example.org\nBEGIN:VLOCATION\nNAME:Her home\nGEO:3;4\n"
      "END:VLOCATION\nEND:PARTICIPANT\n";
  const std::string alarm =
      "BEGIN:VALARM\nUID:a\nPROXIMITY:ARRIVE\nBEGIN:VLOCATION\nURL:geo:5,6;u=10\nEND:VLOCATION\nEND:VALARM\n";
  const Entry entry = event(speaker + alarm + parking + hall + parking + "SUMMARY:Talk\nUID:9073\n");
  BOOST_TEST(entry.title.raw == "Talk");
  BOOST_TEST(entry.id == "9073");
  BOOST_TEST(entry.url == "");
  BOOST_TEST(entry.location == "Big ; hall");
  BOOST_REQUIRE(entry.geo.has_value());
  BOOST_TEST(entry.geo->lat == 52.5);
  BOOST_TEST(entry.geo->lon == 13.4);
  const Entry stated = event("GEO:7;8\nLOCATION:Here\n" + hall);
  BOOST_TEST(stated.location == "Here");
  BOOST_TEST(stated.geo.value().lat == 7);
  BOOST_TEST(event("BEGIN:VLOCATION\nURL:geo:48.2,16.37;u=5\nEND:VLOCATION\n").geo.value().lon == 16.37);
  BOOST_TEST(!event("BEGIN:VLOCATION\nGEO:0;0\nEND:VLOCATION\n" + speaker + alarm).geo.has_value());
  BOOST_TEST(event(speaker + alarm).location == "");
  BOOST_TEST(event("BEGIN:VRESOURCE\nNAME:Projector\nEND:VRESOURCE\n").location == "");
}

// RFC 9073 §6.6.
BOOST_AUTO_TEST_CASE(takes_facts_from_structured_data) {
  const std::string head = "STRUCTURED-DATA;FMTTYPE=\"application/ld+json\";SCHEMA=\"https://schema.org/Event\";";
  const std::string data =
      "VALUE=TEXT:{\\n\"@type\": \"BusinessEvent\"\\,\"url\":\"/e/1\"\\,\"location\":{\"@type\":\"Place\"\\,"
      "\"name\":\"Hall 3\"\\,\"geo\":{\"latitude\":52.5\\,\"longitude\":\"13.4\"}}}\n";
  const Entry entry = event(head + data);
  BOOST_TEST(entry.url == "https://example.org/e/1");
  BOOST_TEST(entry.location == "Hall 3");
  BOOST_TEST(entry.geo.value().lon == 13.4);
  const Entry stated = event(head + data + "URL:https://a.example/\nLOCATION:Here\nGEO:1;2\n");
  BOOST_TEST(stated.url == "https://a.example/");
  BOOST_TEST(stated.location == "Here");
  BOOST_TEST(stated.geo.value().lat == 1);
  for (const std::string_view other :
       {"VALUE=URI:https://example.org/data.json\n", "VALUE=TEXT:{\"@type\":\"Person\"\\,\"url\":\"/x\"}\n",
        "VALUE=TEXT:{\n", "VALUE=TEXT:[1]\n", "VALUE=TEXT:{\"@type\":\"Event\"\\,\"location\":\"x\"\\,\"url\":1}\n"})
    BOOST_TEST_CONTEXT(other) BOOST_TEST(event(head + std::string(other)).url == "");
}

BOOST_AUTO_TEST_CASE(takes_midnights_for_days_where_the_exporter_says_so) {
  const std::string says = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n", zone = ";TZID=W. Europe Standard Time:";
  const std::string days = "DTSTART" + zone + "20260504T000000\nDTEND" + zone + "20260506T000000\n";
  const Entry entry = event(says + days + "RECURRENCE-ID" + zone + "20260503T000000\n");
  BOOST_TEST(shown(entry.start) == "date 2026-05-04");
  BOOST_TEST(shown(entry.end) == "date 2026-05-06");
  BOOST_TEST(shown(entry.recurrence.id) == "date 2026-05-03");
  BOOST_TEST(shown(event(days).start) == "local 2026-05-04T00:00:00 W. Europe Standard Time");
  BOOST_TEST(shown(event("X-MICROSOFT-CDO-ALLDAYEVENT:FALSE\n" + days).start).starts_with("local"));
  // Not midnights, or nobody knows of which zone.
  BOOST_TEST(shown(event(says + "DTSTART:20260503T220000Z\n").start) == "instant 2026-05-03T22:00:00Z");
  BOOST_TEST(shown(event(says + "DTSTART:20260503T090000\n").start) == "local 2026-05-03T09:00:00");
  const Entry half = event(says + "DTSTART:20260503T000000\nDTEND:20260503T120000\n");
  BOOST_TEST(shown(half.start) == "local 2026-05-03T00:00:00");
}

BOOST_AUTO_TEST_CASE(makes_addresses_absolute) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"https://a.example/x?y=1\\,2", "https://a.example/x?y=1,2"},
      {"/e/1", "https://example.org/e/1"},
      {"e/1", "https://example.org/calendars/e/1"},
      {"//cdn.example/x", "https://cdn.example/x"},
      {" <https://a.example/x> ", "https://a.example/x"},
      {"www.a.example/x", "http://www.a.example/x"},
      {"mailto:a@example.org", "mailto:a@example.org"}};
  for (const auto& [value, wanted] : cases)
    BOOST_TEST_CONTEXT(value) BOOST_TEST(event("URL:" + std::string(value) + "\n").url == wanted);
}

BOOST_AUTO_TEST_CASE(takes_the_first_web_address_to_join_by) {
  BOOST_TEST(event("CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+49-30-1\nCONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO;LABEL="
                   "\"Join: here\":"
                   "https://meet.example/1\nCONFERENCE:https://meet.example/2\n")
                 .join_url == "https://meet.example/1");
  for (const std::string name :
       {"X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"})
    BOOST_TEST_CONTEXT(name) BOOST_TEST(event(name + ":https://meet.example/3\n").join_url == "https://meet.example/3");
}

BOOST_AUTO_TEST_CASE(lists_attachments_by_address_only) {
  const Entry entry = event(
      "ATTACH;FMTTYPE=application/pdf;SIZE=1234:https://example.org/"
      "a.pdf\nATTACH:b.png\nATTACH;ENCODING=BASE64;VALUE=BINARY:QUJD\n"
      "ATTACH:CID:part1@example.org\n");
  BOOST_REQUIRE_EQUAL(entry.enclosures.size(), 2u);
  BOOST_TEST((entry.enclosures[0] == Enclosure{"https://example.org/a.pdf", "application/pdf", 1234}));
  BOOST_TEST((entry.enclosures[1] == Enclosure{"https://example.org/calendars/b.png", "", std::nullopt}));
}

BOOST_AUTO_TEST_CASE(reads_organizers) {
  const std::pair<std::string_view, Person> cases[] = {{"ORGANIZER:MAILTO:a@example.org", {"", "a@example.org", ""}},
                                                       {"ORGANIZER;CN=Ada;EMAIL=a@example.org:https://example.org/ada",
                                                        {"Ada", "a@example.org", "https://example.org/ada"}},
                                                       {"ORGANIZER:a@example.org", {"", "a@example.org", ""}},
                                                       {"ORGANIZER;CN=Ada:invalid:nomail", {"Ada", "", ""}}};
  for (const auto& [line, wanted] : cases) BOOST_TEST_CONTEXT(line) {
      const Entry entry = event(std::string(line) + "\n");
      BOOST_REQUIRE_EQUAL(entry.authors.size(), 1u);
      BOOST_TEST((entry.authors[0] == wanted));
    }
  BOOST_TEST(event("ORGANIZER:\n").authors.empty());
}

BOOST_AUTO_TEST_CASE(keeps_the_html_beside_the_text) {
  const Entry entry = event("DESCRIPTION:plain\nX-ALT-DESC;FMTTYPE=text/html:<p>rich\\, text</p>\n");
  BOOST_TEST(entry.summary.raw == "plain");
  BOOST_TEST(!entry.summary.is_html);
  BOOST_TEST(entry.content.raw == "<p>rich, text</p>");
  BOOST_TEST(entry.content.is_html);
}

BOOST_AUTO_TEST_CASE(sees_markup_in_descriptions) {
  const Entry entry = event("DESCRIPTION:Come!\\n<a href=\"https://example.org/e\">Register</a>\\n<b>Now</b>\n");
  BOOST_TEST(entry.summary.is_html);
  BOOST_TEST(entry.summary.raw == "Come!<br>\n<a href=\"https://example.org/e\">Register</a><br>\n<b>Now</b>");
  BOOST_TEST(entry.url == "https://example.org/e");
  BOOST_TEST(!event("DESCRIPTION:a < b & c > d\n").summary.is_html);
  BOOST_TEST(event("DESCRIPTION:<p>one</p>\\n<p>two</p>\n").summary.raw == "<p>one</p>\n<p>two</p>");
  BOOST_TEST(event("URL:https://a.example/\nDESCRIPTION:<a href='https://b.example/'>x</a>\n").url ==
             "https://a.example/");
}

BOOST_AUTO_TEST_CASE(keeps_the_first_of_repeated_single_facts) {
  const Entry entry = event(
      "SUMMARY:\nSUMMARY:one\nSUMMARY:two\nLOCATION:a\nLOCATION:b\nDTSTART:20260101\nDTSTART:20270101\nUID:u\nUID:v\n");
  BOOST_TEST(entry.title.raw == "one");
  BOOST_TEST(entry.location == "a");
  BOOST_TEST(shown(entry.start) == "date 2026-01-01");
  BOOST_TEST(entry.id == "u");
}

BOOST_AUTO_TEST_CASE(reads_vcalendar_1) {
  const Harvest harvest = read(
      "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nTZ:+01\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Caf="
      "C3=\r\n=A9 night\r\n"
      "DESCRIPTION;QUOTED-PRINTABLE:one=0D=0Atwo\r\nCATEGORIES:MEETING;TALK\r\nDTSTART:20260301T090000\r\nDTEND:"
      "20260301T100000\r\n"
      "RRULE:W1 MO "
      "#4\r\nEXDATE:20260308T090000;20260315T090000\r\nDCREATED:20260101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  const Entry& entry = harvest.entries.at(0);
  BOOST_TEST(harvest.document.version == "1.0");
  BOOST_TEST(harvest.document.time_zone == "+01");
  BOOST_TEST(entry.title.raw == "Caf\xC3\xA9 night");
  BOOST_TEST(entry.summary.raw == "one\ntwo");
  BOOST_TEST(entry.categories == (std::vector<std::string>{"MEETING", "TALK"}), boost::test_tools::per_element());
  BOOST_TEST(entry.recurrence.rules.at(0) == "FREQ=WEEKLY;COUNT=4;BYDAY=MO");
  BOOST_TEST(entry.recurrence.exceptions.at(0) == ":20260308T090000,20260315T090000");
  BOOST_TEST(shown(entry.published) == "instant 2026-01-01T00:00:00Z");
}

BOOST_AUTO_TEST_SUITE_END()
