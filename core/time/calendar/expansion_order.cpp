#include "expansion_order.hpp"

#include <algorithm>

namespace almanac {

void order_by_start(Expansion& out, std::size_t first) {
  const auto begin = out.occurrences.begin() + static_cast<std::ptrdiff_t>(first);
  const auto is_before = [](const OccurrenceView& a, const OccurrenceView& b) { return a.start < b.start; };
  if (!std::is_sorted(begin, out.occurrences.end(), is_before))
    std::stable_sort(begin, out.occurrences.end(), is_before);
}

}  // namespace almanac
