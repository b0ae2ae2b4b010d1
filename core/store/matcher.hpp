#pragma once
#include <almanac/store/records.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace almanac {

/// One entry of an event, as stored.
struct EventMember {
  SourceId source;
  std::int64_t key = 0;  ///< names the entry within its source
  std::string source_url;
  Entry entry;                    ///< see EntryDetail
  std::string because;            ///< why it is here
  bool by_hand = false;           ///< the user put it here
  bool withdrawn = false;         ///< its source no longer lists it
  std::optional<Event> own = {};  ///< the event that the entry makes by itself, when it was just read
};

/// An event that an entry may belong to.
struct EventCandidate {
  EventId event;
  std::vector<EventMember> members;
};

/// Which of the candidates an entry belongs to, and why.
struct EventMatch {
  std::size_t candidate = 0;
  std::string because;
};

/// How entries become events: the rules, which are ingest's. The store asks within its transaction, so that entries
/// that arrive together find each other. Functions are pure and do not throw.
class EventMatcher {
 public:
  virtual ~EventMatcher() = default;
  /// The keys under which an entry is found by others that may be about the same event.
  virtual std::vector<std::uint64_t> keys(const Entry& entry) const = 0;
  /// Nothing: the entry makes an event of its own.
  virtual std::optional<EventMatch> choose(const Entry& entry, SourceId source,
                                           std::span<const EventCandidate> candidates) const = 0;
  /// Whether an entry that changed may stay with the others.
  virtual bool still_fits(const Entry& entry, SourceId source, std::span<const EventMember> others) const = 0;
  /// The facts of an event with these members (at least one). `before` is the event as it stands.
  virtual Event merge(std::span<const EventMember> members, const Event& before) const = 0;
};

}  // namespace almanac
