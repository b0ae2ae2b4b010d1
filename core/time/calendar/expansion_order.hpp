#pragma once
#include <cstddef>

#include "recurrence.hpp"

namespace almanac {

/// Puts the occurrences from `first` on in order of start, each with its entry; equal starts keep their order.
void order_by_start(Expansion& out, std::size_t first = 0);

}  // namespace almanac
