#pragma once
#include <almanac/digest/period.hpp>
#include <almanac/digest/profile.hpp>
#include <almanac/model/digest_view.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace almanac {

/// Something that an issue could tell. Its place in DigestInput says as what.
struct DigestCandidate {
  ListedEvent listed;
  std::optional<Deadline> deadline;    ///< in `closing`
  std::vector<EventChange> changes;    ///< since the last issue
  std::vector<std::string> matched;    ///< terms of the filter that hold: "machine learning", "kind:hackathon"
  std::vector<std::string> interests;  ///< the profile's topics that it is about
  std::int64_t comments = 0;           ///< answers that a post has
  bool told = false;                   ///< an earlier issue of the profile told of the event
  bool told_same = false;              ///< … with the same facts
  std::optional<sys_seconds> told_at;  ///< … then; absent: not known, taken as just now
};

/// One more event that matches: there were too many to look at each.
struct FurtherEvent {
  EventId id;
  SectionKind section = SectionKind::conferences;
  bool told = false;  ///< before, and unchanged
  friend bool operator==(const FurtherEvent&, const FurtherEvent&) = default;
};

/// All that selection looks at: no store, no clock.
struct DigestInput {
  DigestProfile profile;
  Period period;
  Zone zone;
  sys_seconds now{};
  std::int64_t number = 1;
  std::vector<DigestCandidate> closing, competitions, conferences, changed, posts;
  std::vector<FurtherEvent> further;      ///< counted only; candidates may be among them
  std::set<SectionKind> counted_in_part;  ///< there are more than `further` of them
  std::vector<BrokenSource> broken;
};

/// Selects, ranks, groups and explains. The rules, in this order:
/// - each event stands in one section: deadlines, competitions, conferences, changed, posts; a change is told with the
/// item, that of a deadline with the item about that deadline;
/// - what was told before and changed since stands under `changed`, with what changed; a deadline where deadlines are;
/// - cancelled and withdrawn events stand under `changed` only, and only if they were told before or are marked;
/// - changes of what is over are not told;
/// - what was told with the same facts is left out for `repeat_after`, unless a deadline of it closes within two weeks;
/// - a section keeps its limit's best by rank, shown in order of date (posts: of rank);
/// - an event that stands nowhere is counted once, under the first rule that left it out.
/// Equal input gives an equal view. Linear but for sorting.
DigestView select_digest(DigestInput input);

/// Cancelled or withdrawn.
bool is_off(const Event& event);

/// What an item is ranked by.
double rank(const DigestCandidate& candidate, const RankWeights& weights, sys_seconds now);

/// Fingerprint of the facts that would be news if they changed: dates, status, place, deadlines. Never 0.
std::uint64_t told_facts(const Event& event);

std::string_view section_word(SectionKind kind);  ///< "deadlines", …: as the store keeps it
std::optional<SectionKind> section_from(std::string_view word);

}  // namespace almanac
