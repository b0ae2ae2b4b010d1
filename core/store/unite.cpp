#include <algorithm>

#include "event_rows.hpp"
#include "membership.hpp"

namespace almanac::store_detail {
namespace {

/// Events of more entries than this are not put together by themselves: each is compared with each.
constexpr std::size_t most_compared = 64;

/// One list that has both at different times means two things.
bool are_told_apart(const EventCandidate& a, const EventCandidate& b) {
  return std::any_of(a.members.begin(), a.members.end(), [&](const EventMember& one) {
    return std::any_of(b.members.begin(), b.members.end(), [&](const EventMember& other) {
      if (one.source != other.source || !one.entry.start || !other.entry.start) return false;
      return one.entry.start->kind != other.entry.start->kind || one.entry.start->seconds != other.entry.start->seconds;
    });
  });
}

void move_members(Store::Impl& impl, const EventCandidate& from, EventId to, const std::string& because) {
  for (const EventMember& member : from.members) {
    Query query = impl.use("UPDATE entry SET event_id = ?, because = ? WHERE source_id = ? AND key_hash = ?");
    query.bind(to.value).bind(member.because.empty() ? because : member.because);
    query.bind(member.source.value).bind(member.key).run();
  }
}

}  // namespace

bool Membership::may_unite(const MatchReading& entry, const EventCandidate& home, const EventCandidate& other) {
  if (home.members.size() * other.members.size() > most_compared || are_told_apart(home, other)) return false;
  const bool kept_apart =
      any_apart_ && std::any_of(home.members.begin(), home.members.end(), [&](const EventMember& member) {
        return is_kept_apart(member.source, member.key, other.event);
      });
  return !kept_apart && matcher_.may_unite(entry, home, other);
}

const EventCandidate& Membership::unite(const MatchReading& entry, const std::vector<const EventCandidate*>& found,
                                        const EventMatch& match) {
  const EventCandidate* home = found[match.candidate];
  for (const EventMatch::Other& also : match.also) {
    const EventCandidate* other = found[also.candidate];
    if (!may_unite(entry, *home, *other)) continue;
    if (other->event.value < home->event.value) std::swap(home, other);
    const EventId stays = home->event, goes = other->event;
    const MatchKeys keys = keys_of(*home), others = keys_of(*other);
    if (const auto event = load_event(impl_, goes)) pin(*event);
    move_members(impl_, *other, stays, "another entry fits both: " + also.because);
    replace(goes, others, stays);
    regroup(stays, keys);
    home = &candidate(stays);
  }
  return *home;
}

}  // namespace almanac::store_detail
