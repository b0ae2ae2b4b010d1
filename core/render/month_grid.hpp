#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

/// Months as grids, side by side as the width allows: each day with the number of events that touch it. The rows are
/// dates (one event may stand in several); the first month is the reader's present one. `months`: 1 … 24.
std::string render_month_grid(const std::vector<ListedEvent>& events, const Reader& reader, const TextStyle& style,
                              int months);

}  // namespace almanac
