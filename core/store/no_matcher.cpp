#include <almanac/store/matcher.hpp>

namespace almanac {
namespace {

class NoMatcher final : public EventMatcher {
 public:
  std::unique_ptr<const MatchReading> read(const Entry&, SourceId) const override {
    return std::make_unique<MatchReading>();
  }
  std::optional<EventMatch> choose(const MatchReading&, std::span<const EventCandidate* const>) const override {
    return std::nullopt;
  }
  bool still_fits(const MatchReading&, const MatchReading&) const override { return true; }
  Event merge(std::span<const EventMember> members, const Event& before) const override {
    for (const EventMember& member : members)
      if (member.own) return *member.own;
    return before;
  }
};

}  // namespace

bool EventMatcher::may_unite(const MatchReading&, const EventCandidate&, const EventCandidate&) const { return false; }

const EventMatcher& no_matcher() {
  static const NoMatcher matcher;
  return matcher;
}

}  // namespace almanac
