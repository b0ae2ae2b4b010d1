#include <libical/ical.h>

#include <almanac/render/ics.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <memory>
#include <set>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(ics, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component parse(const std::string& text) {
  icalerror_set_errors_are_fatal(false);
  Component calendar(icalparser_parse_string(text.c_str()));
  BOOST_TEST_REQUIRE(static_cast<bool>(calendar));
  BOOST_TEST(icalcomponent_count_errors(calendar.get()) == 0);
  return calendar;
}

std::vector<icalcomponent*> events_of(const Component& calendar) {
  std::vector<icalcomponent*> list;
  for (auto* c = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); c;
       c = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
    list.push_back(c);
  return list;
}

std::int64_t start_utc(icalcomponent* event) {
  const auto start = icalcomponent_get_dtstart(event);  // in the calendar's own zone, or in none
  const auto* zone = icaltime_get_timezone(start);
  return icaltime_as_timet_with_zone(start, zone ? zone : icaltimezone_get_utc_timezone());
}

std::string summary(icalcomponent* event) {
  const char* text = icalcomponent_get_summary(event);
  return text ? text : "";
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_event_that_comes_with_its_dates_is_told_with_each_of_them) {
  ListedEvent listed = timed("Talks", "2027-03-04T18:00", "2027-03-04T20:00", "Europe/Berlin");
  for (const int week : {1, 2}) {  // without names of their own
    Occurrence date = *listed.shown;
    date.start += week * 7 * 86400;
    date.end += week * 7 * 86400;
    listed.event.occurrences.push_back(date);
  }
  const auto calendar = parse(render_events_ics({listed, listed}, {}));
  std::set<std::string> uids;
  std::set<std::int64_t> starts;
  for (auto* event : events_of(calendar)) {
    uids.insert(icalcomponent_get_uid(event));
    starts.insert(start_utc(event));
  }
  BOOST_TEST(uids.size() == 3u);
  BOOST_TEST(starts.size() == 3u);
  BOOST_TEST(events_of(calendar).size() == 3u);
}

BOOST_AUTO_TEST_CASE(another_reader_finds_every_event_and_deadline) {
  const auto calendar = parse(render_events_ics(events(), {}));
  std::map<std::string, icalcomponent*> by_summary;
  for (auto* event : events_of(calendar)) {
    by_summary[summary(event)] = event;
    icalrestriction_check(event);
  }
  BOOST_TEST(icalrestriction_check(calendar.get()) == 1);
  BOOST_TEST_REQUIRE(by_summary.size() == 10u);  // eight dated events, two deadlines; a post has no date
  auto* all_day = by_summary.at("Hack the Alps");
  BOOST_TEST(icalcomponent_get_dtstart(all_day).is_date == 1);
  BOOST_TEST(icaltime_as_ical_string(icalcomponent_get_dtend(all_day)) == std::string("20261207"));
  BOOST_TEST(icalcomponent_get_status(by_summary.at("Turn of the Year Congress")) == ICAL_STATUS_CANCELLED);
  auto* deadline = by_summary.at("Deadline (paper, extended): International Conference on Almanacs");
  BOOST_TEST(start_utc(deadline) == at("2026-11-29T11:59:00"));
  auto* floating = by_summary.at("Reading group: 東京 edition 🎉 with a title long enough to be cut in any table");
  BOOST_TEST(icaltime_as_ical_string(icalcomponent_get_dtstart(floating)) == std::string("20261209T180000"));
}

BOOST_AUTO_TEST_CASE(zoned_times_mean_the_same_instant_by_our_own_vtimezone) {
  // Winter and summer, both hemispheres, half-hour daylight saving, and a zone without any.
  for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
                           "Africa/Casablanca", "America/Sao_Paulo", "Europe/Dublin", "Pacific/Apia"}) {
    std::vector<ListedEvent> list;
    for (int month = 1; month <= 12; ++month) {
      char start[24];
      std::snprintf(start, sizeof start, "2026-%02d-15T12:34:56", month);
      list.push_back(timed(std::string("m").append(std::to_string(month)), start, start, zone));
      list.back().public_id += static_cast<char>('a' + month);
    }
    const auto calendar = parse(render_events_ics(list, {}));
    const auto found = events_of(calendar);
    BOOST_TEST_REQUIRE(found.size() == list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
      BOOST_TEST_CONTEXT(zone << " " << summary(found[i])) BOOST_TEST(start_utc(found[i]) == list[i].shown->start);
  }
}

