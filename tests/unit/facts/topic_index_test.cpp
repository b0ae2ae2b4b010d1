#include <almanac/facts/topic_index.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(topic_index, *boost::unit_test::label("unit"))

using namespace almanac::facts;

namespace {

const TopicIndex index({{{"machine", "learning"}, 0},
                        {{"machine", "learning"}, 0},
                        {{"machine", "translation"}, 1, false, true},
                        {{"Go", "language"}, 2, true},
                        {{"go"}, 3},
                        {{"interdisciplinary"}, 4},
                        {{"interdisciplinarity"}, 5, false, true},
                        {{"c++"}, 6},
                        {{"\u043f\u0440\u0438\u0440\u043e\u0434\u0430"}, 7}});

std::vector<std::uint64_t> hits_of(std::string_view text, TopicPhrases wanted = TopicPhrases::all) {
  std::vector<std::uint64_t> hits(8);
  index.count(text, wanted, 1, hits);
  return hits;
}
using Hits = std::vector<std::uint64_t>;

}  // namespace

BOOST_AUTO_TEST_CASE(counts_every_phrase_at_every_place) {
  const struct {
    const char* text;
    Hits wanted;
  } cases[]{
      {"", {0, 0, 0, 0, 0, 0, 0, 0}},
      {"machine", {0, 0, 0, 0, 0, 0, 0, 0}},
      {"Machine  Learning and machine-learning", {4, 0, 0, 0, 0, 0, 0, 0}},
      {"machine learnings", {0, 0, 0, 0, 0, 0, 0, 0}},
      {"machine machine translations", {0, 1, 0, 0, 0, 0, 0, 0}},
      {"GO LANGUAGE, Go language", {0, 0, 1, 2, 0, 0, 0, 0}},
      {"interdisciplinarY interdisciplinarx", {0, 0, 0, 0, 1, 0, 0, 0}},
      {"interdisciplinaritys interdisciplinarit", {0, 0, 0, 0, 0, 1, 0, 0}},
      {"C++ c c+", {0, 0, 0, 0, 0, 0, 1, 0}},
  };
  for (const auto& [text, wanted] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(hits_of(text) == wanted, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(tells_phrases_as_written_from_folded_ones) {
  const std::string text = "Go language: \u043f\u0440\u0438\u0440\u043e\u0434\u0430";
  BOOST_TEST(hits_of(text, TopicPhrases::exact) == (Hits{0, 0, 1, 0, 0, 0, 0, 0}), boost::test_tools::per_element());
  BOOST_TEST(hits_of(text, TopicPhrases::folded) == (Hits{0, 0, 0, 0, 0, 0, 0, 1}), boost::test_tools::per_element());
  // Beyond ASCII that bit does not tell a capital.
  BOOST_TEST(hits_of("\u041f\u0420\u0418\u0440\u043e\u0434\u0430", TopicPhrases::folded) == Hits(8),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(finds_beginnings_however_short) {
  const TopicIndex open({{{"ki"}, 0, false, true}, {{"K"}, 1, true, true}, {{"kinder"}, 2}});
  std::vector<std::uint64_t> hits(3);
  open.count("Kinder, kind: KI, ik, " + std::string(80, 'k'), TopicPhrases::all, 3, hits);
  BOOST_TEST(hits == (Hits{9, 6, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(may_be_empty) {
  std::vector<std::uint64_t> hits;
  TopicIndex().count("nothing to be found", TopicPhrases::folded, 1, hits);
}

BOOST_AUTO_TEST_SUITE_END()
