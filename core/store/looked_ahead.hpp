#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pair_change.hpp"

namespace almanac::store_detail {

/// Upper parts of keys that are looked for many at once: the events that are stored under each, and those that are
/// added meanwhile.
class LookedAhead {
 public:
  LookedAhead() = default;
  /// `uppers`: sorted, each once.
  explicit LookedAhead(std::vector<std::uint64_t> uppers);

  std::span<const std::uint64_t> uppers() const { return uppers_; }
  /// Says what is stored under the next of them; to be called for each.
  void add_stored(std::span<const std::int64_t> events);

  /// Which of them it is; nothing when it is none.
  std::optional<std::size_t> slot_of(std::uint64_t upper) const;
  std::span<const std::int64_t> stored(std::size_t slot) const;
  void add_fresh(std::size_t slot, std::int64_t event);
  /// False when it was not added.
  bool remove_fresh(std::size_t slot, std::int64_t event);
  /// Appends what was added, at most `most` of it.
  void find_fresh(std::size_t slot, std::size_t most, std::vector<std::int64_t>& events) const;
  /// Appends all that was added, sorted.
  void append_fresh(std::vector<PairChange>& changes) const;

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Link {
    std::int64_t event;
    std::uint32_t next;
  };
  std::vector<std::uint64_t> uppers_;
  std::vector<std::uint32_t> table_;  ///< slots, found by the low bits of an upper part; as many again are free
  std::vector<std::uint32_t> ends_;   ///< in `stored_`, of each slot
  std::vector<std::int64_t> stored_;
  std::vector<std::uint32_t> heads_;  ///< in `links_`, of each slot
  std::vector<Link> links_;
};

}  // namespace almanac::store_detail
