#include <almanac/text/fold.hpp>
#include <almanac/text/title_key.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(title_keys, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(folds_case_and_diacritics) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Rust MEETUP", "rust meetup"},
      {"Caf\u00e9 \u00c5ngstr\u00f6m", "cafe angstrom"},
      {"Stra\u00dfe", "strasse"},
      {"\u0141\u00f3d\u017a \u00d8resund", "lodz oresund"},
      {"\ufb01ne \u2167", "fine viii"},
      {"\u041c\u043e\u0441\u043a\u0432\u0430", "\u043c\u043e\u0441\u043a\u0432\u0430"},
      {"\xFF", "\uFFFD"},
  };
  for (const auto& [text, folded] : cases) {
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(fold(text) == folded);
      BOOST_TEST(fold(fold(text)) == fold(text));
    }
  }
}

BOOST_AUTO_TEST_CASE(keeps_what_editions_have_in_common) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"PyCon DE & PyData 2026", "pycon de pydata"},
      {"ICML2026", "icml"},
      {"KDD '26", "kdd"},
      {"KDD\u201926: Cape Town", "kdd cape town"},
      {"34th International Conference on X", "international conference on x"},
      {"The Third Annual Symposium", "the annual symposium"},
      {"Twenty-First International Workshop on Y", "international workshop on y"},
      {"First LEGO League", "first lego league"},
      {"C++ Meetup #12", "c++ meetup 12"},
      {"World's Best: Hack", "worlds best hack"},
      {"JSConf\u2014Budapest", "jsconf budapest"},
      {"2026", "2026"},
      {"", ""},
      {"third 2nd annual", "annual"},
      {"\u6771\u4eac Ruby\u4f1a\u8b70 12", "\u6771\u4eac ruby\u4f1a\u8b70 12"},
  };
  for (const auto& [title, key] : cases) {
    BOOST_TEST_CONTEXT(title) {
      BOOST_TEST(title_key(title) == key);
      BOOST_TEST(title_key(title_key(title)) == title_key(title));
    }
  }
}

BOOST_AUTO_TEST_CASE(finds_the_year_of_the_edition) {
  const std::pair<std::string_view, int> cases[] = {
      {"PyCon 2026", 2026},  {"ICML2026", 2026},         {"KDD '26", 2026},
      {"KDD\u201926", 2026}, {"2025/26 series", 2025},   {"FOSDEM", 0},
      {"Top 3000", 0},       {"Windows 1989", 0},        {"20261", 0},
      {"'26ers", 0},         {"Web 2.0 '09 2010", 2010},
  };
  for (const auto& [title, year] : cases) {
    BOOST_TEST_CONTEXT(title) { BOOST_TEST(edition_year(title).value_or(0) == year); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
