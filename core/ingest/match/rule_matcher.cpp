#include "rule_matcher.hpp"

#include "compare.hpp"
#include "judge.hpp"
#include "match_keys.hpp"
#include "merge_event.hpp"

namespace almanac {
namespace {

struct RuleReading final : MatchReading {
  bool may_merge = false;
  /// All facts; those that only comparing needs are read when it does. A reading is one thread's at a time.
  const match::MatchFacts& facts() const {
    if (!is_complete_) match::read_other_titles(facts_);
    is_complete_ = true;
    return facts_;
  }
  void read(const Entry& entry, SourceId source) {
    facts_ = match::match_facts_for_keys(entry, source.value);
    keys = match::match_keys(facts_);
  }

 private:
  mutable match::MatchFacts facts_;
  mutable bool is_complete_ = false;
};

const RuleReading& reading_of(const MatchReading& reading) { return static_cast<const RuleReading&>(reading); }

/// Series and posts stand for themselves: one rule makes many dates, and what is written about is not the event.
bool may_merge(const Entry& entry) {
  return entry.recurrence.empty() && entry.more_dates.empty() && entry.kind.value_or(Kind::other) != Kind::post;
}

/// The best judgement over the members, unless one of them rules it out. Where one page speaks for it although the
/// cities differ, members with the other city do not rule it out.
match::Judgement judge_event(const match::MatchFacts& facts, const EventCandidate& candidate) {
  match::Judgement best, elsewhere;
  for (const auto& member : candidate.readings) {
    const RuleReading& other = reading_of(*member);
    if (!other.may_merge) return {};
    match::Judgement one = match::judge(facts, other.facts());
    if (one.verdict == match::Verdict::apart && !one.only_places) return one;
    if (one.verdict == match::Verdict::apart)
      elsewhere = std::move(one);
    else if (one.verdict == match::Verdict::same && one.score > best.score)
      best = std::move(one);
  }
  return elsewhere.verdict == match::Verdict::apart && !best.only_places ? elsewhere : best;
}

}  // namespace

std::unique_ptr<const MatchReading> RuleMatcher::read(const Entry& entry, SourceId source) const {
  auto reading = std::make_unique<RuleReading>();
  reading->may_merge = may_merge(entry);
  if (!reading->may_merge) return reading;
  reading->read(entry, source);
  return reading;
}

std::optional<EventMatch> RuleMatcher::choose(const MatchReading& entry,
                                              std::span<const EventCandidate* const> candidates) const {
  const RuleReading& reading = reading_of(entry);
  if (!reading.may_merge) return std::nullopt;
  std::optional<EventMatch> best;
  match::Judgement judged;
  int moved = 0;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    match::Judgement one = judge_event(reading.facts(), *candidates[i]);
    if (one.verdict != match::Verdict::same) continue;
    if (one.moved) ++moved;
    if (one.score <= judged.score) continue;
    best = EventMatch{i, one.because};
    judged = std::move(one);
  }
  // What is there on several dates comes again and again: it did not move.
  return judged.moved && moved > 1 ? std::nullopt : best;
}

bool RuleMatcher::still_fits(const MatchReading& entry, const MatchReading& other) const {
  const RuleReading &a = reading_of(entry), &b = reading_of(other);
  if (!a.may_merge || !b.may_merge) return false;
  const match::Judgement one = match::judge(a.facts(), b.facts());
  // An event that moves to another city is known under the old one to other lists for a while.
  return one.verdict != match::Verdict::apart || (one.only_places && match::same_title_and_year(a.facts(), b.facts()));
}

Event RuleMatcher::merge(std::span<const EventMember> members, const Event& before) const {
  return match::merge_event(members, before);
}

}  // namespace almanac
