#include "sniff.hpp"

#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(ical_sniff, *boost::unit_test::label("unit"))

using namespace almanac::ical;

BOOST_AUTO_TEST_CASE(tells_calendars_from_other_documents) {
  struct Case {
    std::string_view prefix, type;
    int wanted;
  };
  const Case cases[] = {
      {"BEGIN:VCALENDAR\r\nVERSION:2.0", "text/html", 100},
      {"\xEF\xBB\xBF\r\n \n begin:vcalendar", "", 100},
      {"<?xml version=\"1.0\"?>\n<!-- x > y -->\n<icalendar xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\">", "", 95},
      {"<iCalendar>", "text/xml", 95},
      {"<xcal:iCalendar xmlns:xcal=\"urn:ietf:params:xml:ns:xcal\">", "", 95},
      {"[\"vcalendar\",[", "application/json", 95},
      {"[[\"vcalendar\",[", "", 95},
      {"", "text/calendar; charset=utf-8", 60},
      {"", "application/calendar+json", 60},
      {"Notice: undefined\nBEGIN:VCALENDAR\n", "text/plain", 50},
      {"BEGINVCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n", "text/plain", 50},
      {"<!DOCTYPE html><html><pre>BEGIN:VCALENDAR", "text/html", 0},
      {"<br />\n<b>Warning</b>: none in x.php\nBEGIN:VCALENDAR\n", "text/html", 50},
      {"<rss version=\"2.0\">", "application/rss+xml", 0},
      {"BEGIN:VCARD", "text/vcard", 0},
      {"[{\"a\":1}]", "application/json", 0},
      {"<!--", "", 0},
      {"<", "", 0},
      {"", "", 0}};
  for (const Case& c : cases) BOOST_TEST_CONTEXT(c.prefix) BOOST_TEST(confidence(c.prefix, c.type) == c.wanted);
}

BOOST_AUTO_TEST_CASE(plans_one_request_over_https) {
  for (const std::string url :
       {"webcal://example.org/a.ics", "https://example.org/a.ics", "WEBCALS://example.org/a.ics"}) {
    auto plugin = almanac::PluginInstance::create(*almanac_builtin_ical(), {url, "", {}});
    BOOST_REQUIRE(plugin.has_value());
    const auto requests = plugin->plan();
    BOOST_REQUIRE(requests.has_value());
    BOOST_REQUIRE_EQUAL(requests->size(), 1u);
    BOOST_TEST(requests->front().url == "https://example.org/a.ics");
    BOOST_TEST(requests->front().accept.starts_with("text/calendar"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
