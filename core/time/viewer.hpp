#pragma once
#include <cstdint>

#include <almanac/base/clock.hpp>
#include <almanac/time/zone.hpp>

namespace almanac {

/// Who asks: the instant that counts as now, and the clock on their wall. Times of day and "today" are theirs; all-day and
/// floating events are compared on this clock.
struct Viewer {
  sys_seconds now{};
  Zone zone;

  std::int64_t utc(std::int64_t local_seconds) const { return zone.to_utc(local_seconds); }
  std::int64_t local(std::int64_t utc_seconds) const { return zone.to_local(utc_seconds); }
};

}  // namespace almanac
