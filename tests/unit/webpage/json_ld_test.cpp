#include <event_facts.hpp>
#include <schedule.hpp>

#include "read_page.hpp"

BOOST_AUTO_TEST_SUITE(json_ld, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(reads_a_whole_event) {
  check_facts(read_page(script(R"({
    "@context": "https://schema.org", "@type": "ConferenceEvent", "@id": "#conf",
    "name": "Rust &amp; Friends 2026", "url": "/2026", "description": "<p>Two days</p>",
    "startDate": "2026-08-08T18:00:00-0700", "endDate": "2026-08-09", "inLanguage": "en",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    "location": {"@type": "Place", "name": "Old Hall", "geo": {"latitude": "52.5", "longitude": 13.25},
      "address": {"@type": "PostalAddress", "streetAddress": "Main St 1", "postalCode": "10115", "addressLocality": "Berlin", "addressCountry": "de"}},
    "organizer": [{"@type": "Organization", "name": "Crab e.V.", "url": "https://crab.example/", "email": "mailto:hi@crab.example"}],
    "offers": [{"@type": "Offer", "price": "10.00", "priceCurrency": "EUR", "validThrough": "2026-08-01", "name": "Early"}, {"price": 50}],
    "hasParticipationOffer": {"@type": "Offer", "name": "Call for talks", "availabilityEnds": "2026-05-01"},
    "keywords": "rust, systems"
  })")),
              {{"entries", "1"},
               {"entries[0].id", "https://example.org/events/#conf"},
               {"entries[0].title", "Rust &amp; Friends 2026"},
               {"entries[0].title@html", "true"},
               {"entries[0].url", "https://example.org/2026"},
               {"entries[0].summary", "<p>Two days</p>"},
               {"entries[0].start", "2026-08-08T18:00:00-0700"},
               {"entries[0].end", "2026-08-09"},
               {"entries[0].language", "en"},
               {"entries[0].kind", "conference"},
               {"entries[0].status", "confirmed"},
               {"entries[0].mode", "in_person"},
               {"entries[0].location", "Old Hall, Main St 1, 10115 Berlin, de"},
               {"entries[0].venue", "Old Hall"},
               {"entries[0].city", "Berlin"},
               {"entries[0].country", "DE"},
               {"entries[0].geo", "52.500000 13.250000"},
               {"entries[0].authors[0].name", "Crab e.V."},
               {"entries[0].authors[0].email", "hi@crab.example"},
               {"entries[0].cost", "10\u201350 EUR"},
               {"entries[0].deadlines[0]", "2026-08-01"},
               {"entries[0].deadlines[0].type", "registration"},
               {"entries[0].deadlines[1]", "2026-05-01"},
               {"entries[0].deadlines[1].type", "cfp"},
               {"entries[0].categories[1]", "systems"}});
}

BOOST_AUTO_TEST_CASE(finds_events_wherever_they_stand) {
  const std::pair<std::string, std::string> cases[] = {
      {R"([{"@type":"Event","name":"A","startDate":"2026-01-01"},{"@type":"Event","name":"B","startDate":"2026-01-02"}])",
       "2"},
      {R"({"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Thing","schema:Hackathon"],"name":"A","startDate":"2026-01-01"}]})",
       "1"},
      {R"({"@type":"ItemList","itemListElement":[{"@type":"ListItem","position":1,"item":{"@type":"MusicEvent","name":"A","startDate":"2026-01-01"}}]})",
       "1"},
      {R"({"@type":"EventSeries","name":"S","subEvent":[{"@type":"http://schema.org/Event","name":"A","startDate":"2026-01-01"},{"@type":"Event","name":"B","startDate":"x"}]})",
       "2"},
      {R"({"@type":"Event","name":"A","startDate":"2026-01-01","superEvent":{"@type":"Festival","name":"F","startDate":"2026-01-01"}})",
       "1"},
      {R"({"@type":"Organization","name":"O","event":{"@type":"Event","name":"A","startDate":"2026-01-01"}})", "1"},
      {R"({"@type":"BroadcastEvent","name":"A","startDate":"2026-01-01"})", "0"},
      {R"({"@type":"Product","name":"A"})", "0"},
      {"\n<!-- {\"@type\":\"Event\",\"name\":\"A\",\"startDate\":\"2026-01-01\",} -->\n", "1"},
      {"//<![CDATA[\n{\"@type\":\"Event\",\"name\":\"A\nB\",\"startDate\":\"2026-01-01\"}\n//]]>", "1"},
      {"null", "0"},
      {"[[[[]]]]", "0"},
  };
  for (const auto& [json, count] : cases) {
    BOOST_TEST_CONTEXT(json) { check_facts(read_page(script(json)), {{"entries", count}, {"warnings[0]", ""}}); }
  }
}

BOOST_AUTO_TEST_CASE(mends_what_templates_get_wrong) {
  for (
      const char* json :
      {"{\"@type\":\"Event\",\"name\":\"A\",\"description\":\"one\ntwo\",\"startDate\":\"2026-01-02\"}",
       R"({"@type":"Event","name":"A","description":"C:\dir \d \'x\'","startDate":"2026-01-02"})",
       R"({&quot;@type&quot;:&quot;Event&quot;,&quot;name&quot;:&quot;A&quot;,&quot;startDate&quot;:&quot;2026-01-02&quot;})"})
    BOOST_TEST_CONTEXT(json) {
      check_facts(read_page(script(json)), {{"entries", "1"}, {"entries[0].start", "2026-01-02"}});
    }
}

BOOST_AUTO_TEST_CASE(warns_of_scripts_that_are_not_json_and_skips_nameless_events) {
  const Harvest harvest =
      read_page(script("{oops") + script(R"({"@type":"Event","startDate":"2026-01-01","url":"x"})") +
                script(R"({"@type":"Event","name":"A","startDate":"2026-01-01"})"));
  check_facts(harvest, {{"entries", "1"}, {"entries[0].title", "A"}, {"warnings[0]", "bad-json-ld"}});
  BOOST_REQUIRE(harvest.skipped.size() == 1u);
  BOOST_TEST(harvest.skipped[0].index == 0u);
}

BOOST_AUTO_TEST_CASE(tells_how_and_where_one_takes_part) {
  struct Case {
    std::string members, mode, location, join_url, city;
  };
  const Case cases[] = {
      {R"("location": "Berlin")", "in_person", "Berlin", "", ""},
      {R"("location": "")", "", "", "", ""},
      {R"("location": {"@type": "Place"})", "", "", "", ""},
      {R"("location": "Online")", "online", "Online", "", ""},
      {R"("location": "https://meet.example/x")", "online", "", "https://meet.example/x", ""},
      {R"("location": {"@type": "VirtualLocation", "url": "https://meet.example/x"})", "online", "",
       "https://meet.example/x", ""},
      {R"("location": [{"@type": "VirtualLocation", "url": "https://m.example/"}, {"@type": "Place", "name": "Hall", "address": "Street 1, Bonn"}])",
       "hybrid", "Hall, Street 1, Bonn", "https://m.example/", ""},
      {R"("eventAttendanceMode": "MixedEventAttendanceMode")", "hybrid", "", "", ""},
      {R"("eventStatus": "https://schema.org/EventMovedOnline", "location": "Hall")", "online", "Hall", "", ""},
      {R"("location": {"@type": "PostalAddress", "addressLocality": "Paris", "addressCountry": {"name": "France"}})",
       "in_person", "Paris, France", "", "Paris"},
      {R"("location": {"@type": "Place", "name": "Paris", "address": "Paris"})", "in_person", "Paris", "", ""},
  };
  for (const auto& c : cases) {
    BOOST_TEST_CONTEXT(c.members) {
      check_facts(read_page(script(R"({"@type":"Event","name":"A","startDate":"2026-01-01",)" + c.members + "}")),
                  {{"entries[0].mode", c.mode},
                   {"entries[0].location", c.location},
                   {"entries[0].join_url", c.join_url},
                   {"entries[0].city", c.city}});
    }
  }
}

BOOST_AUTO_TEST_CASE(follows_references_inside_a_graph) {
  check_facts(read_page(script(R"({"@graph": [
    {"@type": "Event", "name": "A", "startDate": "2026-01-01", "location": {"@id": "#hall"}},
    {"@type": "Place", "@id": "#hall", "name": "Hall", "address": {"addressLocality": "Ulm"}}]})")),
              {{"entries[0].venue", "Hall"}, {"entries[0].city", "Ulm"}});
}

BOOST_AUTO_TEST_CASE(states_cost_and_status) {
  const std::tuple<std::string, std::string, std::string> cases[] = {
      {R"("isAccessibleForFree": true)", "free", ""},
      {R"("isAccessibleForFree": "http://schema.org/True")", "free", ""},
      {R"("offers": {"price": 0, "priceCurrency": "EUR"})", "free", ""},
      {R"("offers": {"@type": "AggregateOffer", "lowPrice": "5", "highPrice": "9,50", "priceCurrency": "EUR"})",
       "5\u20139,50 EUR", ""},
      {R"("offers": {"price": "ask us"})", "", ""},
      {R"("eventStatus": "EventCancelled")", "", "cancelled"},
      {R"("eventStatus": "http://schema.org/EventPostponed")", "", "postponed"},
      {R"("eventStatus": "https://schema.org/EventMovedOnline")", "", "moved_online"},
  };
  for (const auto& [members, cost, status] : cases) {
    BOOST_TEST_CONTEXT(members) {
      check_facts(read_page(script(R"({"@type":"Event","name":"A","startDate":"2026-01-01",)" + members + "}")),
                  {{"entries[0].cost", cost}, {"entries[0].status", status}});
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_the_page_as_address_of_its_only_event) {
  const std::string event = R"({"@type":"Event","name":"A","startDate":"2026-01-01"})";
  check_facts(read_page("<link rel=canonical href=/a>" + script(event)),
              {{"entries[0].url", "https://example.org/a"}, {"document.self", "https://example.org/a"}});
  check_facts(read_page(script("[" + event + "," + event + "]")), {{"entries[0].url", ""}});
}

BOOST_AUTO_TEST_CASE(reads_schedules) {
  check_facts(read_page(script(R"({"@type":"Event","name":"A","duration":"PT2H","eventSchedule":
    {"@type":"Schedule","startDate":"2026-03-01","startTime":"19:00","scheduleTimezone":"Europe/Berlin"}})")),
              {{"entries[0].start", "2026-03-01T19:00 [Europe/Berlin]"}, {"entries[0].duration", "7200"}});
}

BOOST_AUTO_TEST_CASE(reads_how_a_schedule_repeats) {
  const auto schedule = [](std::string_view members) {
    return script(R"({"@type":"Event","name":"A","endDate":"2027-06-30","eventSchedule":{"@type":"Schedule",)" +
                  std::string(members) + "}}");
  };
  // 5 March 2027 is a Friday.
  check_facts(read_page(schedule(R"("startDate":"2027-03-05","startTime":"19:00","endTime":"21:30",
    "repeatFrequency":"P1W","byDay":["https://schema.org/Monday","Wednesday"],
    "scheduleTimezone":"Europe/Berlin")")),
              {{"entries[0].start", "2027-03-08T19:00 [Europe/Berlin]"},
               {"entries[0].end", "2027-03-08T21:30 [Europe/Berlin]"},
               {"entries[0].rrule[0]", "FREQ=WEEKLY;BYDAY=MO,WE"}});
  const auto read = webpage::read_schedule(
      boost::json::parse(R"({"startDate":"2027-03-05","repeatFrequency":"P1D","exceptDate":["2027-03-15","soon"]})")
          .as_object());
  BOOST_TEST(read.exceptions == std::vector<std::string>{"VALUE=DATE:20270315"}, boost::test_tools::per_element());
  const std::pair<std::string_view, std::string_view> rules[] = {
      {R"("repeatFrequency":"P1D","endDate":"2027-03-09")", "FREQ=DAILY;UNTIL=20270309"},
      {R"("repeatFrequency":"Weekly","repeatCount":4)", "FREQ=WEEKLY;COUNT=4"},
      {R"("repeatFrequency":"P2W","byDay":"Friday")", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"},
      {R"("repeatFrequency":"P3M")", "FREQ=MONTHLY;INTERVAL=3"},
      {R"("repeatFrequency":"P1W","byDay":["fr","SA"])", "FREQ=WEEKLY;BYDAY=FR,SA"},
  };
  for (const auto& [members, rule] : rules) BOOST_TEST_CONTEXT(members) {
      check_facts(read_page(schedule(R"("startDate":"2027-03-05",)" + std::string(members))),
                  {{"entries[0].start", "2027-03-05"}, {"entries[0].rrule[0]", std::string(rule)}});
    }
}

BOOST_AUTO_TEST_CASE(of_a_schedule_that_is_not_understood_only_the_first_date_is_read) {
  for (const std::string_view members :
       {R"("repeatFrequency":"P1W","byDay":"2MO")", R"("repeatFrequency":"P1M","byDay":"Monday")",
        R"("repeatFrequency":"P1M","byMonthDay":5)", R"("repeatFrequency":"P2W","byDay":"Monday")",
        R"("repeatFrequency":"P1DT2H")", R"("repeatFrequency":"P0D")", R"("repeatFrequency":"often")",
        R"("repeatFrequency":"P1D","endDate":"never")", R"("repeatFrequency":"P1W","endDate":"2027-03-01")",
        R"("repeatFrequency":"P1D","repeatCount":0)", R"("byDay":"Monday")"})
    BOOST_TEST_CONTEXT(members) {
      const std::string page = script(R"({"@type":"Event","name":"A","eventSchedule":{"startDate":"2027-03-05",)" +
                                      std::string(members) + "}}");
      check_facts(read_page(page), {{"entries[0].start", "2027-03-05"}, {"entries[0].rrule[0]", ""}});
    }
}

BOOST_AUTO_TEST_CASE(reads_iso_durations) {
  const std::pair<std::string_view, std::int64_t> cases[] = {{"PT1H30M", 5400},
                                                             {"P2D", 172800},
                                                             {"P1W", 604800},
                                                             {"P1DT1S", 86401},
                                                             {"", -1},
                                                             {"P", -1},
                                                             {"PT", -1},
                                                             {"P1M", -1},
                                                             {"PT5", -1},
                                                             {"1H", -1},
                                                             {"PT99999999999999999999H", 360000000000}};
  for (const auto& [text, seconds] : cases) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(webpage::iso_duration(text) == seconds); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
