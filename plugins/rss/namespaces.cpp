#include "namespaces.hpp"

namespace almanac::rss {

Space Namespaces::find(std::string_view prefix) const noexcept {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
    if (binding->prefix == prefix) return binding->space;
  return space_of_prefix(prefix);
}

}  // namespace almanac::rss
