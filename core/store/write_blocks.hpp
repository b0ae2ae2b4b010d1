#pragma once
#include <span>

#include "recent_pairs.hpp"

namespace almanac::store_detail {

/// Brings changes, sorted and each pair once, into the blocks of `match_block`. Returns how many pairs more the blocks
/// hold than before. Throws SQLite::Exception.
std::int64_t write_blocks(Connection& db, std::span<const PairChange> changes);

/// Writes `pairs`, sorted, in place of the block `first`, as as many blocks as they need.
void replace_block(Connection& db, Pair first, std::span<const Pair> pairs);

}  // namespace almanac::store_detail
