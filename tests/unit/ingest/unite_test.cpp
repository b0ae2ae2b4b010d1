// Entries that show two events to be one.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "two_lists.hpp"

BOOST_AUTO_TEST_SUITE(ingest_unite, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// Polls what three lists say in each order, each list on its own; `seen` gets the store after each.
template <class Seen>
void in_every_order(const std::vector<IngestedEntry>& told, Seen seen) {
  std::vector<std::size_t> order{0, 1, 2};
  do {
    BOOST_TEST_CONTEXT(order[0] << order[1] << order[2]) {
      TempStore t;
      std::int64_t now = noon;
      for (const std::size_t i : order)
        poll_with_rules(t.store, add_source(t.store, "https://list" + std::to_string(i) + ".example/"), {told[i]},
                        now++);
      seen(t.store);
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_one_entry_shows_to_be_one_event_is_one_in_every_order) {
  const auto one_event = [](Store& store) {
    BOOST_TEST_REQUIRE(events(store).size() == 1u);
    const auto detail = must(store.event(events(store)[0].event.id));
    BOOST_TEST(detail.entries.size() == 3u);
    BOOST_TEST(detail.changes.size() == 0u);
  };
  const auto with_page = [](IngestedEntry given, const char* url, int days) {
    given.entry.url = given.event.url = url;
    given.entry.end = given.entry.start;
    given.entry.end->seconds += (days - 1) * day;
    return given;
  };
  // The first two share neither page nor full title; the third has the one's page and the other's title.
  in_every_order({with_page(row("a", "Quux Conference North America", noon + 9 * day), "https://frob.example/qna", 1),
                  with_page(row("b", "Quux Conference 2026", noon + 9 * day), "https://frob.example/quux-2026", 1),
                  with_page(row("c", "Quux Conference 2026", noon + 9 * day), "https://frob.example/qna", 1)},
                 one_event);
  // The first errs about the city of what the third has on the same page.
  in_every_order({with_page(row("a", "Quux Kaigi 2026", noon + 9 * day, "Kobe, Japan"), "https://quux.example", 3),
                  with_page(row("b", "Quux Kaigi 2026", noon + 9 * day, "Nara, Japan"), "https://quux.example/2026", 3),
                  with_page(row("c", "Quux Kaigi 2026", noon + 9 * day, "Nara, Japan"), "https://quux.example", 3)},
                 one_event);
}

BOOST_AUTO_TEST_CASE(entry_that_fits_two_events_leaves_apart_what_is_two) {
  const auto with_page = [](IngestedEntry given, const char* url) {
    given.entry.url = given.event.url = url;
    return given;
  };
  const auto first = with_page(row("a", "Quux Conference North America", noon + 9 * day), "https://frob.example/qna"),
             second = with_page(row("b", "Quux Conference 2026", noon + 9 * day), "https://frob.example/quux-2026"),
             both = with_page(row("c", "Quux Conference 2026", noon + 9 * day), "https://frob.example/qna");
  {
    // One list has them on different days.
    TempStore t;
    const SourceId one = add_source(t.store, "https://one.example/list"),
                   two = add_source(t.store, "https://two.example/list", "Two");
    auto later = second;
    later.entry.start->seconds = later.event.occurrences[0].start = noon + 10 * day;
    poll_with_rules(t.store, one, {first, later});
    poll_with_rules(t.store, two, {both});
    BOOST_TEST(events(t.store).size() == 2u);
  }
  {
    // The user took them apart.
    TempStore t;
    const SourceId one = add_source(t.store, "https://one.example/list"),
                   two = add_source(t.store, "https://two.example/list", "Two"),
                   three = add_source(t.store, "https://three.example/list", "Three");
    poll_with_rules(t.store, one, {first});
    poll_with_rules(t.store, two, {second});
    must(t.store.merge_events(events(t.store)[0].event.id, events(t.store)[1].event.id, matcher));
    must(t.store.split_event(events(t.store)[0].event.id, matcher, at(noon + 1)));
    poll_with_rules(t.store, three, {both}, noon + 2);
    BOOST_TEST(events(t.store).size() == 2u);
  }
  {
    // Each has a city of its own.
    TempStore t;
    const SourceId one = add_source(t.store, "https://one.example/list"),
                   two = add_source(t.store, "https://two.example/list", "Two"),
                   three = add_source(t.store, "https://three.example/list", "Three");
    auto elsewhere = second, nowhere = both;
    elsewhere.entry.location = elsewhere.event.location = "Oslo, Norway";
    nowhere.entry.location = nowhere.event.location = "";
    poll_with_rules(t.store, one, {first});
    poll_with_rules(t.store, two, {elsewhere});
    poll_with_rules(t.store, three, {nowhere});
    BOOST_TEST(events(t.store).size() == 2u);
  }
}

BOOST_AUTO_TEST_CASE(event_that_is_found_to_be_another_leaves_its_marks_and_says_why) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list"),
                 two = add_source(t.store, "https://two.example/list", "Two"),
                 three = add_source(t.store, "https://three.example/list", "Three");
  auto first = row("a", "Quux Conference North America", noon + 9 * day),
       second = row("b", "Quux Conference 2026", noon + 9 * day);
  first.entry.url = first.event.url = "https://frob.example/qna";
  second.entry.url = second.event.url = "https://frob.example/quux-2026";
  poll_with_rules(t.store, one, {first});
  poll_with_rules(t.store, two, {second}, noon + 1);
  BOOST_REQUIRE(events(t.store).size() == 2u);
  for (const ListedEvent& listed : events(t.store)) {
    const bool goes = listed.event.title == second.event.title;
    must(t.store.set_marks(listed.event.id,
                           {.starred = goes, .going = !goes, .hidden = goes, .note = goes ? "ask Ada" : "train booked"},
                           at(noon + 1)));
  }
  second.key = second.entry.id = "c";
  second.entry.url = second.event.url = first.entry.url;
  poll_with_rules(t.store, three, {second}, noon + 2);
  BOOST_REQUIRE(events(t.store).size() == 1u);
  const auto detail = must(t.store.event(events(t.store)[0].event.id));
  const EventMarks& marks = detail.listed.marks;
  BOOST_TEST((marks.starred && marks.going && !marks.hidden));
  BOOST_TEST(marks.note == "train booked; ask Ada");
  BOOST_REQUIRE(detail.entries.size() == 3u);
  BOOST_TEST(detail.entries[0].merged_because.empty());
  BOOST_TEST(detail.entries[1].merged_because.find("another entry fits both: ") == 0u);
  BOOST_TEST(!detail.entries[2].merged_because.empty());
}

BOOST_AUTO_TEST_CASE(row_that_one_list_has_hundreds_of_times_fills_no_event_beyond_bounds) {
  TempStore t;
  std::vector<IngestedEntry> rows;
  for (int i = 0; i < 300; ++i) rows.push_back(row("same-" + std::to_string(i), "QuuxConf", noon + 9 * day));
  poll_with_rules(t.store, add_source(t.store), rows);
  BOOST_TEST(must(t.store.counts(at(noon))).entries == 300);
  BOOST_REQUIRE(events(t.store).size() == 3u);
  for (const ListedEvent& listed : events(t.store))
    BOOST_TEST(must(t.store.event(listed.event.id)).entries.size() <= 128u);
}

BOOST_AUTO_TEST_SUITE_END()
