#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "impl.hpp"
#include "looked_ahead.hpp"

namespace almanac::store_detail {

/// Which events are found under which keys, within the running transaction of `impl`. Throws SQLite::Exception.
///
/// Keys are spread evenly, so that new ones touch every page of a large table. Therefore pairs (see Pair) stand in
/// blocks of a few hundred, small enough that most of the table stays in memory, and what is new waits: first in this
/// object, from `flush` on in a log, which a connection keeps sorted in memory (RecentPairs), until so much has come
/// together that rewriting the blocks is worth it. What many keys ask for is mostly not there, which KeyFilter tells
/// without reading blocks. A removed event may leave pairs behind, which mean nothing, until
/// `sweep`.
class MatchIndex {
 public:
  /// A key that more events share tells nothing: what happens in Berlin on one day.
  static constexpr std::size_t most_alike = 16;

  explicit MatchIndex(Store::Impl& impl);

  /// Says which keys will be looked for next: found together, in the order in which they are stored, they cost half.
  void look_ahead(std::vector<std::uint64_t> keys);
  /// Appends the events with this key; none when too many share it.
  void find(std::uint64_t key, std::vector<std::int64_t>& events);
  void add(EventId event, std::span<const std::uint64_t> keys);
  void remove(EventId event, std::span<const std::uint64_t> keys);
  /// Must be called before the transaction ends.
  void flush();

 private:
  bool remove_fresh(std::uint64_t upper, std::int64_t event);
  /// Brings what waits in this object in order: into `pending_`.
  void gather();

  Store::Impl& impl_;
  RecentPairs& recent_;
  KeyFilter& filter_;
  LookedAhead ahead_;
  std::vector<PairChange> pending_;                              ///< said before the last look ahead; sorted
  std::unordered_multimap<std::uint64_t, std::int64_t> strays_;  ///< upper bits of keys not looked ahead → new events
  std::unordered_set<Pair> gone_;                                ///< pairs said before that hold no longer
};

/// Removes the pairs of events that are gone, of up to `limit` pairs from `from` on. Where to go on; nothing at the
/// end.
std::optional<std::int64_t> sweep_match_index(Store::Impl& impl, std::int64_t from, std::size_t limit);

}  // namespace almanac::store_detail
