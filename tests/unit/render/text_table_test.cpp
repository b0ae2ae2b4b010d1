#include <almanac/render/json.hpp>
#include <almanac/render/text_detail.hpp>
#include <almanac/render/text_digest.hpp>
#include <almanac/render/text_table.hpp>
#include <almanac/text/escape.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(text_table, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

TextStyle width(std::size_t columns) {
  TextStyle style;
  style.width = columns;
  return style;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(fits_every_width) {
  for (std::size_t columns = 1; columns <= 240; ++columns) {
    const auto allowed = std::max<std::size_t>(columns, 40);
    for (const auto group : {GroupBy::none, GroupBy::week, GroupBy::place}) {
      auto style = width(columns);
      style.group = group;
      const auto table = render_event_table(events(), berlin(), style);
      for (const auto& line : lines_of(table)) BOOST_TEST_CONTEXT(columns << ": " << line) {
          BOOST_TEST(display_width(line) <= allowed);
          BOOST_TEST(!line.ends_with(' '));
        }
      // Whatever vanishes, the title and the date stay.
      BOOST_TEST(has(table, "★ Rust"));
      BOOST_TEST(has(table, "25 Nov"));
    }
    for (const auto& line : lines_of(render_deadline_table(deadlines(), berlin(), width(columns))))
      BOOST_TEST_CONTEXT(columns << ": " << line) BOOST_TEST(display_width(line) <= allowed);
  }
}

BOOST_AUTO_TEST_CASE(never_cuts_an_id) {
  for (std::size_t columns = 40; columns <= 160; ++columns) {
    const auto table = render_event_table(events(), berlin(), width(columns));
    BOOST_TEST_CONTEXT(columns) BOOST_TEST(has(table, "b3rust22") == has(table, "b3r"));
  }
  BOOST_TEST(has(render_event_table(events(), berlin(), width(80)), "b3rust22"));
}

BOOST_AUTO_TEST_CASE(a_long_date_leaves_room_for_the_id_in_narrow_tables) {
  auto all = events();
  all.resize(1);
  all[0].shown->start -= 400 * 86'400;  // since last year
  all[0].shown->end += 40 * 86'400;
  for (std::size_t columns = 40; columns < 120; ++columns) {
    const auto table = render_event_table(all, berlin(), width(columns));
    BOOST_TEST_CONTEXT(columns << ": " << table) {
      BOOST_TEST(has(table, "until "));
      BOOST_TEST(has(table, all[0].public_id));
      if (columns >= 80) BOOST_TEST(has(table, "PLACE"));
    }
  }
  all[0].shown->start = all[0].shown->end - 4 * 86'400;  // a week around the turn of a year
  for (std::size_t columns = 40; columns < 60; ++columns)
    BOOST_TEST(has(render_event_table(all, berlin(), width(columns)), all[0].public_id), columns);
}

BOOST_AUTO_TEST_CASE(aligns_columns_by_display_width) {
  const auto lines = lines_of(render_event_table(events(), berlin(), width(120)));
  const auto column = display_width(lines[0].substr(0, lines[0].find("ID")));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto id = lines[i].rfind(' ') + 1;
    BOOST_TEST_CONTEXT(lines[i]) BOOST_TEST(display_width(lines[i].substr(0, id)) == column);
  }
}

BOOST_AUTO_TEST_CASE(drops_columns_that_nobody_fills) {
  auto bare = events()[0];
  bare.event.city = bare.event.country = bare.event.location = "";
  bare.event.mode = Mode::unknown;
  BOOST_TEST(!has(render_event_table({bare}, berlin(), width(120)), "PLACE"));
}

BOOST_AUTO_TEST_CASE(says_what_to_try_when_the_list_is_empty) {
  const auto text = render_event_table({}, berlin(), width(80));
  BOOST_TEST(lines_of(text).size() == 1u);
  BOOST_TEST(has(text, "--within"));
  BOOST_TEST(render_deadline_table({}, berlin(), width(80)) == text);
}

