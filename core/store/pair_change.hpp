#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "pair_block.hpp"

namespace almanac::store_detail {

/// A pair that is there from now on, or no more, as one number.
class PairChange {
 public:
  PairChange() = default;
  PairChange(Pair pair, bool removed = false) : bits_(static_cast<std::uint64_t>(pair) << 1 | (removed ? 1 : 0)) {}
  static PairChange of_bits(std::uint64_t bits) {
    PairChange change;
    change.bits_ = bits;
    return change;
  }
  std::uint64_t bits() const { return bits_; }
  Pair pair() const { return static_cast<Pair>(bits_ >> 1); }
  bool removed() const { return (bits_ & 1) != 0; }
  /// By pair alone: of two changes of one pair neither comes first.
  friend bool operator<(PairChange a, PairChange b) { return a.pair() < b.pair(); }

 private:
  std::uint64_t bits_ = 0;
};

/// The changes of pairs with this upper part, of changes that are sorted.
std::span<const PairChange> find_changes_of(std::uint64_t upper, std::span<const PairChange> sorted);

/// Of changes of one pair, which follow each other, the last one stays.
void keep_last(std::vector<PairChange>& sorted);

/// Puts `later`, sorted too, on top of what was said before.
void put_on_top(std::vector<PairChange>& sorted, std::span<const PairChange> later);

/// Finds the changes of ascending upper parts, each from where the one before was.
class ChangeWalk {
 public:
  explicit ChangeWalk(std::span<const PairChange> sorted) : rest_(sorted) {}
  std::span<const PairChange> find(std::uint64_t upper);

 private:
  std::span<const PairChange> rest_;  ///< without what lies before the last upper part
};

}  // namespace almanac::store_detail
