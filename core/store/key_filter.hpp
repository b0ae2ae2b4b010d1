#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "connection.hpp"
#include "recent_pairs.hpp"

namespace almanac::store_detail {

/// Tells of most keys at once that no block has them: most new entries are about something new, and to look each of
/// their keys up would read most pages of a large table. What one connection knows of the blocks: a Bloom filter of
/// about ten bits a key that is wrong for one key in seventy, never for one that is there. Keys that follow each other
/// lie next to each other in it. Throws SQLite::Exception.
class KeyFilter {
 public:
  /// Another connection may have written blocks, or what was written is undone.
  void forget();
  /// So many keys will be looked up next, in blocks of so many pairs. Once enough were to make it worthwhile, reads all
  /// blocks.
  void expect(Connection& db, std::size_t lookups, std::int64_t pairs);
  /// The blocks have these from now on.
  void add(std::span<const PairChange> changes);
  /// False: no block has a key with this upper part.
  bool may_have(std::uint64_t upper) const;

 private:
  static constexpr std::size_t line_words = 8;
  using Line = std::array<std::uint64_t, line_words>;  ///< what one access to memory brings
  std::size_t line_of(std::uint64_t upper) const;
  void add(std::uint64_t upper);
  void read_blocks(Connection& db, std::size_t pairs);

  std::vector<Line> lines_;  ///< empty while nothing is known
  std::size_t asked_ = 0;    ///< lookups while nothing is known
  std::size_t added_ = 0, room_ = 0;
};

}  // namespace almanac::store_detail
