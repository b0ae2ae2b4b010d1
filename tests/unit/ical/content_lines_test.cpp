#include "content_lines.hpp"

#include <memory>
#include <vector>

#include "read_ics.hpp"

BOOST_AUTO_TEST_SUITE(content_lines, *boost::unit_test::label("unit"))

using namespace almanac::ical;

namespace {

struct Read {
  std::string whole, name;
  std::uint32_t number;
  bool cut;
  friend bool operator==(const Read&, const Read&) = default;
};

/// All lines of an exact-size heap copy of `text`.
std::vector<Read> lines_of(std::string_view text, std::size_t most = 64u << 10) {
  const auto copy = std::make_unique<char[]>(text.size() + 1);
  std::memcpy(copy.get(), text.data(), text.size());
  Arena arena;
  LineReader reader({copy.get(), text.size()}, most, arena);
  std::vector<Read> out;
  for (Line line; reader.next(line);)
    out.push_back({std::string(line.whole), std::string(line.name), line.number, line.cut});
  return out;
}

std::vector<std::string> wholes(std::string_view text) {
  std::vector<std::string> out;
  for (Read& line : lines_of(text)) out.push_back(std::move(line.whole));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(takes_every_line_break_and_undoes_folds) {
  const std::vector<std::string> wanted{"A:one two", "B:three"};
  for (const std::string text :
       {"A:one two\r\nB:three\r\n", "A:one two\nB:three\n", "A:one two\rB:three\r", "A:one two\r\r\nB:three",
        "A:one\r\n  two\r\nB:th\r\n ree", "A:one\n\t two\nB:th\n\tree\n", "A:one\r  two\rB:t\r h\r ree",
        "\r\n\r\nA:one two\n\n\nB:three\n\n",
        "\xEF\xBB\xBF"
        "A:one two\n\xEF\xBB\xBF"
        "B:three",
        "  A:one two\nB:three"})
    BOOST_TEST_CONTEXT(text) BOOST_TEST(wholes(text) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(joins_a_character_that_a_fold_divides) {
  BOOST_TEST(wholes("A:caf\xC3\r\n \xA9\r\n").at(0) == "A:caf\xC3\xA9");
}

BOOST_AUTO_TEST_CASE(drops_stray_controls) {
  BOOST_TEST(wholes(std::string_view("A:o\0n\x01"
                                     "e\x1F\nB:\ttwo\x0B",
                                     16)) == (std::vector<std::string>{"A:one", "B:\ttwo"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(counts_physical_lines) {
  const auto lines = lines_of("A:1\r\n 2\r\n 3\r\n\r\nB:4\r\nno colon here\r\nC:5");
  BOOST_REQUIRE_EQUAL(lines.size(), 4u);
  BOOST_TEST(lines[1].number == 5u);
  BOOST_TEST(lines[2].name == "");
  BOOST_TEST(lines[3].number == 7u);
}

BOOST_AUTO_TEST_CASE(knows_names_by_what_follows_them) {
  const std::pair<std::string_view, std::string_view> cases[] = {{"SUMMARY:x", "SUMMARY"},
                                                                 {"summary;LANGUAGE=de:x", "summary"},
                                                                 {"X-A_b.c1:x", "X-A_b.c1"},
                                                                 {"SUMMARY :x", "SUMMARY"},
                                                                 {"SUMMARY", ""},
                                                                 {":x", ""},
                                                                 {";A=b:x", ""},
                                                                 {"two words:x", ""},
                                                                 {"caf\xC3\xA9:x", ""},
                                                                 {"http//x", ""}};
  for (const auto& [line, name] : cases) BOOST_TEST_CONTEXT(line) BOOST_TEST(lines_of(line).at(0).name == name);
}

BOOST_AUTO_TEST_CASE(cuts_long_lines_between_characters) {
  const std::string text = "A:" + std::string(100, 'x') + "\xC3\xA9" + std::string(100, 'y') + "\nB:2";
  for (const std::string& form : {text, std::string(text).insert(50, "\n ")}) {
    const auto lines = lines_of(form, 103);
    BOOST_REQUIRE_EQUAL(lines.size(), 2u);
    BOOST_TEST(lines[0].cut);
    BOOST_TEST(lines[0].whole == text.substr(0, 102));
    BOOST_TEST(!lines[1].cut);
  }
}

BOOST_AUTO_TEST_CASE(follows_soft_breaks_of_quoted_printable_only_where_declared) {
  BOOST_TEST(wholes("A;ENCODING=QUOTED-PRINTABLE:one=\r\ntwo=\r\n three\r\nB:x") ==
                 (std::vector<std::string>{"A;ENCODING=QUOTED-PRINTABLE:onetwothree", "B:x"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      wholes("ATTACH;ENCODING=BASE64:QQ==\r\nB:x") == (std::vector<std::string>{"ATTACH;ENCODING=BASE64:QQ==", "B:x"}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
