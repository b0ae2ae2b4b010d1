// Terms that few, many or nearly all events match are asked in different ways, which give the same answer.
#include <almanac/query/match_filter.hpp>
#include <almanac/query/parse_filter.hpp>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_common_words, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// So many that a word of most of them is not gathered any more, and one of a fifth does not lead to the events.
constexpr int events = 36'000;

Event event_number(int n) {
  const char* word = n % 52 == 0 ? "rare" : n % 5 == 0 ? "middle" : "common";
  Event event = simple_event(std::string(word) + " workshops " + std::to_string(n), noon - 40 * day + n * 600);
  event.city = n % 3 == 0 ? "Berlin" : n % 3 == 1 ? "Münster" : "";
  if (n % 3 != 2) event.geo = n % 3 == 0 ? Geo{52.52, 13.41} : Geo{51.96, 7.63};
  event.topics = {"Open Data"};
  if (n % 7 == 0) event.topics.push_back("Machine Learning");
  if (n % 997 == 0) event.topics.push_back("Rust");
  event.language = n % 4 == 0 ? "de-AT" : "en";
  event.country = n % 3 == 0 ? "DE" : "Germany";
  event.cost = n % 6 == 0 ? "Free" : "";
  event.kind = n % 2 == 0 ? Kind::meetup : Kind::talk;
  event.mode = n % 9 == 0 ? Mode::online : Mode::in_person;
  return event;
}

struct Crowd : TempStore {
  Crowd() {
    const SourceId source = add_source(store);
    for (int from = 0; from < events; from += 6'000) {
      std::vector<IngestedEntry> entries;
      for (int n = from; n < from + 6'000; ++n) {
        all.push_back(event_number(n));
        entries.push_back(entry_for(all.back().title, all.back()));
      }
      poll(store, source, entries);
    }
    BOOST_TEST(!must(store.index_pending_text(events)));
  }
  std::vector<Event> all;  ///< by their dates
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_plan_lists_what_the_predicate_matches) {
  const Crowd crowd;
  ListQuery query;
  query.viewer.now = at(noon);
  query.limit = 60;
  for (const char* text : {"common",
                           "middle",
                           "rare",
                           "nothing",
                           "common or rare",
                           "not common",
                           "common workshop",
                           "\"common workshops\"",
                           "\"workshop rare\"",
                           "middl* common",
                           "work*",
                           "topic:open-data",
                           "topic:machine-learning",
                           "topic:rust",
                           "topic:rust rare",
                           "topic:machine-learning middle",
                           "topic:machine-learning common lang:de",
                           "place:berlin",
                           "place:munster middle",
                           "place:berlin topic:rust",
                           "place:ber* kind:talk",
                           "near:52.5,13.4/20km",
                           "near:52.5,13.4/20km topic:rust",
                           "near:52.5,13.4/900km common",
                           "near:0,0/100km",
                           "-near:52.5,13.4/20km rare",
                           "lang:de",
                           "lang:de-at",
                           "lang:en online",
                           "lang:xx",
                           "country:de",
                           "country:germany",
                           "cost:free kind:talk",
                           "cost:paid",
                           "kind:meetup,talk mode:online",
                           "kind:hackathon",
                           "(topic:rust or place:berlin) middle",
                           "-topic:open-data",
                           "-(common or middle)",
                           "new:7d common",
                           "title:common place:berlin",
                           "-lang:de,en",
                           "lang:de-ch",
                           "country:de country:germany",
                           "cost:99",
                           "kind:meetup mode:hybrid",
                           "rare lang:xx",
                           "common lang:de country:is",
                           "(lang:xx or near:0,0/10km)",
                           "published:1y",
                           "new:..2020",
                           "date:2040",
                           "date:2026-09..",
                           "date:2026-09 common",
                           "deadline:open"}) {
    BOOST_TEST_CONTEXT(text) {
      const auto filter = parse_filter(text);
      BOOST_TEST_REQUIRE(filter.has_value());
      query.filter = *filter;
      const BoundFilter bound = bind(*filter, query.viewer);
      std::vector<std::string> wanted;
      for (Event event : crowd.all) {
        event.first_seen = event.changed = at(noon);
        if (event.occurrences.front().end > noon && wanted.size() <= query.limit && matches(bound, event, {}, {}))
          wanted.push_back(event.title);
      }
      const auto found = must(const_cast<Store&>(crowd.store).upcoming(query));
      BOOST_TEST(found.more == (wanted.size() > query.limit));
      wanted.resize(std::min(wanted.size(), query.limit));
      BOOST_TEST(titles(found.rows) == wanted, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_search_for_a_common_word_leads_with_what_comes_next) {
  Crowd crowd;
  Viewer viewer;
  viewer.now = at(noon);
  const auto found = must(crowd.store.search(*parse_filter("common workshop"), viewer, 3, Order::relevance));
  BOOST_TEST(found.more);
  std::vector<std::string> wanted;
  for (const Event& event : crowd.all)
    if (event.title.starts_with("common") && event.occurrences.front().end >= noon && wanted.size() < 3)
      wanted.push_back(event.title);
  BOOST_TEST(titles(found.rows) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_search_for_a_common_word_finds_what_runs_for_weeks) {
  Crowd crowd;
  const SourceId source = add_source(crowd.store, "https://example.org/long");
  std::vector<IngestedEntry> entries;
  for (const auto& [title, began] : {std::pair{"common months", 80}, {"common weeks", 30}, {"common days", 9}}) {
    Event event = simple_event(title, noon - began * day);
    event.occurrences.front().end = noon + day;
    entries.push_back(entry_for(title, event));
  }
  poll(crowd.store, source, entries);
  BOOST_TEST(!must(crowd.store.index_pending_text(events)));
  Viewer viewer;
  viewer.now = at(noon);
  const auto found = must(crowd.store.search(*parse_filter("common"), viewer, 3, Order::relevance));
  BOOST_TEST(titles(found.rows) == (std::vector<std::string>{"common months", "common weeks", "common days"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
