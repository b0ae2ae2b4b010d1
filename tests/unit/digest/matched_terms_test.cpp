#include <almanac/digest/matched_terms.hpp>
#include <almanac/query/parse_filter.hpp>

#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_matched_terms, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::vector<std::string> wanted(std::string_view filter) {
  std::vector<std::string> texts;
  for (const auto& term : wanted_terms(*parse_filter(filter), Viewer{at(noon), {}, {}})) texts.push_back(term.text);
  return texts;
}

}  // namespace

BOOST_AUTO_TEST_CASE(terms_are_those_that_are_asked_for) {
  const std::pair<const char*, Titles> cases[] = {
      {"", {}},
      {"kind:hackathon", {"kind:hackathon"}},
      {"\"machine learning\" hack*", {"“machine learning”", "“hack*”"}},
      {"rust or topic:ml", {"“rust”", "topic:ml"}},
      {"rust -crypto", {"“rust”"}},
      {"rust -(crypto or web3)", {"“rust”"}},
      {"-(crypto -rust)", {"“rust”"}},
      {"not crypto", {}},
  };
  for (const auto& [filter, texts] : cases) BOOST_TEST_CONTEXT(filter) {
      BOOST_TEST(wanted(filter) == texts, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(those_that_hold_are_told_up_to_a_number) {
  const auto terms = wanted_terms(*parse_filter("rust or kind:conference or city or topic:ml or kind:post"), Viewer{});
  auto one = candidate(1, "Rust City", noon);
  one.listed.event.topics = {"ml"};
  const std::vector<SourceFacts> sources;
  const Candidate asked{one.listed.event, &*one.listed.shown, one.listed.marks, sources};
  BOOST_TEST(matched_terms(terms, asked, 9) == (Titles{"“rust”", "kind:conference", "“city”", "topic:ml"}),
             boost::test_tools::per_element());
  BOOST_TEST(matched_terms(terms, asked, 2) == (Titles{"“rust”", "kind:conference"}), boost::test_tools::per_element());
  BOOST_TEST(matched_terms(terms, asked, 0).empty());
}

BOOST_AUTO_TEST_CASE(a_filter_of_many_terms_is_bounded) {
  std::string filter = "a0";
  for (int i = 1; i < 200; ++i) filter += " or a" + std::to_string(i);
  BOOST_TEST(wanted(filter).size() == 64u);
}

BOOST_AUTO_TEST_SUITE_END()
