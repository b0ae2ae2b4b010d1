#pragma once
#include <almanac/store/matcher.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "event_writer.hpp"
#include "impl.hpp"
#include "membership.hpp"
#include "polled_source.hpp"

namespace almanac::store_detail {

/// How an entry's key is stored.
std::int64_t key_hash(const std::string& key);

/// Writes the polls of one transaction. Throws SQLite::Exception.
class PollWriter {
 public:
  PollWriter(Store::Impl& impl, sys_seconds now, const EventMatcher& matcher);

  /// Skips a source that was unfollowed while it was polled.
  void write(std::span<const SourcePoll> polls);
  /// What each poll did, in their order.
  const std::vector<PollCounts>& counts() const noexcept { return each_; }
  /// After the last poll: what all of them did.
  PollCounts finish();

 private:
  /// What is known of an entry before it is written.
  struct Known {
    std::int64_t key = 0;
    std::int64_t content_hash = 0, event = 0;     ///< as stored; 0: it is new
    std::shared_ptr<const MatchReading> reading;  ///< of a new one
    bool is_repeated = false;                     ///< its key comes twice: what is stored changes in between
  };

  /// Entries of one poll that are looked up together with others.
  struct Piece {
    const SourcePoll* poll;
    std::span<const IngestedEntry> entries;
    bool is_first, is_last;  ///< of its poll
    std::vector<Known> known = {};
  };

  void write_pieces(std::span<Piece> pieces);
  void begin(const SourcePoll& poll);
  void end(const SourcePoll& poll);
  /// Asks the database for many entries at once, in the order in which it stores them.
  void look_up(std::span<Piece> pieces);
  void read_stored(SourceId source, Known& known);
  /// False before its first poll: nothing needs to be looked up then.
  bool has_entries(SourceId source);
  /// Keys of what the poll being written lists.
  const std::unordered_set<std::int64_t>& present();
  void write_entry(const IngestedEntry& given, Known& known);
  /// Events that the entry may belong to, but for those of which the document lists another sitting.
  std::vector<const EventCandidate*> candidates(const IngestedEntry& given, std::int64_t key,
                                                const MatchReading& reading, EventId except);
  void match_entry(const IngestedEntry& given, std::int64_t key, const MatchReading& reading);
  void join_event(const IngestedEntry& given, std::int64_t key, const EventCandidate& home,
                  const MatchReading& reading);
  std::optional<std::size_t> old_self(const IngestedEntry& given, const EventCandidate& home);
  void rename_member(const IngestedEntry& given, std::int64_t key, const EventCandidate& home, std::size_t old);
  bool set_aside(const EventMember& earlier, const IngestedEntry& given, const MatchReading& reading);
  void rematch_entry(const IngestedEntry& given, std::int64_t key, EventId home);
  bool move_entry(const IngestedEntry& given, std::int64_t key, EventId home, const MatchReading& reading,
                  const MatchKeys& old_keys);
  void leave(const IngestedEntry& given, std::int64_t key, const Event& old, std::span<const EventMember> others,
             const MatchKeys& old_keys);
  EventMember member_of(const IngestedEntry& given, std::int64_t key) const;
  std::int64_t content_hash_of(std::int64_t key);
  void rename_entry(std::int64_t old_key, std::int64_t key);
  void insert_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because);
  void store_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because);
  bool withdraw_entry(std::int64_t key, EventId event);
  bool is_date_of_changed_series(std::int64_t key, EventId event);
  void withdraw_missing();

  Store::Impl& impl_;
  sys_seconds now_;
  const EventMatcher& matcher_;
  EventWriter events_;
  Membership members_;
  const SourcePoll* poll_ = nullptr;                         ///< the poll being written
  std::optional<std::unordered_set<std::int64_t>> present_;  ///< its keys, once asked for
  std::unordered_set<std::string> changed_series_;           ///< ids of repeating entries that the poll changed
  SourceId source_;                                          ///< it is of this one
  std::optional<PolledSource> polled_;                       ///< the same; nothing when it was unfollowed meanwhile
  PollCounts counts_;
  std::vector<PollCounts> each_;  ///< of all polls
};

}  // namespace almanac::store_detail
