#pragma once
#include <span>

#include "recurrence.hpp"

namespace almanac {

/// Appends the occurrences of one series to `out`, in order of start, and returns the steps taken. `overrides` as in
/// expand().
std::size_t expand_series(const Entry& master, std::span<const Entry* const> overrides, const ZoneBook& zones,
                          Window window, const ExpansionBudget& budget, Expansion& out);

}  // namespace almanac
