#pragma once
#include <chrono>
#include <cstdint>

/// Seconds from 1970-01-01T00:00 of a civil time, on whatever clock it stands.
constexpr std::int64_t civil(int year, unsigned month, unsigned day, int hour = 0, int minute = 0, int second = 0) {
  using namespace std::chrono;
  const sys_days date{std::chrono::year{year} / month / day};
  return std::int64_t{date.time_since_epoch().count()} * 86400 + hour * 3600 + minute * 60 + second;
}
