// What terminals read: no control but our own, no bidi override, and lines that keep their places.
#include <almanac/render/text_detail.hpp>
#include <almanac/render/text_digest.hpp>
#include <almanac/render/text_table.hpp>
#include <almanac/text/charset.hpp>
#include <almanac/text/escape.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(hostile_text, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

TextStyle plain(std::size_t columns) {
  TextStyle style;
  style.width = columns;
  return style;
}

void check(const std::string& text) {
  BOOST_TEST(is_valid_utf8(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    BOOST_TEST((byte >= 0x20 || byte == '\n'), "control " << int(byte));
    BOOST_TEST(byte != 0x7f);
    // U+0080 … U+009F
    if (byte == 0xC2 && i + 1 < text.size()) BOOST_TEST(static_cast<unsigned char>(text[i + 1]) >= 0xA0);
  }
  for (const char* bidi :
       {"\xE2\x80\xAA", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    BOOST_TEST(text.find(bidi) == std::string::npos);
}

}  // namespace

BOOST_AUTO_TEST_CASE(b5_1_terminals_get_no_controls) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const std::vector<ListedEvent> list{hostile_event(text), hostile_event(text)};
      auto style = plain(90);
      const auto table = render_event_table(list, berlin(), style);
      check(table);
      BOOST_TEST(std::count(table.begin(), table.end(), '\n') == 3);  // head and two rows: nothing breaks a line
      style.group = GroupBy::place;
      check(render_event_table(list, berlin(), style));
      check(render_deadline_table({{list[0], list[0].event.deadlines[0]}}, berlin(), plain(90)));
      check(render_digest_text(hostile_digest(text), berlin(), plain(78)));
      DetailedEvent detail;
      detail.listed = list[0];
      EntryDetail entry;
      entry.source_name = entry.source_url = entry.merged_because = text;
      entry.entry.id = entry.entry.title.raw = entry.entry.url = entry.entry.location = text;
      entry.entry.links = {{text, text, text, text}, {"https://example.org/" + text, text, text, text}};
      entry.entry.deadlines = list[0].event.deadlines;
      entry.entry.recurrence.rules = {text};
      detail.entries = {entry};
      check(render_event_detail(detail, berlin(), plain(80)));
    }
}

BOOST_AUTO_TEST_CASE(b5_1_hyperlinks_cannot_be_broken_out_of) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      auto listed = hostile_event(text);
      listed.event.url = "https://example.org/" + text;
      auto style = plain(90);
      style.hyperlinks = true;
      const auto table = render_event_table({listed}, berlin(), style);
      // Exactly one link: opened with a clean address, closed once.
      std::size_t sequences = 0;
      for (auto at = table.find('\x1b'); at != std::string::npos; at = table.find('\x1b', at + 1)) ++sequences;
      BOOST_TEST((sequences == 4u || sequences == 0u));
      if (sequences == 4u) BOOST_TEST(table.find("\x1b]8;;https://example.org/") != std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
