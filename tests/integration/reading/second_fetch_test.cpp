// What a second fetch of the same list changes in the store, and what it does not.
#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/match/rule_matcher.hpp>

#include "../../unit/store/temp_store.hpp"
#include "read_file.hpp"

BOOST_AUTO_TEST_SUITE(second_fetch, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

const RuleMatcher matcher;

struct OneList {
  TempStore t;
  SourceId source = add_source(t.store, "https://list.example/feed", "List");

  PollCounts fetch(const std::string& file, std::int64_t when = noon) {
    auto read = read_as_fetched(std::string(ALMANAC_TEST_DATA "/") + file, "https://list.example/feed", {}, at(when));
    BOOST_TEST_REQUIRE(read.has_value(), file);
    PollCommit commit;
    commit.now = at(when);
    SourcePoll one;
    one.source = source;
    one.entries =
        derive_events(read->harvest.entries, read->harvest.document.language, read->zones, {}, at(when)).entries;
    commit.polls.push_back(std::move(one));
    return must(t.store.commit_poll(commit, matcher));
  }
  std::vector<ListedEvent> events() { return must(t.store.select({})).rows; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(deadline_in_the_guid_was_extended) {
  OneList list;
  list.fetch("rss/deadline_guid_before.xml");
  const auto before = list.events().size();
  list.fetch("rss/deadline_guid_after.xml", noon + 60);
  BOOST_TEST(list.events().size() == before);
  const auto detail = must(list.t.store.event(list.events().at(0).event.id));
  bool extended = false;
  for (const EventChange& change : detail.changes) extended = extended || change.kind == EventChange::What::extended;
  BOOST_TEST(extended);
}

BOOST_AUTO_TEST_CASE(new_ids_and_stamps_are_nothing_new) {
  OneList list;
  list.fetch("second_fetch/random_ids_1.ics");
  BOOST_TEST_REQUIRE(list.events().size() == 3u);
  list.fetch("second_fetch/random_ids_2.ics", noon + 60);
  BOOST_TEST_REQUIRE(list.events().size() == 3u);
  for (const auto& row : list.events())
    BOOST_TEST(must(list.t.store.event(row.event.id)).changes.empty(), row.event.title);
}

BOOST_AUTO_TEST_CASE(a_stale_mirror_with_fresh_timestamps_changes_nothing) {
  OneList list;
  list.fetch("second_fetch/mirror_1.xml");
  const auto counts = list.fetch("second_fetch/mirror_2.xml", noon + 60);
  BOOST_TEST(counts.fresh == 0u);
  BOOST_TEST(counts.changed == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
