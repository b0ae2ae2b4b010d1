#pragma once
#include <almanac/model/entry.hpp>
#include <optional>
#include <string_view>

namespace almanac::facts {

/// The coordinates of a place as people write it, "Zürich" or "Paris, US" (a country's name or code): of equal names
/// the largest place. Nothing when it is not known.
std::optional<Geo> find_centre(std::string_view name);

}  // namespace almanac::facts
