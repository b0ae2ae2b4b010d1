#pragma once
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "impl.hpp"
#include "traits.hpp"

namespace almanac::store_detail {

/// A new entry as it is stored.
struct NewEntry {
  SourceId source;
  std::int64_t key = 0;
  std::uint64_t content_hash = 0;
  std::string facts;
};

/// What of an event is stored as bytes or lines.
struct EncodedFacts {
  std::string when, topics, origins;
  explicit EncodedFacts(const Event& event);
  /// Binds from `kind` to `origins`, in the order of the columns. All must outlive the query.
  void bind(Query& query, const Event& event, const Traits& traits) const;
};

/// Keys of topics, each once.
std::vector<std::string> topic_keys(const std::vector<std::string>& topics);

/// Writes events within the running transaction of `impl`. Throws SQLite::Exception.
class EventWriter {
 public:
  explicit EventWriter(Store::Impl& impl);

  /// A new event; its public id comes from the source's address and the entry's key.
  EventId insert(const Event& event, const std::string& source_url, const std::string& key, sys_seconds now);
  /// The same, but the event waits for others, with the new entry that makes it if there is one, and is not to be read
  /// before `write_waiting`. `event` and `key` must live until then.
  EventId insert_later(const Event& event, const std::string& source_url, const std::string& key,
                       std::optional<NewEntry> entry, sys_seconds now);
  /// Inserts what waits. Must be called before the transaction ends.
  void write_waiting();
  /// The same if the event is among what waits.
  void write_waiting(EventId id) {
    if (!waiting_.empty() && id >= waiting_.front().id) write_waiting();
  }
  /// Writes what differs from `before` (as stored), logs changes, and marks the text for indexing again if it differs.
  /// True if anything was written.
  bool update(const Event& before, const Event& after, SourceId source, sys_seconds now);
  /// The same for a difference that nobody published, so that it is no change: entries were put together or taken
  /// apart.
  bool rewrite(const Event& before, const Event& after, sys_seconds now = {});
  /// Whether `update` would write anything.
  static bool differ(const Event& before, const Event& after);
  /// With all that belongs to it.
  void remove(const Event& event);

 private:
  struct NewEvent {
    EventId id;
    const Event* event;
    const std::string* key;
    std::string source_url;
    std::optional<NewEntry> entry;
    sys_seconds now;
    Traits traits;
    EncodedFacts encoded;
    std::int64_t public_id;
  };
  void insert_events();
  bool is_stored(EventId id);
  void insert_dates();
  void insert_topics();
  void insert_entries();
  /// At `now`, and later than before whatever the clock says.
  void note_revised(const Event& before, sys_seconds now);
  void write_row(EventId id, const Event& event, const Traits& traits);
  void write_traits(EventId id, const Traits& traits);
  void note_facet(const Traits& traits);
  void insert_occurrences(EventId id, const Event& event, const Traits& traits);
  void insert_deadlines(EventId id, const Event& event, const Traits& traits);
  void insert_topics(EventId id, const std::vector<std::string>& topics);
  void remove_topics(EventId id, const std::vector<std::string>& topics);
  std::int64_t topic_id(const std::string& key);
  void log_changes(EventId id, const std::vector<EventChange>& changes, SourceId source, sys_seconds now);
  /// Keeps what the text index holds of the event, so that it can be taken out later.
  void remember_indexed_text(const Event& before);

  Store::Impl& impl_;
  std::int64_t next_id_ = 0;
  std::int64_t indexed_upto_ = 0;
  std::unordered_set<std::int64_t> facets_;  ///< known to the table
  std::vector<NewEvent> waiting_;            ///< by id
};

}  // namespace almanac::store_detail
