#pragma once
#include <almanac/base/day.hpp>
#include <cstdint>

namespace almanac {

/// 9999-12-31T23:59:59 on any clock: no occurrence is later.
inline constexpr std::int64_t last_second = 253'402'300'799;

/// The midnight that a local time, in seconds since 1970, comes at or after.
constexpr std::int64_t midnight(std::int64_t local) {
  return local - ((local % day_seconds) + day_seconds) % day_seconds;
}

}  // namespace almanac
