#include <almanac/base/short_text.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <type_traits>

BOOST_AUTO_TEST_SUITE(text_within_a_row, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Row {
  ShortText<6> name;
  ShortText<2> code = {};
};
constexpr Row rows[] = {{"suomi", "fi"}, {"polski"}, {""}};

// What a view of a text that goes would refer to.
static_assert(!std::is_convertible_v<ShortText<2>, std::string_view>);
static_assert(std::is_convertible_v<const ShortText<2>&, std::string_view>);

}  // namespace

BOOST_AUTO_TEST_CASE(holds_its_literal) {
  BOOST_TEST(rows[0].name.view() == "suomi");
  BOOST_TEST(rows[0].code.view() == "fi");
  BOOST_TEST(rows[1].name.view() == "polski");
  BOOST_TEST(rows[1].name.size() == 6u);
  BOOST_TEST(rows[1].code.empty());
  BOOST_TEST(rows[2].name.empty());
}

BOOST_AUTO_TEST_CASE(is_compared_as_its_view) {
  BOOST_TEST((rows[0].name == std::string("suomi")));
  BOOST_TEST((rows[0].name != "suom"));
  BOOST_TEST((rows[1].name < std::string_view("polskie")));
  BOOST_TEST((std::string_view("po") < rows[1].name));
}

BOOST_AUTO_TEST_SUITE_END()
