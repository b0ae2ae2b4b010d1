#include "walk.hpp"

#include <algorithm>
#include <limits>

namespace almanac::store_detail {

std::int64_t likely_walk(Store::Impl& impl, std::size_t hits, std::size_t rows) {
  Query newest = impl.use("SELECT max(id) FROM event");
  const double events = newest.step() ? static_cast<double>(newest.number(0)) : 0;
  const double walked = events * (static_cast<double>(rows) + 1) / static_cast<double>(std::max<std::size_t>(hits, 1));
  return walked < 1e18 ? static_cast<std::int64_t>(walked) : std::numeric_limits<std::int64_t>::max();
}

}  // namespace almanac::store_detail