BOOST_AUTO_TEST_CASE(colours_and_links_only_when_asked) {
  const auto plain = render_event_table(events(), berlin(), width(100));
  BOOST_TEST(!has(plain, "\x1b"));
  auto style = width(100);
  style.color = ColorMode::always;
  style.hyperlinks = true;
  const auto rich = render_event_table(events(), berlin(), style);
  BOOST_TEST(has(rich, "\x1b]8;;https://example.org/e\x1b\\"));
  BOOST_TEST(has(rich, "\x1b[31m"));
  // Taking the sequences out gives the plain table.
  std::string stripped;
  for (std::size_t i = 0; i < rich.size(); ++i) {
    if (rich[i] != '\x1b') {
      stripped += rich[i];
    } else if (rich[i + 1] == ']') {
      i = rich.find("\x1b\\", i) + 1;
    } else {
      i = rich.find('m', i);
    }
  }
  BOOST_TEST(stripped == plain);
}

BOOST_AUTO_TEST_CASE(detail_tells_every_fact_with_its_origin) {
  const auto text = render_event_detail(detailed(), berlin(), width(80));
  for (const char* part : {"g8conf77", "12–14 May 2027", "Lisbon, PT", "38.72230", "Calendars, clocks & the people",
                           "paper (extended) closes in 4 d 3 h", "structured", "https://example.org/e?from=list",
                           "Sun 22 Nov 12:59 CET (Sat 21 Nov 23:59 AoE)", "same address and start day",
                           "(prose, from “May 12-14, 2027”)", "almanacs-2027", "https://list.example/feed.xml"})
    BOOST_TEST_CONTEXT(part) BOOST_TEST(has(text, part));
  for (std::size_t columns : {40u, 60u, 100u})
    for (const auto& line : lines_of(render_event_detail(detailed(), berlin(), width(columns))))
      if (!has(line, "https://")) BOOST_TEST_CONTEXT(line) BOOST_TEST(display_width(line) <= columns);
}

BOOST_AUTO_TEST_CASE(detail_tells_who_says_what_of_a_deadline_in_doubt) {
  DetailedEvent detail = detailed();
  Deadline& paper = detail.listed.event.deadlines[0];
  Moment earlier = paper.at;
  earlier.seconds -= 12 * 3600;
  paper.readings = {earlier, paper.at};
  paper.doubt = DeadlineDoubt::zone;
  EntryDetail other = detail.entries[0];
  other.source_name = "Other list";
  other.entry.deadlines[0].at = earlier;
  detail.entries.push_back(other);
  const auto text = render_event_detail(detail, berlin(), width(100));
  for (const char* part :
       {"paper (zone in doubt)", "probably about the zone", "says Other list", "says Conference list"})
    BOOST_TEST_CONTEXT(part) BOOST_TEST(has(text, part));
  const auto json = render_event_detail_json(detail);
  BOOST_TEST(has(json, R"("doubt":"zone","readings":["2026-11-28T23:59:00Z","2026-11-29T11:59:00Z"])"));
  detail.listed.event.deadlines[0].doubt = DeadlineDoubt::conflict;
  BOOST_TEST(has(render_event_detail(detail, berlin(), width(100)), "the sources contradict each other"));
}

BOOST_AUTO_TEST_CASE(digest_wraps_at_78_columns) {
  for (const auto& line : lines_of(render_digest_text(digest(), berlin(), width(78))))
    BOOST_TEST_CONTEXT(line) BOOST_TEST(display_width(line) <= 78u);
}

BOOST_AUTO_TEST_CASE(an_empty_digest_says_so_in_one_line) {
  auto empty = digest();
  empty.sections.clear();
  empty.left_out.clear();
  empty.broken.clear();
  BOOST_TEST(
      has(render_digest_text(empty, berlin(), width(78)), "Nothing new in 23–29 November 2026 for Machine learning."));
}

BOOST_AUTO_TEST_SUITE_END()
