#include "rule_matcher.hpp"

#include <algorithm>

#include "compare.hpp"
#include "judge.hpp"
#include "match_keys.hpp"
#include "merge_event.hpp"

namespace almanac {
namespace {

struct RuleReading final : MatchReading {
  bool may_merge = false;
  /// See match_facts_for_keys, until `complete`.
  const match::MatchFacts& facts() const { return facts_; }
  /// Reads what only comparing needs. A reading is one thread's at a time.
  void complete() const {
    if (!is_complete_) match::read_other_titles(facts_);
    is_complete_ = true;
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

/// What else a thing may be called matters only for one of the same days under another title, and is mostly not read.
match::Judgement judge(const RuleReading& a, const RuleReading& b) {
  const match::Days days = match::compare_days(a.facts(), b.facts());
  if (days >= match::Days::near && match::compare_titles(a.facts(), b.facts()) != match::Titles::equal) {
    a.complete();
    b.complete();
  }
  return match::judge(a.facts(), b.facts());
}

using Readings = std::vector<const RuleReading*>;

Readings readings_of(const EventCandidate& candidate) {
  Readings out;
  for (const auto& member : candidate.readings) out.push_back(&reading_of(*member));
  return out;
}

/// Whether one of those that fit the entry stands for `other`, which differs in nothing but the city: their page tells
/// of one gathering.
bool is_excused(const RuleReading& other, const Readings& fitting) {
  return std::any_of(fitting.begin(), fitting.end(), [&](const RuleReading* one) {
    const match::Judgement judged = judge(*one, other);
    return judged.verdict == match::Verdict::same && judged.only_places;
  });
}

/// The best judgement over the members, unless one of them rules it out. Where one page speaks for it although the
/// cities differ, be it the entry's or a member's, members with the other city do not rule it out.
match::Judgement judge_event(const RuleReading& entry, const Readings& members) {
  match::Judgement best, apart;
  Readings elsewhere, fitting;
  for (const RuleReading* other : members) {
    if (!other->may_merge) return {};
    match::Judgement one = judge(entry, *other);
    if (one.verdict == match::Verdict::apart) {
      if (!one.only_places) return one;
      elsewhere.push_back(other);
      apart = std::move(one);
    } else if (one.verdict == match::Verdict::same) {
      fitting.push_back(other);
      if (one.score > best.score) best = std::move(one);
    }
  }
  if (best.only_places) return best;
  const bool excused = std::all_of(elsewhere.begin(), elsewhere.end(),
                                   [&](const RuleReading* other) { return is_excused(*other, fitting); });
  return excused ? best : apart;
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
  struct Fit {
    std::size_t candidate;
    match::Judgement judged;
  };
  std::vector<Fit> fits;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (auto judged = judge_event(reading, readings_of(*candidates[i])); judged.verdict == match::Verdict::same)
      fits.push_back({i, std::move(judged)});
  if (fits.empty()) return std::nullopt;
  const auto best = std::max_element(fits.begin(), fits.end(),
                                     [](const Fit& a, const Fit& b) { return a.judged.score < b.judged.score; });
  // What is there on several dates comes again and again: it did not move.
  const auto moved = std::count_if(fits.begin(), fits.end(), [](const Fit& fit) { return fit.judged.moved; });
  if (best->judged.moved && moved > 1) return std::nullopt;
  EventMatch match{best->candidate, best->judged.because};
  for (auto fit = fits.begin(); fit != fits.end(); ++fit)
    if (fit != best && !fit->judged.moved && !best->judged.moved)
      match.also.push_back({fit->candidate, fit->judged.because});
  return match;
}

bool RuleMatcher::may_unite(const MatchReading& entry, const EventCandidate& home, const EventCandidate& other) const {
  Readings together = readings_of(home);
  together.push_back(&reading_of(entry));
  const Readings coming = readings_of(other);
  return std::all_of(coming.begin(), coming.end(), [&](const RuleReading* one) {
    return one->may_merge && judge_event(*one, together).verdict != match::Verdict::apart;
  });
}

bool RuleMatcher::still_fits(const MatchReading& entry, const MatchReading& other) const {
  const RuleReading &a = reading_of(entry), &b = reading_of(other);
  if (!a.may_merge || !b.may_merge) return false;
  const match::Judgement one = judge(a, b);
  // An event that moves to another city is known under the old one to other lists for a while.
  return one.verdict != match::Verdict::apart || (one.only_places && match::same_title_and_year(a.facts(), b.facts()));
}

Event RuleMatcher::merge(std::span<const EventMember> members, const Event& before) const {
  return match::merge_event(members, before);
}

}  // namespace almanac
