#include <almanac/app/source_filter.hpp>
#include <almanac/query/parse_filter.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(app_source_filter, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

Filter filter(const std::string& text) { return *parse_filter(text); }

}  // namespace

BOOST_AUTO_TEST_CASE(sources_are_chosen_by_name_address_and_tag) {
  Source source;
  source.url = "https://larch.example/feed";
  source.name = "Larch Days";
  source.tags = {"Work", "trees"};
  for (const char* text : {"", "source:larch", "source:days", "tag:work", "tag:work tag:trees",
                           "tag:other or tag:trees", "-tag:other", "source:oak,larch", "-(tag:other or source:oak)"})
    BOOST_TEST(matches_source(filter(text), source), text);
  for (const char* text : {"source:oak", "tag:wor", "-tag:work", "tag:work source:oak"})
    BOOST_TEST(!matches_source(filter(text), source), text);
}

BOOST_AUTO_TEST_CASE(other_terms_are_refused_by_name) {
  BOOST_TEST(check_source_filter(filter("tag:work -source:x")).has_value());
  const auto wrong = check_source_filter(filter("tag:work kind:hackathon"));
  BOOST_TEST_REQUIRE(!wrong.has_value());
  BOOST_TEST(wrong.error().what == "a list of sources cannot be chosen by 'kind:hackathon'");
}

BOOST_AUTO_TEST_SUITE_END()
