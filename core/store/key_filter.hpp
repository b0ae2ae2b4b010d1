#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "connection.hpp"
#include "pair_change.hpp"

namespace almanac::store_detail {

/// Tells of most keys at once that no block has them: most new entries are about something new, and to look each of
/// their keys up would read most pages of a large table. What one connection knows of the blocks: a Bloom filter of
/// about ten bits a key that is wrong for one key in seventy, never for one that is there. Keys that follow each other
/// lie next to each other in it. And where each block begins, so that it is read without a look at its neighbour.
/// Throws SQLite::Exception.
class KeyFilter {
 public:
  /// Another connection may have written blocks, or what was written is undone.
  void forget();
  /// So many keys will be looked up next, in blocks of so many pairs. Once enough were to make it worthwhile, reads all
  /// blocks.
  void expect(Connection& db, std::size_t lookups, std::int64_t pairs);
  /// The blocks have these from now on, and some blocks are new.
  void add(std::span<const PairChange> changes, std::span<const Pair> begun);
  /// False: no block has a key with this upper part.
  bool may_have(std::uint64_t upper) const;
  /// Has what `may_have` looks at brought while other things are done.
  void prefetch(std::uint64_t upper) const;
  /// Where the block begins that would have this pair; nothing: not known.
  std::optional<Pair> block_of(Pair pair) const;

 private:
  /// What one access to memory brings.
  struct alignas(64) Line {
    std::array<std::uint64_t, 8> words{};
  };
  std::size_t line_of(std::uint64_t upper) const;
  void add(std::uint64_t upper);
  void read_blocks(Connection& db, std::size_t pairs);

  std::vector<Line> lines_;   ///< empty while nothing is known
  std::vector<Pair> starts_;  ///< of all blocks, sorted
  std::size_t asked_ = 0;     ///< lookups while nothing is known
  std::size_t added_ = 0, room_ = 0;
};

}  // namespace almanac::store_detail
