#include <algorithm>
#include <almanac/ingest/match/merge_deadlines.hpp>
#include <boost/test/unit_test.hpp>

#include "two_lists.hpp"

BOOST_AUTO_TEST_SUITE(ingest_merge, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

Deadline deadline(std::int64_t seconds, MomentKind kind = MomentKind::instant) {
  Deadline out;
  out.type = DeadlineType::paper;
  out.at.kind = kind;
  out.at.seconds = seconds;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(two_sources_make_one_event_that_says_why) {
  TwoLists f;
  BOOST_REQUIRE(events(f.t.store).size() == 1u);
  const auto detail = must(f.t.store.event(events(f.t.store)[0].event.id));
  BOOST_REQUIRE(detail.entries.size() == 2u);
  BOOST_TEST(detail.entries[0].merged_because.empty());
  BOOST_TEST(detail.entries[1].merged_because == "same title, address and start");
  BOOST_TEST(detail.changes.empty());
}

BOOST_AUTO_TEST_CASE(id_that_is_used_again_for_the_next_edition_makes_another_event) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list", "One");
  poll_with_rules(t.store, one, {row("site", "QuuxConf 2026", noon + 9 * day)});
  const auto next = row("site", "QuuxConf 2027", noon + 370 * day, "Oslo, Norway");
  poll_with_rules(t.store, one, {next}, noon + 1);
  BOOST_TEST(poll_with_rules(t.store, one, {next}, noon + 2).unchanged == 1u);
  const auto both = events(t.store);
  BOOST_REQUIRE(both.size() == 2u);
  BOOST_TEST(both[0].event.title == "QuuxConf 2026");
  BOOST_TEST(both[0].event.location == "Lyon, France");
  BOOST_TEST(both[1].event.title == "QuuxConf 2027");
  BOOST_TEST(both[1].event.location == "Oslo, Norway");
  // What is put off into the next year by some months is the same still.
  poll_with_rules(t.store, one, {row("b", "Quux Frobs", noon + 100 * day, "Rome, Italy")}, noon + 3);
  poll_with_rules(t.store, one, {row("b", "Quux Frobs", noon + 300 * day, "Rome, Italy")}, noon + 4);
  BOOST_TEST(events(t.store).size() == 3u);
}

BOOST_AUTO_TEST_CASE(date_that_was_an_event_of_its_own_goes_with_its_override) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list", "One");
  IngestedEntry series = row("weekly", "Weekly Quux", noon + 2 * day);
  series.entry.recurrence.rules = {"FREQ=WEEKLY"};
  IngestedEntry special = row("weekly\n2026-06-10", "Quux special", noon + 9 * day);
  special.entry.id = series.entry.id;
  special.entry.recurrence.id = special.entry.start;
  const IngestedEntry other = row("other", "Other frobs", noon + 30 * day, "Oslo, Norway");
  poll_with_rules(t.store, one, {series, special, other});
  BOOST_TEST(events(t.store).size() == 3u);
  const auto shown = [&] {
    std::vector<std::string> titles;
    for (const ListedEvent& listed : events(t.store))
      if (listed.event.status != EventStatus::withdrawn) titles.push_back(listed.event.title);
    return titles;
  };
  poll_with_rules(t.store, one, {series}, noon + 1);  // a document that lists less and says nothing of the series
  BOOST_TEST(shown().size() == 3u);
  series.content_hash += 1;
  poll_with_rules(t.store, one, {series}, noon + 2);
  BOOST_TEST(shown() == (std::vector<std::string>{"Weekly Quux", "Other frobs"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(later_date_that_one_list_calls_extended_takes_the_place_of_the_earlier) {
  Deadline extended = deadline(noon + 17 * day);
  extended.extended = true;
  const auto merged =
      match::merge_deadlines({{deadline(noon + 10 * day), 1}, {extended, 1}, {deadline(noon + 90 * day), 1}});
  BOOST_REQUIRE(merged.size() == 2u);
  BOOST_TEST(merged[0].at.seconds == noon + 17 * day);
  BOOST_TEST(merged[0].extended);
  BOOST_TEST(!merged[1].extended);
  BOOST_TEST(match::merge_deadlines({{deadline(noon + 10 * day), 1}, {deadline(noon + 17 * day), 1}}).size() == 2u);
}

BOOST_AUTO_TEST_CASE(moved_date_is_told_once_and_the_event_stays_one) {
  TwoLists f;
  const auto moved = row("a", "QuuxConf", noon + 12 * day);
  poll_with_rules(f.t.store, f.one, {moved}, noon + 1);
  poll_with_rules(f.t.store, f.one, {moved}, noon + 2);
  BOOST_REQUIRE(events(f.t.store).size() == 1u);
  const auto detail = must(f.t.store.event(events(f.t.store)[0].event.id));
  BOOST_TEST((detail.listed.event.when->start.seconds == noon + 12 * day));
  BOOST_REQUIRE(detail.changes.size() == 1u);
  BOOST_TEST((detail.changes[0].kind == EventChange::What::moved));
  BOOST_TEST(!detail.changes[0].before.empty());
  BOOST_TEST(!detail.changes[0].after.empty());
}

BOOST_AUTO_TEST_CASE(move_online_is_told_once_also_against_a_list_that_has_not_heard) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list", "One"),
                 two = add_source(t.store, "https://two.example/list", "Two");
  const auto told = [](const char* key, EventStatus status, Mode mode) {
    IngestedEntry given = row(key, "QuuxConf 2026", noon + 9 * day);
    given.entry.status = given.event.status = status;
    given.entry.mode = given.event.mode = mode;
    given.content_hash += static_cast<std::uint64_t>(status);
    return given;
  };
  poll_with_rules(t.store, one, {told("a", EventStatus::confirmed, Mode::in_person)});
  poll_with_rules(t.store, two, {told("x", EventStatus::unknown, Mode::in_person)});
  const auto moved = told("x", EventStatus::moved_online, Mode::online);
  poll_with_rules(t.store, two, {moved}, noon + 1);
  poll_with_rules(t.store, two, {moved}, noon + 2);
  BOOST_REQUIRE(events(t.store).size() == 1u);
  const auto detail = must(t.store.event(events(t.store)[0].event.id));
  BOOST_TEST((detail.listed.event.status == EventStatus::moved_online));
  BOOST_TEST((detail.listed.event.mode == Mode::online));
  BOOST_REQUIRE(detail.changes.size() == 1u);
  BOOST_TEST((detail.changes[0].kind == EventChange::What::moved_online));
  BOOST_TEST(detail.changes[0].before == "Lyon, France");
  BOOST_TEST(detail.changes[0].after == "online");
}

BOOST_AUTO_TEST_CASE(facts_taken_from_another_list_keep_what_they_stand_on) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list", "One"),
                 two = add_source(t.store, "https://two.example/list", "Two");
  const auto told = [](const char* key, std::vector<std::string> topics, Origin origin) {
    IngestedEntry given = row(key, "QuuxConf 2026", noon + 9 * day);
    given.event.city = given.entry.city = "Lyon";
    given.entry.topics = given.event.topics = topics;
    given.entry.origins.place = origin;
    given.entry.origins.topics.assign(topics.size(), origin);
    given.event.origins = given.entry.origins;
    return given;
  };
  poll_with_rules(t.store, one, {told("a", {"quux"}, usual_origin(Provenance::prose))});
  poll_with_rules(t.store, two, {told("x", {"frob", "quux"}, usual_origin(Provenance::structured))});
  const auto detail = must(t.store.event(events(t.store)[0].event.id));
  const FactOrigins& origins = detail.listed.event.origins;
  BOOST_TEST((origins.place == usual_origin(Provenance::prose)));
  BOOST_TEST((detail.listed.event.topics == std::vector<std::string>{"quux", "frob"}));
  BOOST_REQUIRE(origins.topics.size() == 2u);
  BOOST_TEST((origins.topics[0] == usual_origin(Provenance::prose)));
  BOOST_TEST((origins.topics[1] == usual_origin(Provenance::structured)));
  BOOST_REQUIRE(detail.entries.size() == 2u);
  BOOST_TEST((detail.entries[0].entry.origins.place == usual_origin(Provenance::prose)));
  BOOST_TEST((detail.entries[1].entry.origins.place == usual_origin(Provenance::structured)));
}

BOOST_AUTO_TEST_CASE(event_is_withdrawn_when_no_list_has_it_any_more) {
  TwoLists f;
  const auto other = row("b", "Frob Summit", noon + 20 * day, "Oslo"),
             third = row("c", "Baz Days", noon + 30 * day, "Rome");
  poll_with_rules(f.t.store, f.one, {other}, noon + 1, true);
  BOOST_TEST((must(f.t.store.event(events(f.t.store)[0].event.id)).listed.event.status != EventStatus::withdrawn));
  poll_with_rules(f.t.store, f.two, {third}, noon + 2, true);
  BOOST_TEST((must(f.t.store.event(events(f.t.store)[0].event.id)).listed.event.status == EventStatus::withdrawn));
}

BOOST_AUTO_TEST_CASE(id_that_changes_with_every_fetch_makes_no_new_event) {
  TempStore t;
  const SourceId source = add_source(t.store);
  for (int i = 0; i < 4; ++i)
    poll_with_rules(t.store, source, {row("random-" + std::to_string(i), "QuuxConf", noon + 9 * day)}, noon + i);
  BOOST_TEST(events(t.store).size() == 1u);
  BOOST_TEST(must(t.store.counts(at(noon))).entries == 1);
}

BOOST_AUTO_TEST_CASE(id_with_the_date_inside_makes_no_new_event_when_the_date_moves) {
  TempStore t;
  const SourceId source = add_source(t.store);
  poll_with_rules(t.store, source, {row("quux-2026-06-10", "QuuxConf", noon + 9 * day)}, noon);
  poll_with_rules(t.store, source, {row("quux-2026-06-12", "QuuxConf", noon + 11 * day)}, noon + 1);
  BOOST_REQUIRE(events(t.store).size() == 1u);
  const auto detail = must(t.store.event(events(t.store)[0].event.id));
  BOOST_TEST(detail.entries.size() == 1u);
  BOOST_REQUIRE(detail.changes.size() == 1u);
  BOOST_TEST((detail.changes[0].kind == EventChange::What::moved));
}

BOOST_AUTO_TEST_CASE(what_one_list_has_on_several_dates_did_not_move) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list", "One"),
                 two = add_source(t.store, "https://two.example/list", "Two");
  poll_with_rules(t.store, one, {row("a", "Quux Night", noon + 9 * day), row("b", "Quux Night", noon + 16 * day)});
  poll_with_rules(t.store, two, {row("x", "Quux Night", noon + 23 * day)});
  BOOST_TEST(events(t.store).size() == 3u);
  poll_with_rules(t.store, two, {row("y", "Quux Night", noon + 16 * day)});
  BOOST_TEST(events(t.store).size() == 3u);
}

BOOST_AUTO_TEST_CASE(sittings_that_one_document_lists_stay_apart) {
  TempStore t;
  const SourceId source = add_source(t.store);
  const auto sitting = [](std::string key, std::int64_t start) {
    IngestedEntry given = row(std::move(key), "Open Quux Stage", start);
    given.entry.end = given.entry.start;
    given.entry.end->seconds += 3600;
    return given;
  };
  poll_with_rules(t.store, source, {sitting("a", noon + 9 * day), sitting("b", noon + 9 * day + 2 * 3600)});
  BOOST_TEST(events(t.store).size() == 2u);
  // The ids change and the second moves to the next day: still these two.
  poll_with_rules(t.store, source, {sitting("c", noon + 9 * day), sitting("d", noon + 10 * day)}, noon + 1);
  BOOST_TEST(events(t.store).size() == 2u);
}

BOOST_AUTO_TEST_CASE(list_that_knows_an_old_city_joins_the_event_that_others_have_elsewhere) {
  TempStore t;
  const SourceId one = add_source(t.store, "https://one.example/list"),
                 two = add_source(t.store, "https://two.example/list", "Two"),
                 three = add_source(t.store, "https://three.example/list", "Three");
  const auto three_days = [](const char* key, const char* url, const char* city) {
    IngestedEntry given = row(key, "Quux Kaigi 2026", noon + 9 * day, city);
    given.entry.url = given.event.url = url;
    given.entry.end = given.entry.start;
    given.entry.end->seconds += 2 * day;
    return given;
  };
  poll_with_rules(t.store, one, {three_days("a", "https://quux.example/2026", "Nara, Japan")});
  poll_with_rules(t.store, two, {three_days("b", "https://quux.example", "Nara, Japan")});
  poll_with_rules(t.store, three, {three_days("c", "https://quux.example", "Kobe, Japan")});
  BOOST_REQUIRE(events(t.store).size() == 1u);
  BOOST_TEST(events(t.store)[0].event.location == "Nara, Japan");
  auto changed = three_days("c", "https://quux.example", "Kobe, Japan");
  changed.entry.summary.plain = "More is known now.";
  changed.content_hash += 1;
  poll_with_rules(t.store, three, {changed}, noon + 1);
  BOOST_TEST(events(t.store).size() == 1u);
}

BOOST_AUTO_TEST_CASE(entry_that_turns_to_another_edition_leaves) {
  TwoLists f;
  poll_with_rules(f.t.store, f.two, {row("x", "QuuxConf 2027", noon + 373 * day)}, noon + 1);
  BOOST_TEST(events(f.t.store).size() == 2u);
}

BOOST_AUTO_TEST_CASE(deadlines_that_disagree_are_settled_and_said) {
  constexpr std::int64_t hour = 3600;
  struct Case {
    const char* what;
    Deadline a, b;
    std::size_t count;
    DeadlineDoubt doubt;
    bool extended;
  };
  const Case cases[] = {
      {"a minute apart", deadline(noon), deadline(noon + 59), 1, DeadlineDoubt::none, false},
      {"a day and its time", deadline(noon - 12 * hour, MomentKind::date), deadline(noon), 1, DeadlineDoubt::none,
       false},
      {"half a day", deadline(noon), deadline(noon + 12 * hour), 1, DeadlineDoubt::zone, false},
      {"a week", deadline(noon), deadline(noon + 7 * day), 1, DeadlineDoubt::none, true},
      {"half a year", deadline(noon), deadline(noon + 180 * day), 1, DeadlineDoubt::conflict, false},
  };
  for (const Case& one : cases) {
    BOOST_TEST_CONTEXT(one.what) {
      const auto merged = match::merge_deadlines({{one.a, 1}, {one.b, 2}});
      BOOST_REQUIRE(merged.size() == one.count);
      BOOST_TEST((merged[0].doubt == one.doubt));
      BOOST_TEST(merged[0].extended == one.extended);
    }
  }
  // Rounds: the second list does not know the later one.
  const auto rounds =
      match::merge_deadlines({{deadline(noon), 1}, {deadline(noon + 90 * day), 1}, {deadline(noon), 2}});
  BOOST_TEST(rounds.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