BOOST_AUTO_TEST_CASE(writes_utc_where_a_local_time_would_be_ambiguous) {
  // 2026-10-25 02:30 happens twice in Berlin; the second one cannot be named locally.
  const auto second = timed("t", "2026-10-25T01:30:00", "2026-10-25T03:00:00", "Europe/Berlin");
  const auto text = render_events_ics({second}, {});
  BOOST_TEST(text.find("DTSTART:20261025T013000Z") != std::string::npos);
  BOOST_TEST(text.find("DTEND;TZID=Europe/Berlin:20261025T040000") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(uses_utc_for_zones_that_are_no_iana_name) {
  for (const char* zone : {"AoE", "+05:30", "UTC", "Customized Time Zone", "Etc/GMT+12", "CET"}) {
    const auto text = render_events_ics({timed("t", "2026-11-25T17:30:00", "2026-11-25T20:00:00", zone)}, {});
    BOOST_TEST_CONTEXT(zone) {
      BOOST_TEST(text.find("DTSTART:20261125T173000Z") != std::string::npos);
      BOOST_TEST(text.find("VTIMEZONE") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(uids_stay_and_sequence_grows_when_an_event_changes) {
  auto event = events()[6];
  const auto uids = [](const ListedEvent& listed) {
    const auto calendar = parse(render_events_ics({listed}, {}));
    std::multiset<std::string> set;
    for (auto* c : events_of(calendar)) set.insert(icalcomponent_get_uid(c));
    return set;
  };
  const auto sequence = [](const ListedEvent& listed) {
    const auto calendar = parse(render_events_ics({listed}, {}));
    return icalcomponent_get_sequence(events_of(calendar).front());
  };
  const auto before = uids(event);
  const auto first = sequence(event);
  event.shown->start += 86'400;
  event.event.deadlines[0].at.seconds += 7 * 86'400;
  event.event.changed += std::chrono::hours{1};
  BOOST_TEST(uids(event) == before, boost::test_tools::per_element());
  BOOST_TEST(sequence(event) > first);
  BOOST_TEST(std::set<std::string>(before.begin(), before.end()).size() == before.size());
}

BOOST_AUTO_TEST_CASE(same_event_twice_is_written_once) {
  BOOST_TEST(render_events_ics({events()[6], events()[6]}, {}) == render_events_ics({events()[6]}, {}));
}

BOOST_AUTO_TEST_CASE(lines_are_folded_at_75_octets_and_end_with_crlf) {
  const auto text = render_events_ics(events(), {});
  for (std::size_t from = 0; from < text.size();) {
    const auto end = text.find("\r\n", from);
    BOOST_TEST_REQUIRE(end != std::string::npos);
    BOOST_TEST(end - from <= 75u);
    from = end + 2;
  }
}

BOOST_AUTO_TEST_CASE(every_revision_raises_the_sequence) {
  ListedEvent listed = timed("Talks", "2027-03-04T18:00", "2027-03-04T20:00", "Europe/Berlin");
  const std::string before = render_events_ics({listed}, {});
  BOOST_TEST(before.find("SEQUENCE:0\r\n") != std::string::npos);
  listed.event.title = "More talks";  // which is no change that people are told of
  listed.event.revised = instant("2026-11-22T06:00:00");
  const std::string after = render_events_ics({listed}, {});
  for (const char* line : {"LAST-MODIFIED:20261122T060000Z\r\n", "DTSTAMP:20261122T060000Z\r\n", "SEQUENCE:172800\r\n"})
    BOOST_TEST(after.find(line) != std::string::npos, line);
}

BOOST_AUTO_TEST_CASE(a_deadline_names_its_zone_once_and_a_notification_closes_nothing) {
  ListedEvent listed = timed("Talks", "2027-03-04T18:00", "2027-03-04T20:00", "Europe/Berlin");
  const auto said = [&](DeadlineType type, std::string text, std::string zone, bool stated) {
    Deadline one = deadline(type, "2026-12-04T11:59:00", std::move(zone));
    one.at.text = std::move(text);
    one.at.zone_stated = stated;
    return render_deadlines_ics({{listed, one}}, {});
  };
  const auto has = [](const std::string& text, std::string_view part) { return text.find(part) != text.npos; };
  BOOST_TEST(has(said(DeadlineType::paper, "3 December 2026 23:59 AoE", "AoE", true),
                 "DESCRIPTION:Published as: 3 December 2026 23:59 AoE\r\n"));
  BOOST_TEST(has(said(DeadlineType::paper, "2026-12-03 23:59", "AoE", true), "Published as: 2026-12-03 23:59 AoE\r\n"));
  BOOST_TEST(has(said(DeadlineType::paper, "2026-12-04T11:59Z", "UTC", true), "as: 2026-12-04T11:59Z\r\n"));
  BOOST_TEST(has(said(DeadlineType::paper, "2026-12-03", "AoE", false), "as: 2026-12-03 (zone not stated)\r\n"));
  const std::string told = said(DeadlineType::notification, "2026-12-03", "AoE", true);
  BOOST_TEST(has(told, "SUMMARY:Notification: Talks\r\n"), told);
  BOOST_TEST(!has(told, "SUMMARY:Deadline"));
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text) {
  for (const auto& text : hostile_texts()) {
    BOOST_TEST_CONTEXT(text) {
      const auto calendar = parse(render_events_ics({hostile_event(text)}, {.name = text}));
      const auto found = events_of(calendar);
      BOOST_TEST(found.size() == 2u);  // the event and its deadline, nothing injected
      for (auto* event : found) {
        for (auto* p = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); p;
             p = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY)) {
          const std::set<icalproperty_kind> allowed{
              ICAL_UID_PROPERTY,        ICAL_DTSTAMP_PROPERTY,     ICAL_CREATED_PROPERTY, ICAL_LASTMODIFIED_PROPERTY,
              ICAL_SEQUENCE_PROPERTY,   ICAL_DTSTART_PROPERTY,     ICAL_DTEND_PROPERTY,   ICAL_SUMMARY_PROPERTY,
              ICAL_STATUS_PROPERTY,     ICAL_LOCATION_PROPERTY,    ICAL_GEO_PROPERTY,     ICAL_URL_PROPERTY,
              ICAL_CATEGORIES_PROPERTY, ICAL_DESCRIPTION_PROPERTY, ICAL_TRANSP_PROPERTY};
          BOOST_TEST(allowed.count(icalproperty_isa(p)) == 1u);
        }
        BOOST_TEST(icalcomponent_get_first_component(event, ICAL_ANY_COMPONENT) == nullptr);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
