#include "event_set.hpp"

#include <algorithm>
#include <bit>

namespace almanac::store_detail {
namespace {

constexpr std::size_t word_bits = 64, bits_an_event = 16;

std::size_t bit_of(std::int64_t id, std::size_t words) {
  return static_cast<std::size_t>(id) & (words * word_bits - 1);
}

}  // namespace

EventSet::EventSet(std::vector<std::int64_t> ids)
    : ids_(std::move(ids)), maybe_(std::bit_ceil(ids_.size() * bits_an_event / word_bits + 1)) {
  for (const std::int64_t id : ids_) {
    const std::size_t bit = bit_of(id, maybe_.size());
    maybe_[bit / word_bits] |= std::uint64_t{1} << bit % word_bits;
  }
}

bool EventSet::has(std::int64_t id) const noexcept {
  const std::size_t bit = bit_of(id, maybe_.size());
  return (maybe_[bit / word_bits] >> bit % word_bits & 1) && std::binary_search(ids_.begin(), ids_.end(), id);
}

}  // namespace almanac::store_detail
