// What the user joins or takes apart stays so.
#include <boost/test/unit_test.hpp>

#include "two_lists.hpp"

BOOST_AUTO_TEST_SUITE(ingest_merge_by_hand, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(split_by_hand_survives_later_polls) {
  TwoLists f;
  const auto ids = must(f.t.store.split_event(events(f.t.store)[0].event.id, matcher, at(noon + 1)));
  BOOST_TEST(ids.size() == 2u);
  auto changed = row("x", "QuuxConf 2026!", noon + 9 * day);
  changed.content_hash += 1;
  poll_with_rules(f.t.store, f.two, {changed}, noon + 2);
  BOOST_TEST(events(f.t.store).size() == 2u);
  BOOST_TEST(!f.t.store.split_event(events(f.t.store)[0].event.id, matcher, at(noon + 3)));
}

BOOST_AUTO_TEST_CASE(merge_by_hand_survives_what_the_rules_say) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list"),
                 two = add_source(t.store, "https://two.example/list", "Two");
  poll_with_rules(t.store, one, {row("a", "QuuxConf", noon + 9 * day, "Lyon")});
  poll_with_rules(t.store, two, {row("x", "QuuxConf", noon + 9 * day, "Oslo")});
  BOOST_REQUIRE(events(t.store).size() == 2u);
  must(t.store.merge_events(events(t.store)[0].event.id, events(t.store)[1].event.id, matcher));
  BOOST_TEST(events(t.store).size() == 1u);
  poll_with_rules(t.store, two, {row("x", "QuuxConf", noon + 10 * day, "Oslo")}, noon + 2);
  BOOST_TEST(events(t.store).size() == 1u);
}

BOOST_AUTO_TEST_CASE(putting_together_and_taking_apart_by_hand_is_no_change_of_the_event) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list"),
                 two = add_source(t.store, "https://quux.example/2026", "Quux");
  poll_with_rules(t.store, one, {row("a", "Quux Meeting", noon + 9 * day, "Lyon")});
  // The organiser's own page: what it says comes first.
  poll_with_rules(t.store, two, {row("x", "The QuuxConf", noon + 11 * day, "Oslo")});
  BOOST_REQUIRE(events(t.store).size() == 2u);
  const auto id = events(t.store)[0].event.id;
  must(t.store.merge_events(id, events(t.store)[1].event.id, matcher));
  BOOST_REQUIRE(events(t.store).size() == 1u);
  const auto joined = must(t.store.event(id));
  BOOST_TEST(joined.listed.event.title == "The QuuxConf");
  BOOST_TEST(joined.listed.event.location == "Oslo");
  BOOST_TEST(joined.changes.size() == 0u);
  BOOST_TEST((joined.listed.event.changed == joined.listed.event.first_seen));
  must(t.store.split_event(id, matcher, at(noon + 2)));
  const auto alone = must(t.store.event(id));
  BOOST_TEST(alone.listed.event.title == "Quux Meeting");
  BOOST_TEST(alone.changes.size() == 0u);
  // What its publisher changes afterwards is one.
  auto moved = row("a", "Quux Meeting", noon + 12 * day, "Lyon");
  moved.content_hash += 1;
  poll_with_rules(t.store, one, {moved}, noon + 3);
  BOOST_TEST(must(t.store.event(id)).changes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_the_user_split_or_merged_stays_so_when_ids_change) {
  TwoLists f;
  must(f.t.store.split_event(events(f.t.store)[0].event.id, matcher, at(noon + 1)));
  for (int i = 0; i < 3; ++i)
    poll_with_rules(f.t.store, f.two, {row("x" + std::to_string(i), "QuuxConf 2026", noon + 9 * day)}, noon + 2 + i);
  BOOST_TEST(events(f.t.store).size() == 2u);
  for (const ListedEvent& listed : events(f.t.store))
    BOOST_TEST(must(f.t.store.event(listed.event.id)).entries.size() == 1u);

  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list"),
                 two = add_source(t.store, "https://two.example/list", "Two");
  poll_with_rules(t.store, one, {row("a", "QuuxConf", noon + 9 * day, "Lyon")});
  poll_with_rules(t.store, two, {row("x", "QuuxConf", noon + 9 * day, "Oslo")});
  must(t.store.merge_events(events(t.store)[0].event.id, events(t.store)[1].event.id, matcher));
  for (int i = 0; i < 3; ++i)
    poll_with_rules(t.store, two, {row("x" + std::to_string(i), "QuuxConf", noon + 9 * day, "Oslo")}, noon + 2 + i);
  BOOST_REQUIRE(events(t.store).size() == 1u);
  BOOST_TEST(must(t.store.event(events(t.store)[0].event.id)).entries.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
