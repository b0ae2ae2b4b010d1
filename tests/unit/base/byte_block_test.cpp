#include <almanac/base/byte_block.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(base_byte_block, *boost::unit_test::label("unit"))

using almanac::ByteBlock;
using almanac::find_block;

BOOST_AUTO_TEST_CASE(tells_of_each_byte) {
  const std::string text = "aZ09 \x01\x7F\x80\xFF-{[/:@`";
  BOOST_REQUIRE(text.size() == ByteBlock::size);
  const ByteBlock block = ByteBlock::at(text.data());
  const auto bits_of = [&](auto holds) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) bits |= std::uint32_t{holds(text[i])} << i;
    return bits;
  };
  BOOST_TEST(block.is('Z').bits() == bits_of([](char c) { return c == 'Z'; }));
  BOOST_TEST(block.is_between('a', 'z').bits() == bits_of([](char c) { return c >= 'a' && c <= 'z'; }));
  BOOST_TEST(block.is_letter().bits() ==
             bits_of([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
  BOOST_TEST(block.is_between('0', '9').bits() == bits_of([](char c) { return c >= '0' && c <= '9'; }));
  BOOST_TEST(block.is_beyond_ascii().bits() == bits_of([](char c) { return (c & 0x80) != 0; }));
  BOOST_TEST((block.is('a') | block.is('-')).bits() == bits_of([](char c) { return c == 'a' || c == '-'; }));
  BOOST_TEST((block.is_between('a', 'z') & block.is('a')).bits() == 1u);
}

BOOST_AUTO_TEST_CASE(tells_ranges_of_every_byte) {
  const std::pair<char, char> ranges[]{{'a', 'z'},     {'A', 'Z'},     {'0', '9'},      {' ', ' '},
                                       {'\0', '\x1F'}, {'\0', '\x7F'}, {'\x7F', '\x7F'}};
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text(ByteBlock::size, static_cast<char>(byte));
    for (const auto& [first, last] : ranges) BOOST_TEST_CONTEXT(byte << " from " << int{first} << " to " << int{last}) {
        const bool is_between = byte >= first && byte <= last;
        BOOST_TEST(ByteBlock::at(text.data()).is_between(first, last).bits() == (is_between ? 0xFFFFU : 0U));
      }
  }
}

BOOST_AUTO_TEST_CASE(finds_at_any_place_what_the_text_holds) {
  const auto is_pair = [](const char* bytes) {
    return ByteBlock::at(bytes).is('x') & ByteBlock::at(bytes + 1).is('y');
  };
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string blank(size, '.');
    BOOST_TEST(find_block(blank, 0, 1, is_pair) == size);
    for (std::size_t place = 0; place + 1 < size; ++place) {
      std::string text = blank;
      text[place] = 'x', text[place + 1] = 'y';
      for (const std::size_t from : {std::size_t{0}, place})
        BOOST_TEST_REQUIRE(find_block(text, from, 1, is_pair) == place);
      BOOST_TEST_REQUIRE(find_block(text, place + 1, 1, is_pair) == size);
      BOOST_TEST_REQUIRE(find_block(std::string_view(text).substr(0, place + 1), 0, 1, is_pair) == place + 1);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
