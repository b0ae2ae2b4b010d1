#pragma once
#include <almanac/store/matcher.hpp>
#include <vector>

#include "event_writer.hpp"
#include "impl.hpp"

namespace almanac::store_detail {

/// The members of an event, oldest first.
std::vector<EventMember> load_members(Store::Impl& impl, const Event& event);

/// Which entries make which event, within the running transaction of `impl`. Throws SQLite::Exception.
class Membership {
 public:
  Membership(Store::Impl& impl, EventWriter& events, const EventMatcher& matcher)
      : impl_(impl), events_(events), matcher_(matcher) {}

  /// Events that share a key with the entry and that the user did not keep it out of, at most 64.
  std::vector<EventCandidate> candidates(const Entry& entry, SourceId source, std::int64_t key, EventId except);
  /// Makes the event what its members say, and findable by their keys. `fresh` was just read: it stands for the stored
  /// member of its source and key.
  void rebuild(EventId event, const EventMember* fresh, SourceId source, sys_seconds now);
  /// Entries that lean on the event's facts get their own copy, before those facts change.
  void pin(const Event& event);
  void write_keys(EventId event, std::span<const EventMember> members);
  /// An event whose entries went to another: what the user said and what digests told go along.
  void replace(EventId gone, EventId by);
  /// Never put together again by itself.
  void keep_apart(SourceId source_a, std::int64_t key_a, SourceId source_b, std::int64_t key_b);

 private:
  bool is_kept_apart(SourceId source, std::int64_t key, EventId event);

  Store::Impl& impl_;
  EventWriter& events_;
  const EventMatcher& matcher_;
};

}  // namespace almanac::store_detail
