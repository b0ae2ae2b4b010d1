#pragma once
#include <almanac/base/clock.hpp>
#include <cstdint>

namespace almanac {

/// The first instant at or after `at` that RSS skipHours (bit h: hour h GMT) and skipDays (bit d: weekday d GMT, 0 =
/// Sunday) allow. Masks that forbid everything are ignored.
sys_seconds next_allowed(sys_seconds at, std::uint32_t skip_hours, std::uint8_t skip_days);

}  // namespace almanac
