#include "key_filter.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

constexpr std::size_t bits_a_key = 10, line_bits = 512, most_lines = 1u << 20;
/// Looking a key up in a block costs as much as reading this many pairs into the filter.
constexpr std::size_t pairs_a_lookup = 128;
constexpr int upper_bits = 63 - event_bits, bits_set = 6, position_bits = 9;

/// Calls `each` with the word and the bit of all positions of a key within its line, while it returns true.
template <class Each>
bool all_positions(std::uint64_t upper, Each each) {
  std::uint64_t mixed = (upper + 1) * 0x9E3779B97F4A7C15U;
  mixed = (mixed ^ mixed >> 32) * 0xD6E8FEB86659FD93U;
  for (int i = 0; i < bits_set; ++i, mixed <<= position_bits) {
    const std::uint64_t at = mixed >> (64 - position_bits);
    if (!each(at / 64, std::uint64_t{1} << at % 64)) return false;
  }
  return true;
}

}  // namespace

void KeyFilter::forget() {
  lines_ = {};
  starts_ = {};
  asked_ = 0;
}

void KeyFilter::expect(Connection& db, std::size_t lookups, std::int64_t pairs) {
  if (!lines_.empty()) return;
  asked_ += lookups;
  const auto stored = static_cast<std::size_t>(std::max<std::int64_t>(pairs, 0));
  if (asked_ >= stored / pairs_a_lookup) read_blocks(db, stored);
}

void KeyFilter::read_blocks(Connection& db, std::size_t pairs) {
  room_ = pairs + pairs / 4;
  const std::size_t lines = room_ * bits_a_key / line_bits + 1;
  if (lines > most_lines) return;
  lines_.assign(lines, Line{});
  added_ = 0;
  Query query = db.use("SELECT first, pairs FROM match_block ORDER BY first");
  while (query.step()) {
    starts_.push_back(query.number(0));
    for (const Pair pair : decode_block(starts_.back(), query.view(1))) add(upper_of(pair));
  }
}

void KeyFilter::add(std::span<const PairChange> changes, std::span<const Pair> begun) {
  if (lines_.empty()) return;
  for (const PairChange change : changes)
    if (!change.removed()) add(upper_of(change.pair()));
  const auto middle = static_cast<std::ptrdiff_t>(starts_.size());
  starts_.insert(starts_.end(), begun.begin(), begun.end());
  std::inplace_merge(starts_.begin(), starts_.begin() + middle, starts_.end());
  if (added_ > room_) forget();
}

std::optional<Pair> KeyFilter::block_of(Pair pair) const {
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), pair);
  if (behind == starts_.begin()) return std::nullopt;
  return *std::prev(behind);
}

std::size_t KeyFilter::line_of(std::uint64_t upper) const {
  // In the order of the keys, which are spread evenly.
  __extension__ using Wide = unsigned __int128;
  return std::min(static_cast<std::size_t>(Wide{upper} * lines_.size() >> upper_bits), lines_.size() - 1);
}

void KeyFilter::add(std::uint64_t upper) {
  Line& line = lines_[line_of(upper)];
  all_positions(upper, [&](std::size_t word, std::uint64_t bit) {
    line.words[word] |= bit;
    return true;
  });
  ++added_;
}

void KeyFilter::prefetch(std::uint64_t upper) const {
  if (!lines_.empty()) __builtin_prefetch(&lines_[line_of(upper)]);
}

bool KeyFilter::may_have(std::uint64_t upper) const {
  if (lines_.empty()) return true;
  const Line& line = lines_[line_of(upper)];
  return all_positions(upper, [&](std::size_t word, std::uint64_t bit) { return (line.words[word] & bit) != 0; });
}

}  // namespace almanac::store_detail
