#include <almanac/app/named_filters.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(app_named_filters, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Filters {
  explicit Filters(std::map<std::string, std::string> texts) {
    config.filters = std::move(texts);
    std::uint32_t line = 10;
    for (const auto& [name, text] : config.filters) config.filter_lines[name] = line++;
    book.named = config.filters;
  }
  NamedFilters filters() const { return {config, "a.toml", book}; }
  Config config;
  FilterBook book;
};

}  // namespace

BOOST_AUTO_TEST_CASE(finds_names_outside_quotes) {
  BOOST_TEST((names_in("@a -@b (@c or \"@d\") e@f @a kind:@g") == std::vector<std::string>{"a", "b", "c"}));
  BOOST_TEST(names_in("").empty());
}

BOOST_AUTO_TEST_CASE(a_broken_filter_is_told_with_its_place_and_the_nearest_word) {
  const Filters given({{"good", "kind:meetup"}, {"x", "star kind:hackaton"}, {"y", "@god"}});
  const auto problems = check_named_filters(given.filters());
  BOOST_TEST_REQUIRE(problems.size() == 2u);
  BOOST_TEST(problems[0].what == "a.toml:11: filter.x, column 11: unknown kind 'hackaton'");
  BOOST_TEST(problems[0].hint == "did you mean 'hackathon'?");
  BOOST_TEST(problems[1].what == "a.toml:12: filter.y, column 1: no filter is called 'god'");
  BOOST_TEST(problems[1].hint == "did you mean '@good'?");
}

BOOST_AUTO_TEST_CASE(filters_that_name_each_other_are_one_problem) {
  const Filters pair({{"x", "@y"}, {"y", "star or @x"}});
  const auto problems = check_named_filters(pair.filters());
  BOOST_TEST_REQUIRE(problems.size() == 1u);
  BOOST_TEST(problems[0].what == "a.toml:10: filter.x: 'x' and 'y' name each other");
  const Filters three({{"a", "@b"}, {"b", "@c"}, {"c", "@a"}, {"d", "@d"}, {"e", "@a"}});
  const auto more = check_named_filters(three.filters());
  BOOST_TEST_REQUIRE(more.size() == 2u);
  BOOST_TEST(more[0].what == "a.toml:10: filter.a: 'a', 'b' and 'c' name each other");
  BOOST_TEST(more[1].what == "a.toml:13: filter.d: names itself");
}

BOOST_AUTO_TEST_CASE(only_what_a_text_needs_is_in_its_way) {
  const Filters given({{"a", "@b"}, {"b", "kind:hackaton"}, {"c", "star"}});
  BOOST_TEST(check_filters_named_in("@c or going", given.filters()).has_value());
  const auto wrong = check_filters_named_in("@c @a", given.filters());
  BOOST_TEST_REQUIRE(!wrong.has_value());
  BOOST_TEST(wrong.error().what == "a.toml:11: filter.b, column 6: unknown kind 'hackaton'");
}

BOOST_AUTO_TEST_SUITE_END()
