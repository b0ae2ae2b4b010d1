#include <algorithm>
#include <almanac/time/prose/byte_masks.hpp>
#include <almanac/time/prose/prose_phrases.hpp>
#include <almanac/time/prose/prose_text.hpp>
#include <almanac/time/words/word_table.hpp>
#include <array>
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
constexpr auto phrases = phrase_table<rows>();

constexpr PhraseRow short_rows[] = {{1, "a talk by|is off|ok|on t*"}};
constexpr auto short_words = phrase_table<short_rows>();

constexpr PhraseRow alike_rows[] = {{1, "as|as far|as far as possible|as soon"},
                                    {2, "by the way|by the waterside un*"}};
constexpr auto alike = phrase_table<alike_rows>();

constexpr PhraseRow later_rows[] = {{3, "starts|debut"}, {2, "resumes"}};
constexpr PhraseRow earlier_rows[] = {{1, "starts|resumes"}};
constexpr auto together = phrase_table<later_rows, earlier_rows>();

/// The marks of a text whose phrases are looked for.
MarkTable marks_of(const PhraseIndex& index) {
  MarkTable marks;
  mark_phrases(index, Mark::sign, marks);
  return marks;
}

/// Each phrase of a table as published, between bars.
std::string found_in(const PhraseIndex& index, const ProseText& text) {
  std::string seen;
  for (const PhraseHit& hit : find_phrases(index, text, Mark::sign))
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
  const ProseText text({}, "Lisbon NASA mill A éCOLE École ÉCOLE Łódź łan Żary Čáp ŽILINA Άρτα");
  std::string seen;
  for (const Piece& piece : text.pieces())
    if (piece.kind == PieceKind::word) seen += piece.upper ? 'U' : piece.capital ? 'C' : '-';
  BOOST_TEST(seen == "CU-U-CUC-CCUC");
}

BOOST_AUTO_TEST_CASE(cuts_alike_wherever_a_text_begins) {
  const std::string text =
      "The Old mill, 24/25 March: " + std::string(70, 'w') + " Ærø 18:30 zürich東京 x\u0301y DOORS!";
  const std::vector<std::string> expected = published(ProseText({}, text));
  BOOST_TEST(expected.size() == 21U);
  for (std::size_t before = 1; before < 130; ++before) BOOST_TEST_CONTEXT(before) {
      const std::string source = std::string(before, ' ') + text;
      const ProseText moved({}, source);
      const auto seen = published(moved);
      BOOST_TEST(seen == expected, boost::test_tools::per_element());
      std::string capitals;
      for (const Piece& piece : moved.pieces())
        if (piece.capital) capitals += text[moved.published(0, piece.from).size() - before];
      BOOST_TEST(capitals ==
                 "TOM\xC3"
                 "D");
      BOOST_TEST(moved.at(1).spaced);
      BOOST_TEST(!moved.at(4).spaced);
    }
}

BOOST_AUTO_TEST_CASE(cuts_a_title_that_begins_with_blanks) {
  // Its first word goes on behind what is looked at first, and no piece stands before it.
  for (const std::string_view title : {"  Zürich 2027", "  \u00a0Z\u00fcrich", " Zu\u0308rich"})
    BOOST_TEST_CONTEXT(title) {
      const ProseText text(title, "");
      BOOST_TEST(text.text_of(text.at(0)) == "zurich");
      BOOST_TEST(text.at(0).spaced);
      BOOST_TEST(text.at(0).capital);
    }
  const std::string title = std::string(50, ' ') + std::string(20, 'w');
  const ProseText longer(title, "");
  BOOST_TEST(longer.text_of(longer.at(0)) == std::string(20, 'w'));
}

BOOST_AUTO_TEST_CASE(finds_marked_pieces) {
  const ProseText text(
      "Old mill", "We meet on 4 May, at noon (東京), 18:30; then we all go to the Old mill and see: a 7, b, c, d, E.");
  const std::size_t size = text.pieces().size();
  BOOST_REQUIRE(size > 30);
  for (const int marks : {Mark::stop + 0, Mark::figure + 0, Mark::capital + 0, Mark::opener | Mark::stop})
    for (std::size_t from = 0; from <= size; ++from)
      for (std::size_t end = from; end <= size; ++end) {
        std::size_t expected = from;
        while (expected < end && (text.marks(expected) & marks) == 0) ++expected;
        const std::size_t found = text.next_marked(from, static_cast<std::uint8_t>(marks), end);
        BOOST_REQUIRE(std::min(found, end) == expected);
      }
  for (std::size_t i = 0; i < size; ++i) {
    const Piece& piece = text.at(i);
    const bool stops = piece.kind != PieceKind::word && piece.kind != PieceKind::number;
    BOOST_TEST(((text.marks(i) & Mark::stop) != 0) == stops);
    BOOST_TEST(((text.marks(i) & Mark::figure) != 0) == (piece.kind == PieceKind::number));
    BOOST_TEST(((text.marks(i) & Mark::opener) != 0) == (piece.opens != 0));
    BOOST_TEST(((text.marks(i) & Mark::date_name) != 0) == (piece.name != nullptr));
    BOOST_TEST(((text.marks(i) & Mark::capital) != 0) == (piece.capital || piece.kind == PieceKind::sign));
  }
}

