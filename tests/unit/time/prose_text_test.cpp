#include <almanac/time/prose_phrases.hpp>
#include <almanac/time/prose_text.hpp>
#include <almanac/time/word_table.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(text_of_prose, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::prose;

namespace {

/// Each piece as published.
std::vector<std::string> published(const ProseText& text) {
  std::vector<std::string> out;
  for (const Piece& piece : text.pieces()) out.emplace_back(text.published(piece.from, piece.to));
  return out;
}

constexpr PhraseRow rows[] = {{1, "open|open until|open un*"}, {2, "open until|会議"}};
constexpr auto phrases = make_phrase_table<count_phrases(rows)>(rows);

constexpr PhraseRow alike_rows[] = {{1, "as|as far|as far as possible|as soon"},
                                    {2, "by the way|by the waterside un*"}};
constexpr auto alike = make_phrase_table<count_phrases(alike_rows)>(alike_rows);

/// Each phrase of a table as published, between bars.
std::string found_in(const PhraseIndex& index, const ProseText& text) {
  std::string seen;
  for (const PhraseHit& hit : find_phrases(index, text))
    seen += std::string(text.published(text.at(hit.from).from, text.at(hit.to - 1).to)) + "|";
  return seen;
}

}  // namespace

BOOST_AUTO_TEST_CASE(knows_how_each_piece_was_published) {
  // Letters that fold to fewer bytes, to more, to none and to two.
  const ProseText text("Été – Straße", "Ærø,\tZu\u0308rich\u3001東京 ２０２７ ẞ x\xFFy “Ok”");
  const std::vector<std::string> expected{"Été",    "–",  "Straße", "",         "Ærø", ",", "Zu\u0308rich",
                                          "\u3001", "東", "京",     "２０２７", "ẞ",   "x", "\xFF",
                                          "y",      "“",  "Ok",     "”"};
  const auto seen = published(text);
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
  BOOST_TEST(text.folded() == "ete - strasse\naero, zurich,東京 2027 ss x\uFFFDy \"ok\"");
}

BOOST_AUTO_TEST_CASE(tells_capitals) {
  const ProseText text({}, "Lisbon NASA mill A éCOLE École ÉCOLE");
  std::string seen;
  for (const Piece& piece : text.pieces())
    if (piece.kind == PieceKind::word) seen += piece.upper ? 'U' : piece.capital ? 'C' : '-';
  BOOST_TEST(seen == "CU-U-CU");
}

BOOST_AUTO_TEST_CASE(finds_the_longest_phrase_with_all_its_meanings) {
  const ProseText text({}, "open, opens; open until noon: open under 会議室");
  std::string seen;
  for (const PhraseHit& hit : find_phrases(phrases.index(), text))
    seen += std::to_string(hit.tag) + ":" +
            std::string(text.published(text.at(hit.from).from, text.at(hit.to - 1).to)) + " ";
  BOOST_TEST(seen == "1:open 1:open until 2:open until 1:open under 2:会議 ");
}

BOOST_AUTO_TEST_CASE(folds_a_character_alike_wherever_it_stands) {
  for (std::size_t before = 0; before < 20; ++before) BOOST_TEST_CONTEXT(before) {
      const std::string capitals(before, 'Z');
      const ProseText text({}, capitals + " \u00C9`\tA@[" + capitals + "\u2014" + capitals);
      const std::string small(before, 'z');
      BOOST_TEST(text.folded() == "\n" + small + " e' a@[" + small + "-" + small);
      BOOST_TEST(text.published(text.folded().size() - before, text.folded().size()) == capitals);
    }
}

BOOST_AUTO_TEST_CASE(tells_phrases_apart_that_begin_alike) {
  const auto seen = [](std::string_view text) { return found_in(alike.index(), ProseText({}, text)); };
  BOOST_TEST(seen("ask as, as fare as far as far as possible") == "as|as|as far|as far as possible|as|");
  BOOST_TEST(seen("as soo") == "as|");
  BOOST_TEST(seen("as soon") == "as soon|");
  BOOST_TEST(seen("by the way, by the ways, by the water, by the waterside un, by the waterside under") ==
             "by the way|by the waterside un|by the waterside under|");
}

BOOST_AUTO_TEST_CASE(finds_words_of_a_table_and_no_others) {
  constexpr std::string_view list = "le les lesser l a to today 今日";
  constexpr auto table = dates::word_table<dates::count_words(list)>(list);
  for (const std::string_view word : {"le", "les", "lesser", "l", "a", "to", "today", "今日"})
    BOOST_TEST_CONTEXT(word) { BOOST_TEST(table.find(word) == 1); }
  for (const std::string_view word : {"", "lesse", "lesserl", "todays", "tod", "今", "b"}) BOOST_TEST_CONTEXT(word) {
      BOOST_TEST(table.find(word) == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
