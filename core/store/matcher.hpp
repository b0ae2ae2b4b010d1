#pragma once
#include <almanac/store/records.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace almanac {

/// What a matcher sees in one entry: made once, then compared many times. Opaque to the store but for the keys.
struct MatchReading {
  MatchReading() = default;
  MatchReading(const MatchReading&) = delete;
  MatchReading& operator=(const MatchReading&) = delete;
  virtual ~MatchReading() = default;
  /// The entry is found under these by others that may be about the same event. Hashes: the upper bits count most.
  std::vector<std::uint64_t> keys;
};

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

/// An event that an entry may belong to, with what the matcher sees in its members.
struct EventCandidate {
  EventId event;
  std::vector<EventMember> members;
  std::vector<std::unique_ptr<const MatchReading>> readings;  ///< one a member, in the same order
};

/// Which of the candidates an entry belongs to, and why; then others that it fits as well as an entry alone can tell.
struct EventMatch {
  struct Other {
    std::size_t candidate = 0;
    std::string because;
  };
  std::size_t candidate = 0;
  std::string because;
  std::vector<Other> also = {};
};

/// How entries become events: the rules, which are ingest's. The store asks within its transaction, so that entries
/// that arrive together find each other. Functions are pure and do not throw; readings are of the same matcher.
class EventMatcher {
 public:
  virtual ~EventMatcher() = default;
  virtual std::unique_ptr<const MatchReading> read(const Entry& entry, SourceId source) const = 0;
  /// Nothing: the entry makes an event of its own.
  virtual std::optional<EventMatch> choose(const MatchReading& entry,
                                           std::span<const EventCandidate* const> candidates) const = 0;
  /// Whether `other`, which `entry` fits too, is the event that `home` is once `entry` is there: each of its entries
  /// would be let in if it came now.
  virtual bool may_unite(const MatchReading& entry, const EventCandidate& home, const EventCandidate& other) const;
  /// Whether an entry that changed may stay with another.
  virtual bool still_fits(const MatchReading& entry, const MatchReading& other) const = 0;
  /// The facts of an event with these members (at least one). `before` is the event as it stands.
  virtual Event merge(std::span<const EventMember> members, const Event& before) const = 0;
};

/// Leaves every entry where it is: each makes an event of its own, as ingest derived it.
const EventMatcher& no_matcher();

}  // namespace almanac
