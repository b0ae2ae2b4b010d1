#pragma once
#include <span>
#include <vector>

#include "connection.hpp"
#include "pair_change.hpp"

namespace almanac::store_detail {

/// What writing did to the table of blocks.
struct BlocksWritten {
  std::int64_t more = 0;    ///< pairs more than before
  std::vector<Pair> begun;  ///< where blocks begin where none began before
};

/// Brings changes, sorted and each pair once, into the blocks of `match_block`. Throws SQLite::Exception.
BlocksWritten write_blocks(Connection& db, std::span<const PairChange> changes);

/// Writes `pairs`, sorted, in place of the block `first`, as as many blocks as they need, and appends where those
/// behind it begin.
void replace_block(Connection& db, Pair first, std::span<const Pair> pairs, std::vector<Pair>& begun);

}  // namespace almanac::store_detail
