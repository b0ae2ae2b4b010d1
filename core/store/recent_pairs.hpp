#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "connection.hpp"
#include "pair_change.hpp"

namespace almanac::store_detail {

/// The log of pairs that are not in blocks yet, sorted, as one connection knows it: read again when another connection
/// has written. Each pair once, as it was said last. Throws SQLite::Exception.
class RecentPairs {
 public:
  /// Within a transaction: makes sure that this is what the database holds. True if it may have been something else.
  bool refresh(Connection& db);
  /// What was written is undone, or may be.
  void forget() { version_ = never; }

  std::span<const PairChange> all() const { return changes_; }
  /// `changes`: sorted, each pair once; written to the log.
  void append(Connection& db, std::span<const PairChange> changes);
  /// All is in blocks now.
  void clear(Connection& db);

 private:
  static constexpr std::int64_t never = -1;
  std::int64_t version_ = never;
  std::vector<PairChange> changes_;
};

}  // namespace almanac::store_detail
