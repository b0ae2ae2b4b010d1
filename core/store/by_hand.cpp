#include "event_rows.hpp"
#include "membership.hpp"
#include "public_id.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

void move_entry(Store::Impl& impl, const EventMember& member, EventId to, bool by_hand, const std::string& because) {
  Query query =
      impl.use("UPDATE entry SET event_id = ?, by_hand = ?, because = ? WHERE source_id = ? AND key_hash = ?");
  query.bind(to.value).bind(by_hand).bind(because).bind(member.source.value).bind(member.key).run();
}

std::string public_id_of(Store::Impl& impl, EventId id) {
  std::int64_t number = 0;
  sd::load_event(impl, id, &number);
  return sd::public_id_text(number);
}

void forget_apart(Store::Impl& impl, const EventMember& a, const EventMember& b) {
  Query query = impl.use(
      "DELETE FROM apart WHERE (source_a = ?1 AND key_a = ?2 AND source_b = ?3 AND key_b = ?4) "
      "OR (source_a = ?3 AND key_a = ?4 AND source_b = ?1 AND key_b = ?2)");
  query.bind(a.source.value).bind(a.key).bind(b.source.value).bind(b.key).run();
}

}  // namespace

Store::Outcome<std::vector<std::string>> Store::split_event(EventId id, const EventMatcher& matcher, sys_seconds now) {
  return impl_->write([&]() -> Outcome<std::vector<std::string>> {
    const auto before = sd::load_event(*impl_, id);
    const std::vector<EventMember> members = before ? sd::load_members(*impl_, *before) : std::vector<EventMember>{};
    if (members.size() < 2)
      return sd::problem(StoreErrc::missing, "only one entry tells of this event", "there is nothing to split");
    sd::EventWriter events(*impl_);
    sd::Membership membership(*impl_, events, matcher);
    membership.pin(*before);
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j)
        membership.keep_apart(members[i].source, members[i].key, members[j].source, members[j].key);
    const sd::MatchKeys old_keys = membership.keys_of(members);
    std::vector<std::string> ids{public_id_of(*impl_, id)};
    move_entry(*impl_, members.front(), id, false, {});
    for (std::size_t i = 1; i < members.size(); ++i) {
      const std::span<const EventMember> alone(&members[i], 1);
      Event blank;
      blank.first_seen = before->first_seen;
      const EventId own = events.insert(matcher.merge(alone, blank), members[i].source_url,
                                        "split\n" + std::to_string(members[i].key), now);
      move_entry(*impl_, members[i], own, false, {});
      membership.add_keys(own, membership.keys_of(alone));
      ids.push_back(public_id_of(*impl_, own));
    }
    membership.regroup(id, old_keys);
    membership.flush();
    return ids;
  });
}

Store::Outcome<void> Store::merge_events(EventId id, EventId other, const EventMatcher& matcher) {
  return impl_->write([&]() -> Outcome<void> {
    const auto event = sd::load_event(*impl_, id), gone = sd::load_event(*impl_, other);
    if (!event || !gone) return sd::problem(StoreErrc::missing, "no such event", {});
    if (id == other) return sd::problem(StoreErrc::exists, "these are one event already", {});
    sd::EventWriter events(*impl_);
    sd::Membership membership(*impl_, events, matcher);
    membership.pin(*event);
    membership.pin(*gone);
    const auto here = sd::load_members(*impl_, *event), there = sd::load_members(*impl_, *gone);
    for (const EventMember& a : here) {
      for (const EventMember& b : there) forget_apart(*impl_, a, b);
      move_entry(*impl_, a, id, true, a.because);
    }
    for (const EventMember& b : there) move_entry(*impl_, b, id, true, "put together by hand");
    membership.replace(other, membership.keys_of(there), id);
    membership.regroup(id, membership.keys_of(here));
    membership.flush();
    return {};
  });
}

}  // namespace almanac
