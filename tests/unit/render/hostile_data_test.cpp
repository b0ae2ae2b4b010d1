// JSON and CSV made of hostile texts, read back.
#include <almanac/render/csv.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/json.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(hostile_data, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

std::string text_at(const boost::json::value& value, const char* pointer) {
  return std::string(value.at_pointer(pointer).as_string());
}

/// RFC 4180 §2, strictly: rows of fields.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows{{}};
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else if (c == '"')
        quoted = false;
      else
        field += c;
    } else if (c == '"') {
      BOOST_TEST(field.empty());
      quoted = true;
    } else if (c == ',' || c == '\r') {
      rows.back().push_back(std::move(field));
      field.clear();
      if (c == ',') continue;
      BOOST_TEST_REQUIRE(text[++i] == '\n');
      rows.emplace_back();
    } else {
      field += c;
    }
  }
  BOOST_TEST(!quoted);
  BOOST_TEST(rows.back().empty());
  rows.pop_back();
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(json_gives_back_what_went_in) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const std::vector<ListedEvent> list{hostile_event(text)};
      const auto json = render_events_json(list);
      BOOST_TEST(json.find("</") == std::string::npos);  // may be inlined in a page
      const auto value = boost::json::parse(json);
      BOOST_TEST(text_at(value, "/schema") == "almanac.events/1");
      BOOST_TEST(text_at(value, "/events/0/title") == text);
      BOOST_TEST(text_at(value, "/events/0/topics/1") == text);
      BOOST_TEST(text_at(value, "/events/0/deadlines/0/stated/published") == text);
      BOOST_TEST(!value.at_pointer("/events/0").as_object().contains("url"));  // javascript: is no link
      const auto line = render_events_jsonl(list);
      BOOST_TEST(std::count(line.begin(), line.end(), '\n') == 1);
      BOOST_TEST(boost::json::parse(line) == value.at_pointer("/events/0"));
      boost::json::parse(render_deadlines_json({{list[0], list[0].event.deadlines[0]}}));
      boost::json::parse(render_digest_json(hostile_digest(text)));
      boost::json::parse(render_events_json_feed(list, berlin(), {text, "x", text, text}));
    }
}

BOOST_AUTO_TEST_CASE(json_times_say_which_clock) {
  const auto value = boost::json::parse(render_events_json(events()));
  BOOST_TEST(text_at(value, "/events/0/start") == "2026-11-23");
  BOOST_TEST(value.at_pointer("/events/0/all_day").as_bool());
  BOOST_TEST(text_at(value, "/events/1/start") == "2026-11-25T17:30:00Z");
  BOOST_TEST(text_at(value, "/events/1/zone") == "Europe/Berlin");
  BOOST_TEST(text_at(value, "/events/4/start") == "2026-12-09T18:00:00");
  BOOST_TEST(text_at(value, "/events/6/deadlines/0/closes") == "2026-11-29T11:59:00Z");
  BOOST_TEST(text_at(value, "/events/6/deadlines/0/stated/zone") == "AoE");
  BOOST_TEST(!value.at_pointer("/events/8").as_object().contains("start"));
}

BOOST_AUTO_TEST_CASE(json_feed_has_what_version_1_1_demands) {
  const auto value = boost::json::parse(render_events_json_feed(events(), berlin(), {"Upcoming", "upcoming", "", ""}));
  BOOST_TEST(text_at(value, "/version") == "https://jsonfeed.org/version/1.1");
  for (const auto& item : value.at("items").as_array()) {
    BOOST_TEST(item.as_object().contains("id"));
    BOOST_TEST(item.as_object().contains("content_text"));
  }
  BOOST_TEST(text_at(value, "/items/0/id") == "urn:x-almanac:upcoming:a2wdwk11");
}

BOOST_AUTO_TEST_CASE(csv_gives_back_what_went_in_without_formulas) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const auto listed = hostile_event(text);
      const auto rows = read_csv(render_events_csv({listed, listed}, berlin()));
      BOOST_TEST_REQUIRE(rows.size() == 3u);
      BOOST_TEST(rows[0].size() == rows[1].size());
      BOOST_TEST(rows[1] == rows[2], boost::test_tools::per_element());
      for (const auto& field : rows[1])
        if (!field.empty()) BOOST_TEST(std::string_view("=+-@\t\r\n").find(field[0]) == std::string_view::npos, field);
      const auto cleaned = without_controls(text);
      BOOST_TEST((rows[1][2] == cleaned || rows[1][2] == "'" + cleaned), rows[1][2]);
      const auto deadlines = read_csv(render_deadlines_csv({{listed, listed.event.deadlines[0]}}));
      BOOST_TEST(deadlines.size() == 2u);
      BOOST_TEST(deadlines[0].size() == deadlines[1].size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
