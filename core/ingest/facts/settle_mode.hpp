#pragma once
#include <almanac/model/entry.hpp>
#include <cstddef>
#include <string_view>

namespace almanac::facts {

/// A longer location is prose and names no place.
inline constexpr std::size_t longest_location = 400;

/// How one takes part, by a field for places: "Online", "Zoom", an address of the web and such are online, "Berlin and
/// online" and words for hybrid are hybrid. Unknown for a place alone, and for words that name none. Pure.
Mode mode_of_location(std::string_view location);

/// Completes mode and join link of an entry from its location; what is stated stays. Pure.
void settle_mode(Entry& entry);

}  // namespace almanac::facts
