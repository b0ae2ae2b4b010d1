#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace almanac {

/// A row number that cannot be mixed up with another table's. 0 means "not stored yet".
template <class Tag>
struct StrongId {
  std::int64_t value = 0;
  explicit operator bool() const noexcept { return value != 0; }
  friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

using SourceId = StrongId<struct SourceTag>;
using EntryId = StrongId<struct EntryTag>;
using EventId = StrongId<struct EventTag>;

}  // namespace almanac

template <class Tag>
struct std::hash<almanac::StrongId<Tag>> {
  std::size_t operator()(const almanac::StrongId<Tag>& id) const noexcept {
    return std::hash<std::int64_t>{}(id.value);
  }
};
