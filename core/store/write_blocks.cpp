#include "write_blocks.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

/// Two full blocks fill a page of 4 KiB.
constexpr std::size_t most_bytes = 1'950;

struct Block {
  Pair first = 0;
  std::vector<Pair> pairs;
};

/// The block that a pair belongs to: the last that begins at or before it. The first begins at 0, also when there is
/// none yet.
Block block_of(Connection& db, Pair pair) {
  Block block;
  Query query = db.use("SELECT first, pairs FROM match_block WHERE first <= ? ORDER BY first DESC LIMIT 1");
  query.bind(pair);
  if (!query.step()) return block;
  block.first = query.number(0);
  block.pairs = decode_block(block.first, query.view(1));
  return block;
}

/// Where the block behind it begins.
Pair end_of(Connection& db, Pair first) {
  Query query = db.use("SELECT first FROM match_block WHERE first > ? ORDER BY first LIMIT 1");
  query.bind(first);
  return query.step() ? query.number(0) : INT64_MAX;
}

std::vector<Pair> apply(const std::vector<Pair>& pairs, std::span<const PairChange> changes) {
  std::vector<Pair> out;
  out.reserve(pairs.size() + changes.size());
  auto old = pairs.begin();
  for (const PairChange change : changes) {
    while (old != pairs.end() && *old < change.pair()) out.push_back(*old++);
    if (old != pairs.end() && *old == change.pair()) ++old;
    if (!change.removed()) out.push_back(change.pair());
  }
  out.insert(out.end(), old, pairs.end());
  return out;
}

void put_block(Connection& db, Pair first, std::span<const Pair> pairs) {
  const std::string bytes = encode_block(first, pairs);
  Query query = db.use("INSERT OR REPLACE INTO match_block(first, pairs) VALUES(?,?)");
  query.bind(first).bind_bytes(bytes).run();
}

}  // namespace

void replace_block(Connection& db, Pair first, std::span<const Pair> pairs, std::vector<Pair>& begun) {
  const std::size_t bytes = pairs.size() * pair_width(first, pairs);
  const std::size_t count = bytes <= most_bytes ? 1 : bytes * 4 / (most_bytes * 3) + 1;
  const std::size_t each = pairs.size() / count + 1;
  while (pairs.size() > each) {
    // All pairs of one key stay together: a key that many events share makes a large block.
    std::size_t cut = each;
    while (cut < pairs.size() && upper_of(pairs[cut]) == upper_of(pairs[cut - 1])) ++cut;
    put_block(db, first, pairs.first(cut));
    pairs = pairs.subspan(cut);
    if (pairs.empty()) return;
    first = pair_of(upper_of(pairs.front()), 0);
    begun.push_back(first);
  }
  put_block(db, first, pairs);
}

BlocksWritten write_blocks(Connection& db, std::span<const PairChange> changes) {
  BlocksWritten done;
  while (!changes.empty()) {
    const Block block = block_of(db, changes.front().pair());
    const Pair end = end_of(db, block.first);
    const auto here = std::lower_bound(changes.begin(), changes.end(), PairChange{end});
    const std::span<const PairChange> mine(changes.begin(), here);
    const std::vector<Pair> pairs = apply(block.pairs, mine);
    if (pairs != block.pairs) replace_block(db, block.first, pairs, done.begun);
    done.more += static_cast<std::int64_t>(pairs.size()) - static_cast<std::int64_t>(block.pairs.size());
    changes = changes.subspan(mine.size());
  }
  return done;
}

}  // namespace almanac::store_detail
