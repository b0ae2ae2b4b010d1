#pragma once
#include <almanac/store/matcher.hpp>

namespace almanac {

/// The rules of this folder as the store asks them. Stateless: any number of threads.
class RuleMatcher final : public EventMatcher {
 public:
  std::unique_ptr<const MatchReading> read(const Entry& entry, SourceId source) const override;
  std::optional<EventMatch> choose(const MatchReading& entry,
                                   std::span<const EventCandidate* const> candidates) const override;
  bool may_unite(const MatchReading& entry, const EventCandidate& home, const EventCandidate& other) const override;
  bool still_fits(const MatchReading& entry, const MatchReading& other) const override;
  Event merge(std::span<const EventMember> members, const Event& before) const override;
};

}  // namespace almanac
