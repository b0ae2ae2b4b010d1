#pragma once
#include <almanac/store/matcher.hpp>

namespace almanac {

/// The rules of this folder as the store asks them. Stateless: any number of threads.
class RuleMatcher final : public EventMatcher {
 public:
  std::vector<std::uint64_t> keys(const Entry& entry) const override;
  std::optional<EventMatch> choose(const Entry& entry, SourceId source,
                                   std::span<const EventCandidate> candidates) const override;
  bool still_fits(const Entry& entry, SourceId source, std::span<const EventMember> others) const override;
  Event merge(std::span<const EventMember> members, const Event& before) const override;
};

}  // namespace almanac
