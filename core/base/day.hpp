#pragma once
#include <cstdint>

namespace almanac {

/// Seconds of a day on any clock that knows no change of offset: of instants (UTC), dates and floating times alike.
inline constexpr std::int64_t day_seconds = 86'400;

}  // namespace almanac
