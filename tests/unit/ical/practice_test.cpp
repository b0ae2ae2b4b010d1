// What calendars do in the wild, one case a habit, with calendars of our own.
#include <almanac/text/charset.hpp>

#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_practice, *boost::unit_test::label("unit"))

using namespace ical_test;

namespace {

Harvest one_event(std::string_view lines) {
  return read(calendar("BEGIN:VEVENT\r\n" + std::string(lines) + "END:VEVENT\r\n"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(refuses_a_web_page_in_place_of_a_calendar) {
  BOOST_TEST(
      !parse("<!DOCTYPE html>\n<html><head><title>Events</title></head><body>Log in</body></html>\n").has_value());
}

BOOST_AUTO_TEST_CASE(reads_markup_in_a_summary) {
  const Entry marked = event("SUMMARY:Caf&eacute; &amp; <b>bar</b>\n");
  BOOST_TEST(marked.title.is_html);
  BOOST_TEST(marked.title.raw == "Caf&eacute; &amp; <b>bar</b>");
  for (const char* plain : {"R&D", "a < b", "AT&T; and others", "1 <2> 3"})
    BOOST_TEST(!event("SUMMARY:" + std::string(plain) + "\n").title.is_html);
}

BOOST_AUTO_TEST_CASE(decodes_texts_in_base64) {
  BOOST_TEST(event("DESCRIPTION;ENCODING=BASE64:R3LDvMOfZSwgYTsgYg==\n").summary.raw == "Grüße, a; b");
  BOOST_TEST(event("SUMMARY;CHARSET=ISO-8859-1;ENCODING=b:R3L832U=\n").title.raw == "Grüße");
}

BOOST_AUTO_TEST_CASE(reads_a_styled_description) {
  const Entry styled = event("STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<p>Hi\\, you</p>\nDESCRIPTION:Hi\n");
  BOOST_TEST(styled.content.raw == "<p>Hi, you</p>");
  BOOST_TEST(styled.content.is_html);
  BOOST_TEST(styled.summary.raw == "Hi");
}

BOOST_AUTO_TEST_CASE(does_not_take_an_address_for_a_styled_description) {
  BOOST_TEST(event("STYLED-DESCRIPTION;VALUE=URI;FMTTYPE=text/html:https://example.org/d.html\n").content.raw == "");
}

BOOST_AUTO_TEST_CASE(takes_an_organizer_without_an_address_as_a_name) {
  const Entry named = event("ORGANIZER:The Club\\, north\n");
  BOOST_REQUIRE_EQUAL(named.authors.size(), 1u);
  BOOST_TEST(named.authors[0].name == "The Club, north");
  BOOST_TEST(event("ORGANIZER:urn:uuid:1\n").authors.empty());
}

BOOST_AUTO_TEST_CASE(reads_names_written_as_in_addresses) {
  const auto name = [](const std::string& cn) {
    return event("ORGANIZER;CN=\"" + cn + "\":MAILTO:a@example.org\n").authors.at(0).name;
  };
  BOOST_TEST(name("J%C3%BCrgen%20Doe%20%26%20Co") == "J\xC3\xBCrgen Doe & Co");
  BOOST_TEST(name("100%20 sure") == "100%20 sure");
  BOOST_TEST(name("100%") == "100%");
  BOOST_TEST(name("%FF%20x") == "%FF%20x");
}

BOOST_AUTO_TEST_CASE(takes_the_link_of_an_exporter_that_writes_no_url) {
  BOOST_TEST(event("X-TRUMBA-LINK:https://e.example.edu/?id=1\n").url == "https://e.example.edu/?id=1");
  BOOST_TEST(event("X-TRUMBA-LINK:https://e.example.edu/\nURL:https://own.example.org/\n").url ==
             "https://own.example.org/");
}

BOOST_AUTO_TEST_CASE(takes_any_uid_as_it_is) {
  for (const std::string uid :
       {"no-at-sign", "with blanks in it", "7-1767258000-1767265200@example.org", "{GUID}", "trailing "})
    BOOST_TEST(event("UID:" + uid + "\n").id == uid);
  BOOST_TEST(event("SUMMARY:none\n").id == "");
}

BOOST_AUTO_TEST_CASE(keeps_every_component_with_one_uid) {
  const std::string one = "BEGIN:VEVENT\nUID:u\nSUMMARY:x\nEND:VEVENT\n";
  BOOST_TEST(read(calendar(one + one + "BEGIN:VEVENT\nUID:u\nRECURRENCE-ID:20260301\nSEQUENCE:2\nEND:VEVENT\n"))
                 .entries.size() == 3u);
}

BOOST_AUTO_TEST_CASE(keeps_events_without_or_with_broken_stamps) {
  BOOST_TEST(!event("SUMMARY:x\n").updated.has_value());
  BOOST_TEST(shown(event("DTSTAMP:20260301T123456712345678\n").updated) == "text 20260301T123456712345678");
  BOOST_TEST(!event("DTSTAMP:20261341T000000Z\n").updated.has_value());
  BOOST_TEST(shown(event("DTSTAMP:20260301T090000\n").updated) == "instant 2026-03-01T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(leaves_a_missing_end_open) {
  BOOST_TEST(!event("DTSTART;VALUE=DATE:20260301\n").end.has_value());
  BOOST_TEST(!event("DTSTART:20260301T090000Z\n").end.has_value());
}

BOOST_AUTO_TEST_CASE(passes_inclusive_and_reversed_ends_on_as_found) {
  const Entry same = event("DTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260301\n");
  BOOST_TEST(shown(same.end) == "date 2026-03-01");
  const Entry reversed = event("DTSTART:20260301T100000Z\nDTEND:20260301T090000Z\n");
  BOOST_TEST(shown(reversed.start) == "instant 2026-03-01T10:00:00Z");
  BOOST_TEST(shown(reversed.end) == "instant 2026-03-01T09:00:00Z");
  BOOST_TEST(shown(event("DTEND;VALUE=DATE;TZID=America/Detroit:20260301\n").end) == "date 2026-03-01");
}

BOOST_AUTO_TEST_CASE(carries_an_end_past_its_month_into_the_next) {
  const Harvest harvest = one_event("DTSTART;VALUE=DATE:20260930\nDTEND;VALUE=DATE:20260931\n");
  BOOST_TEST(shown(harvest.entries.at(0).end) == "date 2026-10-01");
  BOOST_TEST(warned(harvest, "impossible-date"));
  BOOST_TEST(shown(event("DTEND:20261232\n").end) == "date 2027-01-01");
}

BOOST_AUTO_TEST_CASE(skips_an_event_whose_start_is_impossible) {
  const Harvest harvest = read(
      calendar("BEGIN:VEVENT\nSUMMARY:good\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20260231\nSUMMARY:bad\nEND:VEVENT\n"));
  BOOST_REQUIRE_EQUAL(harvest.entries.size(), 1u);
  BOOST_REQUIRE_EQUAL(harvest.skipped.size(), 1u);
  BOOST_TEST(harvest.skipped[0].index == 1u);
  BOOST_TEST(harvest.skipped[0].reason == "DTSTART is no date: \"20260231\" (line 8)");
}

BOOST_AUTO_TEST_CASE(keeps_an_event_with_another_impossible_date) {
  const Harvest harvest =
      one_event("DTSTART:20260301\nDTEND:20261399\nCREATED:20261301T000000Z\nRECURRENCE-ID:20260230\n");
  BOOST_TEST(shown(harvest.entries.at(0).start) == "date 2026-03-01");
  BOOST_TEST(!harvest.entries[0].end.has_value());
  BOOST_TEST(!harvest.entries[0].published.has_value());
  BOOST_TEST(!harvest.entries[0].recurrence.id.has_value());
  BOOST_TEST(harvest.warnings.size() == 3u);
}

BOOST_AUTO_TEST_CASE(takes_eight_digits_for_a_day) {
  BOOST_TEST(shown(event("DTSTART:20260301\n").start) == "date 2026-03-01");
}

BOOST_AUTO_TEST_CASE(lets_the_end_win_over_a_duration) {
  const Entry entry = event("DTEND:20260301T100000Z\nDURATION:PT9H\n");
  BOOST_TEST(shown(entry.end) == "instant 2026-03-01T10:00:00Z");
  BOOST_TEST(!entry.duration.has_value());
}

BOOST_AUTO_TEST_CASE(keeps_days_and_floating_times_apart_from_instants) {
  BOOST_TEST(shown(event("DTSTART;VALUE=DATE:20260301\n").start) == "date 2026-03-01");
  BOOST_TEST(shown(event("DTSTART:20260301T090000\n").start) == "local 2026-03-01T09:00:00");
}

BOOST_AUTO_TEST_CASE(names_zones_as_published) {
  for (const std::string zone :
       {"W. Europe Standard Time", "Customized Time Zone", "tzone://Microsoft/Custom",
        "/freeassociation.sourceforge.net/Europe/Berlin", "Etc/GMT+12", "UTC-12:00", "America/New_York"}) {
    BOOST_TEST(shown(event("DTSTART;TZID=\"" + zone + "\":20260301T090000\n").start) ==
               "local 2026-03-01T09:00:00 " + zone);
    BOOST_TEST(shown(event("DTSTART;TZID=" + zone + ":20260301T090000\n").start) ==
               "local 2026-03-01T09:00:00 " + zone);
  }
}

BOOST_AUTO_TEST_CASE(takes_the_zone_of_a_calendar_by_any_of_its_names) {
  for (const std::string name : {"X-WR-TIMEZONE", "TIMEZONE-ID", "TZID", "TZ"}) BOOST_TEST_CONTEXT(name)
  BOOST_TEST(read("BEGIN:VCALENDAR\n" + name + ":Europe/Berlin\nEND:VCALENDAR\n").document.time_zone ==
             "Europe/Berlin");
}

BOOST_AUTO_TEST_CASE(leaves_utc_times_alone_where_the_calendar_has_a_display_zone) {
  const Harvest harvest = read(
      "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Berlin\nBEGIN:VEVENT\nDTSTART:20260301T090000Z\nDTEND;TZID=Asia/"
      "Tokyo:20260301T190000\nEND:VEVENT\nEND:VCALENDAR\n");
  BOOST_TEST(harvest.document.time_zone == "Europe/Berlin");
  BOOST_TEST(shown(harvest.entries.at(0).start) == "instant 2026-03-01T09:00:00Z");
  BOOST_TEST(shown(harvest.entries.at(0).end) == "local 2026-03-01T19:00:00 Asia/Tokyo");
}

BOOST_AUTO_TEST_CASE(passes_odd_recurrences_on_as_found) {
  const Entry entry = event(
      "DTSTART:20260301T090000Z\nRRULE:FREQ=WEEKLY;UNTIL=20260401;BYDAY=SU\nRRULE:FREQ=DAILY;COUNT=-45\nEXDATE;VALUE="
      "DATE:20260308\nRDATE:20131210Z\n");
  BOOST_TEST(entry.recurrence.rules.at(0) == "FREQ=WEEKLY;UNTIL=20260401;BYDAY=SU");
  BOOST_TEST(entry.recurrence.rules.at(1) == "FREQ=DAILY;COUNT=-45");
  BOOST_TEST(entry.recurrence.exceptions.at(0) == "VALUE=DATE:20260308");
  BOOST_TEST(entry.recurrence.dates.at(0) == ":20131210Z");
}

BOOST_AUTO_TEST_CASE(does_not_take_the_withdrawn_range_for_the_following_ones) {
  BOOST_TEST(!event("RECURRENCE-ID;RANGE=THISANDPRIOR:20260301T090000Z\n").recurrence.this_and_future);
  BOOST_TEST(event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260301T090000Z\n").recurrence.this_and_future);
}

BOOST_AUTO_TEST_CASE(passes_over_marks_around_a_value) {
  for (const char* value : {"20260301T090000Z;", "20260301T090000Z,", "\"20260301T090000Z\"", "'20260301T090000Z'"})
    BOOST_TEST_CONTEXT(value)
  BOOST_TEST(shown(event("DTSTART:" + std::string(value) + "\n").start) == "instant 2026-03-01T09:00:00Z");
  BOOST_TEST(shown(event("DTSTART;TZID=GMT+01:00:20260301T090000;\n").start) == "local 2026-03-01T09:00:00 GMT+01:00");
  BOOST_TEST((event("STATUS:CANCELLED;\n").status == EventStatus::cancelled));
  BOOST_TEST(event("URL:\"https://example.org/a\"\n").url == "https://example.org/a");
}

BOOST_AUTO_TEST_CASE(marks_cancelled_events) {
  BOOST_TEST((event("STATUS:CANCELLED\n").status == EventStatus::cancelled));
  const Harvest harvest =
      read("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nSTATUS:CONFIRMED\nEND:VEVENT\nEND:VCALENDAR\n");
  BOOST_TEST((harvest.entries.at(0).status == EventStatus::cancelled));
}

BOOST_AUTO_TEST_CASE(prefers_the_description_over_its_html_copy) {
  const Entry entry = event("X-ALT-DESC;FMTTYPE=text/html:<b>rich</b>\nDESCRIPTION:plain\n");
  BOOST_TEST(entry.summary.raw == "plain");
  BOOST_TEST(entry.content.raw == "<b>rich</b>");
}

BOOST_AUTO_TEST_CASE(resolves_a_relative_url_against_the_final_address) {
  BOOST_TEST(event("URL:/c/venue/calendar\n", "https://forum.example/feed/all.ics").url ==
             "https://forum.example/c/venue/calendar");
}

BOOST_AUTO_TEST_CASE(rejects_the_null_island) { BOOST_TEST(!event("GEO:0;0\n").geo.has_value()); }

BOOST_AUTO_TEST_CASE(keeps_a_location_that_is_an_address_or_a_word) {
  BOOST_TEST(event("LOCATION:https://meet.example/1\n").location == "https://meet.example/1");
  BOOST_TEST(event("LOCATION:Online\n").location == "Online");
}

BOOST_AUTO_TEST_CASE(reads_careless_exports) {
  const Harvest harvest = read(
      "\xEF\xBB\xBF"
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION\nSUMMARY:One, two; three\nLOCATION:Main\x01 hall\nURL:\n"
      "DTSTART:20260301T090000Z\n\nEND:VEVENT\nEND:VCALENDAR");
  BOOST_TEST(harvest.entries.at(0).title.raw == "One, two; three");
  BOOST_TEST(harvest.entries[0].location == "Main hall");
  BOOST_TEST(warned(harvest, "bad-line"));
}

BOOST_AUTO_TEST_CASE(decodes_a_fold_inside_a_character_with_the_hosts_decoder) {
  std::string bytes = calendar("BEGIN:VEVENT\r\nSUMMARY:caf\xC3\r\n \xA9\r\nEND:VEVENT\r\n");
  const Decoded decoded = decode_document(std::move(bytes), "text/calendar", Markup::calendar);
  BOOST_TEST(read(decoded.text).entries.at(0).title.raw == "caf\xC3\xA9");
}

BOOST_AUTO_TEST_SUITE_END()