BOOST_AUTO_TEST_CASE(marks_short_words_only_before_what_their_phrases_go_on_with) {
  const ProseText text({}, "a day, a talk by; is it, is off ok o on the", marks_of(short_words.index()));
  std::string seen;
  for (std::size_t i = text.next_marked(0, Mark::sign); i < text.pieces().size();
       i = text.next_marked(i + 1, Mark::sign))
    seen += std::string(text.folded().substr(text.at(i).from, 6)) + "|";
  BOOST_TEST(seen == "a talk|is off|ok o o|on the|");
  BOOST_TEST(found_in(short_words.index(), text) == "a talk by|is off|ok|on the|");
}

BOOST_AUTO_TEST_CASE(tells_what_bytes_are) {
  for (int byte = 0; byte < 256; ++byte)
    for (std::size_t at = 0; at < ByteMasks::size; ++at) {
      std::string bytes(ByteMasks::size, '.');
      bytes[at] = static_cast<char>(byte);
      const ByteMasks masks(bytes.data());
      const auto is = [&](std::uint64_t mask) { return mask == std::uint64_t{1} << at; };
      BOOST_REQUIRE((is(masks.letters) || masks.letters == 0) && is(masks.letters) == (byte >= 'a' && byte <= 'z'));
      BOOST_REQUIRE((is(masks.digits) || masks.digits == 0) && is(masks.digits) == (byte >= '0' && byte <= '9'));
      BOOST_REQUIRE((is(masks.blanks) || masks.blanks == 0) && is(masks.blanks) == (byte == ' '));
      BOOST_REQUIRE((is(masks.high) || masks.high == 0) && is(masks.high) == (byte >= 0x80));
    }
}

BOOST_AUTO_TEST_CASE(finds_the_longest_phrase_with_all_its_meanings) {
  const ProseText text({}, "open, opens; open until noon: open under 会議室", marks_of(phrases.index()));
  std::string seen;
  for (const PhraseHit& hit : find_phrases(phrases.index(), text, Mark::sign))
    seen += std::to_string(hit.tag) + ":" +
            std::string(text.published(text.at(hit.from).from, text.at(hit.to - 1).to)) + " ";
  BOOST_TEST(seen == "1:open 1:open until 2:open until 1:open under 2:会議 ");
}

BOOST_AUTO_TEST_CASE(folds_a_character_alike_wherever_it_stands) {
  for (std::size_t before = 0; before < 20; ++before) BOOST_TEST_CONTEXT(before) {
      const std::string capitals(before, 'Z');
      const std::string source = capitals + " \u00C9`\tA@[" + capitals + "\u2014" + capitals;
      const ProseText text({}, source);
      const std::string small(before, 'z');
      BOOST_TEST(text.folded() == "\n" + small + " e' a@[" + small + "-" + small);
      BOOST_TEST(text.published(text.folded().size() - before, text.folded().size()) == capitals);
    }
}

BOOST_AUTO_TEST_CASE(tells_phrases_apart_that_begin_alike) {
  const auto seen = [](std::string_view text) {
    return found_in(alike.index(), ProseText({}, text, marks_of(alike.index())));
  };
  BOOST_TEST(seen("ask as, as fare as far as far as possible") == "as|as|as far|as far as possible|as|");
  BOOST_TEST(seen("as soo") == "as|");
  BOOST_TEST(seen("as soon") == "as soon|");
  BOOST_TEST(seen("by the way, by the ways, by the water, by the waterside un, by the waterside under") ==
             "by the way|by the waterside un|by the waterside under|");
}

BOOST_AUTO_TEST_CASE(finds_the_phrases_of_several_lists_by_tag_whichever_comes_first) {
  const ProseText text({}, "Starts, debut, resumes", marks_of(together.index()));
  std::string seen;
  for (const PhraseHit& hit : find_phrases(together.index(), text, Mark::sign))
    seen += std::to_string(hit.from) + ":" + std::to_string(hit.tag) + " ";
  BOOST_TEST(seen == "1:1 1:3 3:3 5:1 5:2 ");
}

BOOST_AUTO_TEST_CASE(finds_words_of_a_table_and_no_others) {
  static constexpr std::string_view list = "le les lesser l a to today 今日";
  constexpr auto table = dates::word_table<list>();
  for (const std::string_view word : {"le", "les", "lesser", "l", "a", "to", "today", "今日"})
    BOOST_TEST_CONTEXT(word) { BOOST_TEST(table.find(word) == 1); }
  for (const std::string_view word : {"", "lesse", "lesserl", "todays", "tod", "今", "b"}) BOOST_TEST_CONTEXT(word) {
      BOOST_TEST(table.find(word) == 0);
    }
}

BOOST_AUTO_TEST_CASE(tells_each_word_of_a_table_once_with_all_it_means) {
  static constexpr std::array<dates::WordMeaning, 3> words{{{"to", 1}, {"today", 2}, {"to", 4}}};
  constexpr auto table = dates::word_table<words>();
  BOOST_TEST(table.find("to") == 5);
  BOOST_TEST(table.find("today") == 2);
  std::vector<std::string> seen;
  table.for_each_word([&](std::string_view word) { seen.emplace_back(word); });
  std::sort(seen.begin(), seen.end());
  const std::vector<std::string> expected{"to", "today"};
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
