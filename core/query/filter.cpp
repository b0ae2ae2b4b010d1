#include "filter.hpp"

#include <algorithm>
#include <type_traits>

namespace almanac {

Filter both(Filter a, const Filter& b) {
  if (b.empty()) return a;
  const bool join = !a.empty();
  a.nodes.insert(a.nodes.end(), b.nodes.begin(), b.nodes.end());
  if (join) a.nodes.emplace_back(And{});
  return a;
}

bool mentions(const Filter& filter, Field field) {
  return std::any_of(filter.nodes.begin(), filter.nodes.end(), [&](const FilterNode& node) {
    return std::visit(
        [&](const auto& term) {
          using T = std::decay_t<decltype(term)>;
          if constexpr (std::is_same_v<T, Near>) {
            return field == Field::near;
          } else if constexpr (std::is_same_v<T, Not> || std::is_same_v<T, And> || std::is_same_v<T, Or>) {
            return false;
          } else {
            return term.field == field;
          }
        },
        node);
  });
}

}  // namespace almanac
