#include <almanac/base/packed_text.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(texts_of_tables, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Names {
  PackedChars<14> chars;
  PackedText first, second, none;
};

constexpr Names names = [] {
  Names made;
  made.first = made.chars.add("januar");
  made.none = made.chars.add("");
  made.second = made.chars.add("février");
  return made;
}();

}  // namespace

BOOST_AUTO_TEST_CASE(tells_each_text_as_it_was_added) {
  BOOST_TEST(names.first.in(names.chars.data()) == "januar");
  BOOST_TEST(names.second.in(names.chars.data()) == "février");
  BOOST_TEST(names.none.in(names.chars.data()).empty());
}

BOOST_AUTO_TEST_CASE(refuses_more_than_was_said) {
  PackedChars<3> chars;
  chars.add("ab");
  BOOST_CHECK_THROW(chars.add("cd"), const char*);
  BOOST_TEST(chars.add("c").in(chars.data()) == "c");
}

BOOST_AUTO_TEST_SUITE_END()
