#include <almanac/text/charset.hpp>
#include <almanac/text/utf8.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

BOOST_AUTO_TEST_SUITE(utf8, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(tells_well_formed_from_ill_formed) {
  const std::pair<std::string_view, bool> cases[] = {
      {"", true},
      {"plain", true},
      {"\xC3\xA9", true},
      {"\xE2\x82\xAC", true},
      {"\xF0\x9F\x8E\x89", true},
      {"\xF4\x8F\xBF\xBF", true},
      {"\x80", false},
      {"\xC0\x80", false},          // overlong
      {"\xC1\xBF", false},          // overlong
      {"\xE0\x80\x80", false},      // overlong
      {"\xED\xA0\x80", false},      // surrogate
      {"\xF0\x80\x80\x80", false},  // overlong
      {"\xF4\x90\x80\x80", false},  // past the end
      {"\xF5\x80\x80\x80", false},
      {"\xE2\x82", false},
      {"abc\xC3", false},
  };
  for (const auto& [text, valid] : cases) {
    for (std::size_t padding : {0u, 1u, 15u, 16u, 17u, 33u}) {
      const std::string padded = std::string(padding, 'x') + std::string(text) + std::string(padding, 'y');
      BOOST_TEST_CONTEXT(text << " after " << padding) {
        BOOST_TEST(is_valid_utf8(padded) == valid);
        BOOST_TEST(scan_utf8(padded).valid == valid);
      }
    }
  }
}

// Unicode §3.9, "U+FFFD substitution of maximal subparts", tables 3-8 to 3-11.
BOOST_AUTO_TEST_CASE(replaces_maximal_subparts) {
  const std::tuple<std::string, std::string, std::size_t> cases[] = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA", 8},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB", 7},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA", 4},
      {"good \u00e9", "good \u00e9", 0},
  };
  for (const auto& [broken, repaired, count] : cases) {
    std::string text = broken;
    BOOST_TEST(repair_utf8(text) == count);
    BOOST_TEST(text == repaired);
  }
}

BOOST_AUTO_TEST_CASE(notes_controls_wherever_they_stand) {
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, 'a');
    text[at] = '\x01';
    BOOST_TEST(scan_utf8(text).controls);
    text[at] = '\t';
    BOOST_TEST(!scan_utf8(text).controls);
    BOOST_TEST(ascii_prefix(text) == 40u);
    text[at] = '\xC3';
    BOOST_TEST(ascii_prefix(text) == at);
  }
}

BOOST_AUTO_TEST_CASE(repaired_text_is_always_valid_and_code_points_survive) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string noise(random() % 50, ' ');
    for (char& c : noise) c = static_cast<char>(random() % 3 ? random() : 'a');
    const bool valid = is_valid_utf8(noise);
    std::string repaired = noise;
    BOOST_TEST((repair_utf8(repaired) == 0) == valid);
    BOOST_TEST(is_valid_utf8(repaired));
  }
  for (char32_t value = 0; value <= 0x10FFFF; value += 37) {
    std::string text;
    append_utf8(text, value);
    if (value < 0xD800 || value > 0xDFFF) BOOST_TEST((code_point_at(text, 0).value == value));
    BOOST_TEST(code_point_at(text, 0).length == text.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
