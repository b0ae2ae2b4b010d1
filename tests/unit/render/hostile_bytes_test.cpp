// No output holds a byte that a terminal obeys or a bidi control, whatever the texts: they are shown and read with
// anything, also what is made for machines.
#include <almanac/render/csv.hpp>
#include <almanac/render/email.hpp>
#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/ics.hpp>
#include <almanac/render/json.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/render/month_grid.hpp>
#include <almanac/render/text_detail.hpp>
#include <almanac/render/text_digest.hpp>
#include <almanac/render/text_table.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(hostile_bytes, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

/// The known texts, and random ones of what is obeyed between what is harmless.
std::vector<std::string> texts() {
  static constexpr const char* parts[] = {"\x1b[31m",
                                          "\x1b]0;t\a",
                                          "\x1b",
                                          "\a",
                                          "\b",
                                          "\x7f",
                                          "\xC2\x9B",
                                          "\xC2\x9D",
                                          "\xC2\x85",
                                          "\xE2\x80\xAA",
                                          "\xE2\x80\xAE",
                                          "\xE2\x81\xA6",
                                          "\xE2\x81\xA9",
                                          "\xE2\x80\xA8",
                                          "a",
                                          "ü",
                                          "語",
                                          " ",
                                          "\n",
                                          "\r\n",
                                          ",",
                                          "\"",
                                          "<",
                                          "\\",
                                          "https://x.example/"};
  std::vector<std::string> out = hostile_texts();
  std::mt19937 engine(7);
  for (int n = 0; n < 120; ++n) {
    std::string text;
    for (auto i = std::uniform_int_distribution<>(1, 8)(engine); i > 0; --i)
      text += parts[std::uniform_int_distribution<std::size_t>(0, std::size(parts) - 1)(engine)];
    out.push_back(std::move(text));
  }
  return out;
}

struct Output {
  const char* name;
  std::string bytes;
};

std::vector<Output> outputs(const std::string& text) {
  ListedEvent linked = hostile_event(text);
  linked.event.url = "https://example.org/" + text;
  const std::vector<ListedEvent> list{hostile_event(text), linked};
  const std::vector<ListedDeadline> deadlines{{list[0], list[0].event.deadlines[0]}};
  const DigestView view = hostile_digest(text);
  const FeedHead head{text, "x", text, text};
  DetailedEvent detail;
  detail.listed = linked;
  EntryDetail entry;
  entry.source_name = entry.source_url = entry.merged_because = text;
  entry.entry.id = entry.entry.title.raw = entry.entry.title.plain = entry.entry.location = text;
  detail.entries = {entry};
  TextStyle style;
  style.width = 80;
  return {{"json", render_events_json(list)},
          {"jsonl", render_events_jsonl(list)},
          {"deadlines json", render_deadlines_json(deadlines)},
          {"deadlines feed", render_deadlines_json_feed(deadlines, berlin(), head)},
          {"deadlines atom", render_deadlines_atom(deadlines, berlin(), head)},
          {"deadlines html", render_deadlines_html(deadlines, berlin(), head)},
          {"digest json", render_digest_json(view)},
          {"detail json", render_event_detail_json(detail)},
          {"export line", render_event_export_line(detail)},
          {"json feed", render_events_json_feed(list, berlin(), head)},
          {"csv", render_events_csv(list, berlin())},
          {"deadlines csv", render_deadlines_csv(deadlines)},
          {"ics", render_events_ics(list, {.name = text})},
          {"deadlines ics", render_deadlines_ics(deadlines, {.name = text})},
          {"digest ics", render_digest_ics(view, {.name = text})},
          {"html", render_events_html(list, berlin(), head, GroupBy::place)},
          {"digest html", render_digest_html(view, berlin())},
          {"markdown", render_events_markdown(list, berlin(), head, GroupBy::place)},
          {"deadlines markdown", render_deadlines_markdown(deadlines, berlin(), head)},
          {"digest markdown", render_digest_markdown(view, berlin())},
          {"atom", render_events_atom(list, berlin(), head)},
          {"eml", render_digest_eml(view, berlin(), {"almanac@localhost", "me@example.org"})},
          {"table", render_event_table(list, berlin(), style)},
          {"deadline table", render_deadline_table(deadlines, berlin(), style)},
          {"detail", render_event_detail(detail, berlin(), style)},
          {"digest text", render_digest_text(view, berlin(), style)},
          {"grid", render_month_grid(list, berlin(), style, 2)}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_check_finds_what_it_looks_for) {
  for (const char* bad : {"\x1b", "a\x07", "\xC2\x9B", "x\xE2\x80\xAE", "\xE2\x81\xA6", "\x7f"})
    BOOST_TEST(what_is_obeyed(bad) != "");
  for (const char* good : {"", "tab\tand\r\nlines", "ü 語 \xE2\x80\xA6 \xC2\xA0"})
    BOOST_TEST(what_is_obeyed(good) == "");
}

BOOST_AUTO_TEST_CASE(no_output_holds_what_is_obeyed) {
  for (const auto& text : texts())
    for (const auto& [name, bytes] : outputs(text))
      BOOST_TEST_CONTEXT(name << " of " << boost::json::serialize(boost::json::value(text)))
  BOOST_TEST(what_is_obeyed(bytes) == "");
}

BOOST_AUTO_TEST_CASE(json_still_gives_back_all_of_a_text) {
  for (const auto& text : texts()) {
    const auto value = boost::json::parse(render_events_json({hostile_event(text)}));
    BOOST_TEST(value.at_pointer("/events/0/title").as_string() == text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
