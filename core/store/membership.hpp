#pragma once
#include <almanac/store/matcher.hpp>
#include <memory>
#include <unordered_map>
#include <vector>

#include "event_writer.hpp"
#include "impl.hpp"
#include "match_index.hpp"

namespace almanac::store_detail {

/// The members of an event, oldest first.
std::vector<EventMember> load_members(Store::Impl& impl, const Event& event);

/// Sorted, each once.
using MatchKeys = std::vector<std::uint64_t>;

/// Which entries make which event, within the running transaction of `impl`. Throws SQLite::Exception.
class Membership {
 public:
  Membership(Store::Impl& impl, EventWriter& events, const EventMatcher& matcher);

  /// Events that share a key with the entry and that the user did not keep it out of, at most 64, and none of 128
  /// entries or more. They live until the next call, or until one of them is rebuilt.
  std::vector<const EventCandidate*> candidates(const MatchReading& entry, SourceId source, std::int64_t key,
                                                EventId except);
  /// Says which keys `candidates` will be asked for next.
  void look_ahead(MatchKeys keys) { index_.look_ahead(std::move(keys)); }
  MatchKeys keys_of(std::span<const EventMember> members) const;
  static MatchKeys keys_of(const EventCandidate& candidate);
  /// An event that was just made is found by these keys.
  void add_keys(EventId event, const MatchKeys& keys) { index_.add(event, keys); }

  /// Makes the event what these members say, oldest first, and findable by their keys instead of `old_keys`, by which
  /// it was found until now. `before` is the event as stored.
  void rebuild(const Event& before, std::span<const EventMember> members, const MatchKeys& old_keys,
               const MatchKeys& keys, SourceId source, sys_seconds now);
  /// The same, with the keys of the members.
  void rebuild(const Event& before, std::span<const EventMember> members, const MatchKeys& old_keys, SourceId source,
               sys_seconds now);
  /// The same after the user put members together or took them apart, with all as it is stored: no publisher changed
  /// anything, so no change is logged.
  void regroup(EventId event, const MatchKeys& old_keys);
  /// Puts together what an entry that joins a candidate shows to be one event, whatever order lists came in: the
  /// events of `match.also` that the matcher lets in and the user did not keep apart. What the entry joins: the oldest
  /// of them, which stays.
  const EventCandidate& unite(const MatchReading& entry, const std::vector<const EventCandidate*>& found,
                              const EventMatch& match);
  /// What is known of the event from this transaction holds no longer.
  void forget(EventId event);
  /// Entries that lean on the event's facts get their own copy, before those facts change.
  void pin(const Event& event);
  /// An event whose entries went to another: what the user said and what digests told go along.
  void replace(EventId gone, const MatchKeys& keys, EventId by);
  /// Never put together again by itself.
  void keep_apart(SourceId source_a, std::int64_t key_a, SourceId source_b, std::int64_t key_b);
  /// Must be called before the transaction ends.
  void flush() { index_.flush(); }

 private:
  const EventCandidate& candidate(EventId event);
  void join_marks(EventId gone, EventId by);
  void reindex(EventId event, const MatchKeys& old_keys, const MatchKeys& keys);
  bool is_kept_apart(SourceId source, std::int64_t key, EventId event);
  bool may_unite(const MatchReading& entry, const EventCandidate& home, const EventCandidate& other);

  Store::Impl& impl_;
  EventWriter& events_;
  const EventMatcher& matcher_;
  MatchIndex index_;
  bool any_apart_;  ///< the user split something once
  std::unordered_map<std::int64_t, std::unique_ptr<const EventCandidate>> seen_;
};

}  // namespace almanac::store_detail
