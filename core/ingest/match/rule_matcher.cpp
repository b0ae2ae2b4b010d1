#include "rule_matcher.hpp"

#include <algorithm>

#include "judge.hpp"
#include "match_keys.hpp"
#include "merge_event.hpp"

namespace almanac {
namespace {

/// Series and posts stand for themselves: one rule makes many dates, and what is written about is not the event.
bool may_merge(const Entry& entry) {
  return entry.recurrence.empty() && entry.more_dates.empty() && entry.kind.value_or(Kind::other) != Kind::post;
}

/// The best judgement over the members, unless one of them rules it out.
match::Judgement judge_event(const match::MatchFacts& facts, std::span<const EventMember> members) {
  match::Judgement best;
  for (const EventMember& member : members) {
    if (!may_merge(member.entry)) return {};
    match::Judgement one = match::judge(facts, match::match_facts(member.entry, member.source.value));
    if (one.verdict == match::Verdict::apart) return one;
    if (one.verdict == match::Verdict::same && one.score > best.score) best = std::move(one);
  }
  return best;
}

}  // namespace

std::vector<std::uint64_t> RuleMatcher::keys(const Entry& entry) const {
  if (!may_merge(entry)) return {};
  return match::match_keys(match::match_facts(entry, 0));
}

std::optional<EventMatch> RuleMatcher::choose(const Entry& entry, SourceId source,
                                              std::span<const EventCandidate> candidates) const {
  if (candidates.empty() || !may_merge(entry)) return std::nullopt;
  const match::MatchFacts facts = match::match_facts(entry, source.value);
  std::optional<EventMatch> best;
  int score = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    match::Judgement one = judge_event(facts, candidates[i].members);
    if (one.verdict != match::Verdict::same || one.score <= score) continue;
    score = one.score;
    best = EventMatch{i, std::move(one.because)};
  }
  return best;
}

bool RuleMatcher::still_fits(const Entry& entry, SourceId source, std::span<const EventMember> others) const {
  const match::MatchFacts facts = match::match_facts(entry, source.value);
  return std::none_of(others.begin(), others.end(), [&](const EventMember& other) {
    return match::judge(facts, match::match_facts(other.entry, other.source.value)).verdict == match::Verdict::apart;
  });
}

Event RuleMatcher::merge(std::span<const EventMember> members, const Event& before) const {
  return match::merge_event(members, before);
}

}  // namespace almanac
