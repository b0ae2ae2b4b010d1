#include "looked_ahead.hpp"

#include <algorithm>
#include <bit>

namespace almanac::store_detail {

LookedAhead::LookedAhead(std::vector<std::uint64_t> uppers)
    : uppers_(std::move(uppers)), table_(std::bit_ceil(uppers_.size() * 2 + 1), none), heads_(uppers_.size(), none) {
  ends_.reserve(uppers_.size());
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t slot = 0; slot < uppers_.size(); ++slot) {
    std::size_t at = uppers_[slot] & mask;
    while (table_[at] != none) at = (at + 1) & mask;
    table_[at] = slot;
  }
}

void LookedAhead::add_stored(std::span<const std::int64_t> events) {
  stored_.insert(stored_.end(), events.begin(), events.end());
  ends_.push_back(static_cast<std::uint32_t>(stored_.size()));
}

std::optional<std::size_t> LookedAhead::slot_of(std::uint64_t upper) const {
  if (uppers_.empty()) return std::nullopt;
  const std::size_t mask = table_.size() - 1;
  for (std::size_t at = upper & mask; table_[at] != none; at = (at + 1) & mask)
    if (uppers_[table_[at]] == upper) return table_[at];
  return std::nullopt;
}

std::span<const std::int64_t> LookedAhead::stored(std::size_t slot) const {
  const std::size_t from = slot ? ends_[slot - 1] : 0;
  return std::span(stored_).subspan(from, ends_[slot] - from);
}

void LookedAhead::add_fresh(std::size_t slot, std::int64_t event) {
  links_.push_back({event, heads_[slot]});
  heads_[slot] = static_cast<std::uint32_t>(links_.size() - 1);
}

bool LookedAhead::remove_fresh(std::size_t slot, std::int64_t event) {
  for (std::uint32_t* at = &heads_[slot]; *at != none; at = &links_[*at].next)
    if (links_[*at].event == event) {
      *at = links_[*at].next;
      return true;
    }
  return false;
}

void LookedAhead::find_fresh(std::size_t slot, std::size_t most, std::vector<std::int64_t>& events) const {
  for (std::uint32_t at = heads_[slot]; at != none && most > 0; at = links_[at].next, --most)
    events.push_back(links_[at].event);
}

void LookedAhead::append_fresh(std::vector<PairChange>& changes) const {
  changes.reserve(changes.size() + links_.size());
  for (std::size_t slot = 0; slot < uppers_.size(); ++slot) {
    const auto before = static_cast<std::ptrdiff_t>(changes.size());
    for (std::uint32_t at = heads_[slot]; at != none; at = links_[at].next)
      changes.emplace_back(pair_of(uppers_[slot], links_[at].event));
    std::sort(changes.begin() + before, changes.end());
  }
}

}  // namespace almanac::store_detail
