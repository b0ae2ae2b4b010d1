#pragma once
#include <string>
#include <unordered_set>

#include "impl.hpp"
#include "traits.hpp"

namespace almanac::store_detail {

/// Writes events within the running transaction of `impl`. Throws SQLite::Exception.
class EventWriter {
 public:
  explicit EventWriter(Store::Impl& impl);

  /// A new event; its public id comes from the source's address and the entry's key.
  EventId insert(const Event& event, const std::string& source_url, const std::string& key, sys_seconds now);
  /// Writes what differs from `before` (as stored), logs changes, and marks the text for indexing again if it differs.
  /// True if anything was written.
  bool update(const Event& before, const Event& after, SourceId source, sys_seconds now);
  /// The same for a difference that nobody published, so that it is no change: entries were put together or taken
  /// apart.
  bool rewrite(const Event& before, const Event& after);
  /// Whether `update` would write anything.
  static bool differ(const Event& before, const Event& after);
  /// With all that belongs to it.
  void remove(const Event& event);

 private:
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
};

}  // namespace almanac::store_detail
