#include "expansion_order.hpp"

#include <algorithm>

namespace almanac {

void order_by_start(Expansion& out, std::size_t first) {
  auto& all = out.occurrences;
  if (std::is_sorted(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; }))
    return;
  struct Place {
    std::int64_t start;
    std::uint32_t from;
  };
  std::vector<Place> order(all.size() - first);
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {all[first + i].start, i};
  std::sort(order.begin(), order.end(),
            [](const Place& a, const Place& b) { return a.start != b.start ? a.start < b.start : a.from < b.from; });
  // Each occurrence is moved once, along the circles of the new order.
  for (std::uint32_t begin = 0; begin < order.size(); ++begin) {
    if (order[begin].from == begin) continue;
    auto held = std::move(all[first + begin]);
    const auto* held_entry = out.entries[first + begin];
    auto to = begin;
    for (auto from = order[to].from; from != begin; from = order[to].from) {
      all[first + to] = std::move(all[first + from]);
      out.entries[first + to] = out.entries[first + from];
      order[to].from = to;
      to = from;
    }
    all[first + to] = std::move(held);
    out.entries[first + to] = held_entry;
    order[to].from = to;
  }
}

}  // namespace almanac
