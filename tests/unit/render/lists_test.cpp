// Chosen fields, months as grids, templates and alarms.
#include <almanac/render/csv.hpp>
#include <almanac/render/event_fields.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/month_grid.hpp>
#include <almanac/render/template_digest.hpp>
#include <almanac/render/text_detail.hpp>
#include <almanac/render/text_table.hpp>
#include <almanac/text/escape.hpp>
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(lists, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

BOOST_AUTO_TEST_CASE(chosen_members_are_those_of_the_whole_object) {
  const auto whole = boost::json::parse(render_events_json(events()));
  const std::vector<std::string> names{"id", "title", "deadlines", "place", "marks"};
  const auto some = boost::json::parse(render_events_json(events(), json_members(names)));
  const auto& all_events = whole.at("events").as_array();
  const auto& some_events = some.at("events").as_array();
  BOOST_TEST_REQUIRE(all_events.size() == some_events.size());
  const auto members = json_members(names);
  for (std::size_t i = 0; i < all_events.size(); ++i) {
    boost::json::object expected;
    for (const auto& [key, value] : all_events[i].as_object())
      if (std::find(members.begin(), members.end(), std::string_view(key)) != members.end()) expected[key] = value;
    BOOST_TEST((some_events[i].as_object() == expected));
  }
  for (const EventField& field : event_fields()) BOOST_TEST(!json_members({std::string(field.name)}).empty());
}

BOOST_AUTO_TEST_CASE(every_field_fits_a_table_of_any_width) {
  TextStyle style;
  for (const EventField& field : event_fields()) style.fields.emplace_back(field.name);
  for (const std::size_t width : {40u, 80u, 200u}) {
    style.width = width;
    const std::string table = render_event_table(events(), berlin(), style);
    for (std::size_t at = 0; at < table.size();) {
      const auto end = table.find('\n', at);
      BOOST_TEST(display_width(std::string_view(table).substr(at, end - at)) <= width);
      at = end + 1;
    }
  }
  style.fields = {"title", "left"};
  style.width = 60;
  BOOST_TEST(render_event_table(events(), berlin(), style).starts_with("TITLE"));
}

BOOST_AUTO_TEST_CASE(chosen_columns_of_csv_are_defused) {
  const std::string csv = render_events_csv({hostile_event("=1+1\"\n")}, {"title", "place"}, berlin());
  BOOST_TEST(csv.starts_with("title,place\r\n"));
  BOOST_TEST(csv.find("\"'=1+1") != std::string::npos, csv);
}

BOOST_AUTO_TEST_CASE(a_month_counts_the_days_that_events_touch) {
  const std::vector<ListedEvent> rows{all_day("A", "2026-12-30", "2027-01-02"),
                                      timed("B", "2026-12-30T22:30:00", "2026-12-30T23:30:00", "UTC")};
  TextStyle style;
  style.width = 50;
  // In Berlin B ends after midnight.
  BOOST_TEST(render_month_grid(rows, berlin(), style, 3).find("30:2  31:2") != std::string::npos);
  const std::string wide = [&] {
    style.width = 100;
    return render_month_grid(rows, berlin(), style, 2);
  }();
  BOOST_TEST(wide.find("November 2026") < wide.find('\n'));
  BOOST_TEST(wide.find("December 2026") < wide.find('\n'));
}

BOOST_AUTO_TEST_CASE(alarms_ring_before_deadlines_only) {
  auto rows = events();
  const std::string without = render_events_ics(rows, {});
  BOOST_TEST(without.find("VALARM") == std::string::npos);
  const std::string with = render_events_ics(rows, {.alarm = std::chrono::hours(48)});
  BOOST_TEST(with.find("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT48H\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_template_sees_every_item_and_nothing_active) {
  const std::string text =
      "{{title}}\n{{#sections}}{{#groups}}{{#items}}{{{title}}}|{{{why}}}|{{{summary}}}\n{{/items}}{{/groups}}{{/"
      "sections}}";
  const auto plain = render_digest_template(digest(), berlin(), text, TemplateFor::text);
  BOOST_REQUIRE_MESSAGE(plain.has_value(), (plain ? "" : plain.error().text()));
  for (const auto& section : digest().sections)
    for (const auto& group : section.groups)
      for (const auto& item : group.items)
        BOOST_TEST(plain->find(escape_terminal(item.listed.event.title)) != std::string::npos, item.listed.event.title);
  for (const auto& hostile : hostile_texts()) {
    const auto html = render_digest_template(hostile_digest(hostile), berlin(), text, TemplateFor::html);
    BOOST_TEST_REQUIRE(html.has_value());
    BOOST_TEST(html->find('<') == std::string::npos, *html);
    const auto terminal = render_digest_template(hostile_digest(hostile), berlin(), text, TemplateFor::text);
    BOOST_TEST(terminal->find('\x1b') == std::string::npos);
  }
  BOOST_TEST(!render_digest_template(digest(), berlin(), "{{#never}}", TemplateFor::text));
}

BOOST_AUTO_TEST_CASE(detail_says_what_facts_stand_on_and_two_sources_make_them_surer) {
  DetailedEvent detail;
  Event& event = detail.listed.event;
  event.title = "QuuxConf";
  event.kind = Kind::conference;
  event.city = "Lyon";
  event.status = EventStatus::moved_online;
  event.mode = Mode::online;
  event.topics = {"frob", "quux"};
  event.origins.place = event.origins.status = usual_origin(Provenance::prose);
  event.origins.topics = {usual_origin(Provenance::structured), usual_origin(Provenance::prose)};
  EntryDetail one, two;
  one.entry.city = two.entry.city = "Lyon";
  one.entry.kind = two.entry.kind = Kind::conference;
  one.entry.topics = {"quux"};
  two.entry.topics = {"frob", "quux"};
  one.entry.origins.place = usual_origin(Provenance::prose);
  one.entry.origins.topics = {usual_origin(Provenance::prose)};
  two.entry.origins.place = usual_origin(Provenance::structured);
  two.entry.origins.topics = event.origins.topics;
  detail.entries = {one};
  const auto json = [&] { return boost::json::parse(render_event_detail_json(detail)).at("facts_from"); };
  BOOST_TEST(json().at("place").at("from").as_string() == "prose");
  BOOST_TEST(json().at("place").at("confidence").as_int64() == 80);
  BOOST_TEST(!json().as_object().contains("kind"));
  detail.entries = {one, two};
  BOOST_TEST(json().at("place").at("from").as_string() == "structured");
  BOOST_TEST(json().at("place").at("confidence").as_int64() == 99);
  BOOST_TEST(json().at("topics").at(1).at("topic").as_string() == "quux");
  BOOST_TEST(json().at("topics").at(1).at("confidence").as_int64() == 96);
  const std::string text = render_event_detail(detail, berlin(), {});
  BOOST_TEST(text.find("moved online\n") != text.npos, text);
  BOOST_TEST(text.find("frob [structured, 95 %], quux [prose, 96 %]") != text.npos, text);
}

BOOST_AUTO_TEST_CASE(detail_says_what_sources_contradict_each_other_about) {
  const auto told = [](std::string source, std::string_view day, std::string city, Mode mode) {
    EntryDetail one;
    one.source_name = std::move(source);
    one.entry.start = all_day("", day, day).event.when->start;
    one.entry.city = std::move(city);
    one.entry.mode = mode;
    return one;
  };
  DetailedEvent detail;
  detail.listed = all_day("QuuxConf", "2026-06-10", "2026-06-11");
  detail.entries = {told("One", "2026-06-10", "Lyon", Mode::in_person), told("Two", "2026-06-10", "", Mode::unknown)};
  BOOST_TEST(!boost::json::parse(render_event_detail_json(detail)).as_object().contains("conflicts"));
  detail.entries.push_back(told("Three", "2026-06-12", "Lyon", Mode::online));
  const auto conflicts = boost::json::parse(render_event_detail_json(detail)).at("conflicts").as_array();
  BOOST_TEST_REQUIRE(conflicts.size() == 2u);
  BOOST_TEST(conflicts[0].at("fact").as_string() == "start");
  BOOST_TEST(conflicts[0].at("told").at(0).at("value").as_string() == "2026-06-10");
  BOOST_TEST(conflicts[0].at("told").at(0).at("sources").as_array().size() == 2u);
  BOOST_TEST(conflicts[0].at("told").at(1).at("sources").at(0).as_string() == "Three");
  BOOST_TEST(conflicts[1].at("fact").as_string() == "mode");
  const std::string text = render_event_detail(detail, berlin(), {});
  BOOST_TEST(text.find("The sources differ") != text.npos, text);
}

BOOST_AUTO_TEST_SUITE_END()
