#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_rank, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {
double rank_of(const DigestCandidate& one) { return rank(one, RankWeights{}, at(noon)); }
}  // namespace

BOOST_AUTO_TEST_CASE(each_fact_adds_its_weight) {
  const auto tolerance = boost::test_tools::tolerance(1e-9);
  const auto plain = candidate(1, "A", noon + 400 * day);  // beyond a year: nothing for being soon
  BOOST_TEST(rank_of(plain) == 0.0, tolerance);
  auto one = plain;
  one.listed.marks.starred = true;
  BOOST_TEST(rank_of(one) == 100.0, tolerance);
  one = plain;
  one.listed.marks.going = true;
  BOOST_TEST(rank_of(one) == 100.0, tolerance);
  one = plain;
  one.matched = {"a", "b"};
  BOOST_TEST(rank_of(one) == 8.0, tolerance);
  one = plain;
  one.listed.sources = {"a", "b", "c"};
  BOOST_TEST(rank_of(one) == 2.0, tolerance);
  one = plain;
  one.listed.event.city = "Berlin";
  one.listed.event.url = "https://example.org/";
  BOOST_TEST(rank_of(one) == 2.0 / 3, tolerance);
}

BOOST_AUTO_TEST_CASE(soon_counts_fully_today_and_nothing_a_year_ahead) {
  const auto tolerance = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(rank_of(candidate(1, "A", noon)) == 5.0, tolerance);
  BOOST_TEST(rank_of(candidate(1, "A", noon + 365 * day)) == 0.0, tolerance);
  BOOST_TEST(rank_of(candidate(1, "A", noon + 73 * day)) == 4.0, tolerance);
  BOOST_TEST(rank_of(candidate(1, "A", 0)) == 0.0, tolerance);
}

BOOST_AUTO_TEST_CASE(a_deadline_is_as_soon_as_it_closes) {
  BOOST_TEST(rank_of(closing(1, "A", noon + day)) > rank_of(closing(1, "A", noon + 2 * day)));
}

BOOST_AUTO_TEST_SUITE_END()
