#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "impl.hpp"

namespace almanac::store_detail {

/// Which events are found under which keys, within the running transaction of `impl`. Throws SQLite::Exception.
///
/// A pair of key and event is one number (see `pair_of`), so that the table is a sorted set of integers: half the size
/// of rows with an index, and found by comparing integers. Keys are spread evenly, so that writing a few of them to a
/// large table writes as many of its pages. Therefore new pairs stay in memory until `flush`, then in a small table,
/// and move to the large one when a stretch of it is worth rewriting. A removed event may leave pairs behind, which
/// mean nothing, until `sweep`.
class MatchIndex {
 public:
  /// A key that more events share tells nothing: what happens in Berlin on one day.
  static constexpr std::size_t most_alike = 16;

  explicit MatchIndex(Store::Impl& impl) : impl_(impl) {}

  /// Appends the events with this key; none when too many share it.
  void find(std::uint64_t key, std::vector<std::int64_t>& events);
  void add(EventId event, std::span<const std::uint64_t> keys);
  void remove(EventId event, std::span<const std::uint64_t> keys);
  /// Must be called before the transaction ends.
  void flush();

 private:
  void settle(std::int64_t pair);

  Store::Impl& impl_;
  std::unordered_multimap<std::uint64_t, std::int64_t> fresh_;  ///< upper bits of a key → event
};

/// Removes the pairs of events that are gone, of up to `limit` pairs from `from` on. Where to go on; nothing at the
/// end.
std::optional<std::int64_t> sweep_match_index(Store::Impl& impl, std::int64_t from, std::size_t limit);

}  // namespace almanac::store_detail
