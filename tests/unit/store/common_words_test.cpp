#include <almanac/query/parse_filter.hpp>

#include "temp_store.hpp"

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_SUITE(store_common_words, *boost::unit_test::label("unit"))

// Above 10,000 hits words no longer lead to the events; they are a condition of each row.
BOOST_AUTO_TEST_CASE(words_that_many_events_have_choose_among_dates) {
  TempStore t;
  const SourceId source = add_source(t.store);
  std::vector<IngestedEntry> entries;
  for (int n = 0; n < 10'400; ++n) {
    std::string title = n % 52 == 0 ? "rare " : "common ";
    title += std::to_string(n);
    entries.push_back(entry_for(title, simple_event(title, noon + day + n * 60)));
  }
  poll(t.store, source, entries);
  BOOST_TEST(must(t.store.index_pending_text(20'000)) == 0u);
  struct Case {
    const char* filter;
    std::vector<std::string> first;
  };
  for (const auto& c : {Case{"common", {"common 1", "common 2"}}, Case{"rare", {"rare 0", "rare 52"}},
                        Case{"common OR rare", {"rare 0", "common 1"}}, Case{"NOT common", {"rare 0", "rare 52"}},
                        Case{"common common", {"common 1", "common 2"}}}) {
    BOOST_TEST_CONTEXT(c.filter) {
      ListQuery query;
      query.filter = *parse_filter(c.filter);
      query.viewer.now = at(noon);
      query.limit = 2;
      const auto found = must(t.store.upcoming(query));
      BOOST_TEST(titles(found.rows) == c.first, boost::test_tools::per_element());
      BOOST_TEST(found.more);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
