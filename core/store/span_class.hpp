#pragma once
#include <almanac/base/day.hpp>
#include <cstdint>

namespace almanac::store_detail {

/// How long dates take, in classes, so that what is running can be found without looking at everything that ever
/// started: the longest of each, in seconds. What takes longer than the last is of the last class too.
inline constexpr std::int64_t longest_of_span[]{day_seconds, 8 * day_seconds, 64 * day_seconds, 36'525 * day_seconds};
inline constexpr int span_classes = 4;

constexpr int span_class(std::int64_t length) {
  int span = 0;
  while (span < span_classes - 1 && length > longest_of_span[span]) ++span;
  return span;
}

}  // namespace almanac::store_detail
