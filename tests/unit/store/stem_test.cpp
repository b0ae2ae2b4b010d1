// Words are cut to stems as SQLite's tokenizer cuts them.
#include <SQLiteCpp/SQLiteCpp.h>

#include <almanac/query/parse_filter.hpp>
#include <almanac/query/stem.hpp>
#include <random>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_stems, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// SQLite's stems of words, in the order of the words.
class Tokenizer {
 public:
  Tokenizer() {
    db_.exec("CREATE VIRTUAL TABLE text USING fts5(word, tokenize='porter unicode61 remove_diacritics 2')");
    db_.exec("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(text, instance)");
  }
  std::vector<std::string> stems(const std::vector<std::string>& words) {
    db_.exec("BEGIN");
    SQLite::Statement insert(db_, "INSERT INTO text(rowid, word) VALUES(?, ?)");
    for (std::size_t i = 0; i < words.size(); ++i) {
      insert.bind(1, static_cast<std::int64_t>(i));
      insert.bind(2, words[i]);
      insert.exec();
      insert.reset();
    }
    db_.exec("COMMIT");
    std::vector<std::string> stems(words.size());
    SQLite::Statement read(db_, "SELECT doc, term FROM vocabulary");
    while (read.executeStep()) stems.at(read.getColumn(0).getUInt()) = read.getColumn(1).getString();
    return stems;
  }

 private:
  SQLite::Database db_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

std::string pick(std::mt19937& engine, std::initializer_list<const char*> list) {
  return list.begin()[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(engine)];
}

/// Letters that the rules tell apart, and one or two endings of theirs.
std::string some_word(std::mt19937& engine) {
  std::string word;
  for (auto n = std::uniform_int_distribution<>(0, 6)(engine); n > 0; --n)
    word += pick(engine, {"b", "c", "d", "l", "s", "t", "y", "z", "w", "x", "a", "e", "i", "o", "u", "é", "7"});
  for (auto n = std::uniform_int_distribution<>(1, 2)(engine); n > 0; --n)
    word += pick(engine, {"s",       "es",    "ies",   "sses",  "ed",      "ing",     "eed",     "ational", "tional",
                          "enci",    "anci",  "izer",  "logi",  "bli",     "alli",    "entli",   "eli",     "ousli",
                          "ization", "ation", "ator",  "alism", "iveness", "fulness", "ousness", "aliti",   "iviti",
                          "biliti",  "icate", "ative", "alize", "iciti",   "ical",    "ful",     "ness",    "al",
                          "ance",    "er",    "ic",    "able",  "ant",     "ement",   "ment",    "ent",     "ion",
                          "ou",      "ism",   "iti",   "ous",   "ive",     "ize",     "y",       "e",       "ll"});
  return word;
}

}  // namespace

BOOST_AUTO_TEST_CASE(stems_are_those_of_the_text_index) {
  std::mt19937 engine(5);
  std::vector<std::string> words{"workshops", "learning", "universities", "cities", "conference", "hackathon",
                                 "eed",       "ies",      "ing",          "is",     "日本語",     std::string(70, 's')};
  while (words.size() < 20'000) words.push_back(some_word(engine));
  const auto wanted = Tokenizer().stems(words);
  int cut = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // The tokenizer takes diacritics off first.
    if (words[i].find("é") != std::string::npos) continue;
    std::string stem = words[i];
    stem_word(stem);
    BOOST_TEST(stem == wanted[i], words[i] << ": " << stem << " for " << wanted[i]);
    cut += stem != words[i] ? 1 : 0;
  }
  BOOST_TEST(cut > 10'000);
}

BOOST_AUTO_TEST_CASE(a_word_finds_its_other_forms) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll(t.store, source,
       {entry_for("a", simple_event("Workshop on learning machines", noon + day)),
        entry_for("b", simple_event("Machine learned workshops", noon + 2 * day)),
        entry_for("c", simple_event("Shopping", noon + 3 * day))});
  must(t.store.index_pending_text(100));
  Viewer viewer;
  viewer.now = at(noon);
  for (const char* words : {"workshop", "workshops", "machines learn", "\"learning machine\"", "WORKSHOPS*"})
    BOOST_TEST_CONTEXT(words) {
      const auto found = must(t.store.search(*parse_filter(words), viewer, 10, Order::start));
      BOOST_TEST(found.rows.size() == (*words == '"' ? 1u : 2u));
    }
}

BOOST_AUTO_TEST_SUITE_END()
