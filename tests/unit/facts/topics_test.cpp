#include <almanac/facts/topics.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(topics, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;

namespace {

const TopicBook book({{"ml", {"machine learning", "maschinelles lernen", "ML", "機械学習", "neural network*"}},
                      {"rust", {"Rust", "rustlang"}},
                      {"cpp", {"c++"}},
                      {"rust", {"EuroRust"}}});

std::string found(const std::string& title, const std::string& text = {}, std::vector<std::string> categories = {}) {
  Entry entry;
  entry.title.plain = title;
  entry.summary.plain = text;
  entry.categories = std::move(categories);
  std::string out;
  for (const TopicFact& fact : book.topics_of(entry))
    out += (out.empty() ? "" : " ") + fact.name + (fact.provenance == Provenance::structured ? "!" : "");
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_topic_goes_by_its_name_and_by_every_word_of_it) {
  for (const char* word : {"ml", "ML", "machine learning", "Machine-Learning", "machine_learning", "機械学習"})
    BOOST_TEST(book.topic_named(word) == "ml", word);
  BOOST_TEST(book.topic_named("C++") == "cpp");
  BOOST_TEST(book.topic_named("EuroRust") == "rust");
  BOOST_TEST(book.topic_named("gardening").empty());
  BOOST_TEST(book.nearest_name("machine lerning") == "machine learning");
  BOOST_TEST(book.nearest_name("gardening").empty());
}

BOOST_AUTO_TEST_CASE(words_that_go_on_are_found_wherever_they_stand) {
  const TopicBook open({{"robots", {"robot*"}}, {"ki", {"ki*"}}, {"nets", {"deep neural network*"}}, {"cpp", {"c++"}}});
  const std::pair<std::string, std::string> cases[]{
      {"robots", "robots"},
      {"robotics", "robots"},
      {"robot", "robots"},
      {"robo", ""},
      {"aki", ""},
      {"kind", "ki"},
      {"deep neural nets", ""},
      {"deep neural networking", "nets"},
      {"deep, neural network", "nets"},
      {"c++", "cpp"},
      {"c+", ""},
      {"c++x", "cpp"},
  };
  for (const auto& [words, wanted] : cases)
    for (std::size_t before = 0; before < 140; ++before) BOOST_TEST_CONTEXT(words << " behind " << before) {
        Entry entry;
        entry.title.plain = std::string(before, before % 2 == 0 ? '.' : ' ') + words;
        const auto topics = open.topics_of(entry);
        BOOST_TEST((topics.empty() ? std::string() : topics.front().name) == wanted);
      }
  Entry entry;
  entry.title.plain = std::string(200, 'x') + " robots";
  BOOST_TEST(open.topics_of(entry).size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_second_word_is_found_behind_any_step) {
  for (std::size_t between = 1; between < 140; ++between)
    for (std::size_t before = 40; before < 66; before += 5) BOOST_TEST_CONTEXT(before << ' ' << between) {
        const std::string text = std::string(before, '.') + "Machine" + std::string(between, ' ');
        BOOST_TEST(found(text + "Learning") == "ml");
        BOOST_TEST(found(text + "Learnin") == "");
        BOOST_TEST(found(text + "Translation") == "");
      }
}

BOOST_AUTO_TEST_CASE(words_count_whole_and_as_written) {
  const struct {
    const char *title, *wanted;
  } cases[]{
      {"Machine Learning Day", "ml"},
      {"machine-learning day", "ml"},
      {"Maschinelles Lernen für alle", "ml"},
      {"第3回機械学習勉強会", "ml"},
      {"Neural networks at work", "ml"},
      {"An ML evening", "ml"},
      {"html and xml", ""},
      {"Machines learning", ""},
      {"Rust and ML", "ml rust"},
      {"How to remove rust from a bike", ""},
      {"EuroRust 2026", "rust"},
      {"Modern C++ in depth", "cpp"},
      {"Plan C", ""},
      {"", ""},
  };
  for (const auto& [title, wanted] : cases) BOOST_TEST_CONTEXT(title) {
      BOOST_TEST(found(title) == wanted);
    }
}

BOOST_AUTO_TEST_CASE(a_text_must_speak_of_it_twice) {
  BOOST_TEST(found("Larch", "We once did machine learning.") == "");
  BOOST_TEST(found("Larch", "Machine learning for all. Bring your ML problems.") == "ml");
}

BOOST_AUTO_TEST_CASE(a_category_of_its_own_counts_in_any_case) {
  BOOST_TEST(found("Larch", "", {"rust", "ml"}) == "ml! rust!");
  BOOST_TEST(found("Larch", "", {"rust removal"}) == "");
}

BOOST_AUTO_TEST_CASE(names_are_added_once_to_what_is_published) {
  Entry entry;
  entry.title.plain = "Rust and ML";
  entry.topics = {"ML", "Tooling"};
  book.apply(entry);
  BOOST_TEST(entry.topics == (std::vector<std::string>{"ML", "Tooling", "rust"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
