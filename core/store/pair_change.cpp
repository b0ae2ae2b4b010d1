#include "pair_change.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

/// Those at the front with this upper part.
std::span<const PairChange> front_of(std::uint64_t upper, std::span<const PairChange> sorted) {
  std::size_t count = 0;
  while (count < sorted.size() && upper_of(sorted[count].pair()) == upper) ++count;
  return sorted.first(count);
}

std::span<const PairChange> from(std::uint64_t upper, std::span<const PairChange> sorted, std::size_t at_most) {
  const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(std::min(at_most, sorted.size()));
  return {std::lower_bound(sorted.begin(), end, PairChange{pair_of(upper, 0)}), sorted.end()};
}

}  // namespace

std::span<const PairChange> find_changes_of(std::uint64_t upper, std::span<const PairChange> sorted) {
  return front_of(upper, from(upper, sorted, sorted.size()));
}

void keep_last(std::vector<PairChange>& sorted) {
  std::size_t kept = 0;
  for (const PairChange change : sorted) {
    if (kept > 0 && sorted[kept - 1].pair() == change.pair()) --kept;
    sorted[kept++] = change;
  }
  sorted.resize(kept);
}

void put_on_top(std::vector<PairChange>& sorted, std::span<const PairChange> later) {
  const auto middle = static_cast<std::ptrdiff_t>(sorted.size());
  sorted.insert(sorted.end(), later.begin(), later.end());
  std::inplace_merge(sorted.begin(), sorted.begin() + middle, sorted.end());
  keep_last(sorted);
}

std::span<const PairChange> ChangeWalk::find(std::uint64_t upper) {
  std::size_t reach = 1;
  while (reach < rest_.size() && upper_of(rest_[reach].pair()) < upper) reach *= 2;
  rest_ = from(upper, rest_, reach + 1);
  return front_of(upper, rest_);
}

}  // namespace almanac::store_detail
