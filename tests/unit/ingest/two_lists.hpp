#pragma once
#include <almanac/ingest/match/rule_matcher.hpp>
#include <almanac/store/store.hpp>
#include <string>
#include <vector>

#include "../store/temp_store.hpp"

namespace almanac::test {

inline const RuleMatcher matcher;

/// What a list says about a conference of one day in June 2026.
inline IngestedEntry row(std::string key, std::string title, std::int64_t start, std::string place = "Lyon, France") {
  Event event = simple_event(std::move(title), start);
  event.location = std::move(place);
  event.url = "https://quux.example/2026";
  return entry_for(std::move(key), std::move(event));
}

/// Commits a poll of one source, matched by the rules.
inline PollCounts poll_with_rules(Store& store, SourceId source, std::vector<IngestedEntry> entries,
                                  std::int64_t now = noon, bool complete = false) {
  PollCommit commit;
  commit.now = at(now);
  SourcePoll one;
  one.source = source;
  one.entries = std::move(entries);
  one.complete = complete;
  commit.polls.push_back(std::move(one));
  return must(store.commit_poll(commit, matcher));
}

/// All events.
inline std::vector<ListedEvent> events(Store& store) { return must(store.select({})).rows; }

/// Two lists that have the same conference.
struct TwoLists {
  TempStore t;
  SourceId one = add_source(t.store, "https://one.example/list", "One"),
           two = add_source(t.store, "https://two.example/list", "Two");
  TwoLists() {
    poll_with_rules(t.store, one, {row("a", "QuuxConf", noon + 9 * day)});
    poll_with_rules(t.store, two, {row("x", "QuuxConf 2026", noon + 9 * day)});
  }
};

}  // namespace almanac::test
