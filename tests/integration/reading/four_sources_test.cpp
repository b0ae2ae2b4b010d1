// One conference in four lists: without its year, by milliseconds, in a calendar, and as a call for papers alone.
#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/match/rule_matcher.hpp>

#include "../../unit/store/temp_store.hpp"
#include "read_file.hpp"

BOOST_AUTO_TEST_SUITE(four_sources, *boost::unit_test::label("integration"))

extern "C" const almanac_plugin* almanac_builtin_recipe();

using namespace almanac;
using namespace almanac::test;

namespace {

const RuleMatcher matcher;

Derived derived(const std::string& file, const std::string& recipe) {
  static const PluginRegistry registry = [] {
    PluginRegistry all;
    for (const auto* table : {almanac_builtin_recipe(), almanac_builtin_ical()})
      BOOST_TEST_REQUIRE(all.add(table, "built in").has_value());
    return all;
  }();
  Document document;
  document.body = bytes_of(ALMANAC_TEST_DATA "/four_sources/" + file);
  document.url = "https://lists.example/" + file;
  const std::string text = recipe.empty() ? "" : bytes_of(ALMANAC_RECIPES "/" + recipe + ".toml");
  auto read = read_document(std::move(document), {{}, recipe, text, {}, {}, std::nullopt, at(noon)}, registry);
  BOOST_TEST_REQUIRE(read.has_value(), file);
  return derive_events(std::move(read->harvest.entries), read->harvest.document.language, read->zones, {}, at(noon));
}

}  // namespace

BOOST_AUTO_TEST_CASE(one_conference_in_four_lists_is_one_event_with_a_deadline_in_conflict) {
  TempStore t;
  const std::pair<std::string, std::string> lists[] = {{"confs-tech.json", "confs-tech"},
                                                       {"developers-events.json", "developers-events"},
                                                       {"calendar.ics", ""},
                                                       {"developers-events-cfps.json", "developers-events-cfps"}};
  for (const auto& [file, recipe] : lists) {
    PollCommit commit;
    commit.now = at(noon);
    SourcePoll one;
    one.source = add_source(t.store, "https://lists.example/" + file, file);
    one.entries = derived(file, recipe).entries;
    BOOST_TEST_REQUIRE(one.entries.size() == 1u, file);
    commit.polls.push_back(std::move(one));
    must(t.store.commit_poll(commit, matcher));
  }
  const auto rows = must(t.store.select({})).rows;
  BOOST_TEST_REQUIRE(rows.size() == 1u);
  const auto detail = must(t.store.event(rows[0].event.id));
  BOOST_TEST(detail.entries.size() == 4u);
  const Event& event = detail.listed.event;
  BOOST_TEST(iso_text(event.when->start) == "2026-09-10");
  BOOST_TEST(event.city == "Lyon");
  BOOST_TEST_REQUIRE(event.deadlines.size() == 1u);
  BOOST_TEST((event.deadlines[0].doubt == DeadlineDoubt::conflict));
}

BOOST_AUTO_TEST_SUITE_END()
