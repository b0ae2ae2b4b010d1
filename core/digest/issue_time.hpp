#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/time/zones/zone.hpp>
#include <chrono>
#include <optional>
#include <string_view>

#include "period.hpp"

namespace almanac {

/// When in each period its issue is made, on the local clock: days after the period's first one, and the time of day.
struct IssueTime {
  int day = 0;
  std::chrono::minutes time = std::chrono::hours(8);
  friend bool operator==(const IssueTime&, const IssueTime&) = default;
};

/// "08:00" every day; "Mon 08:00" (or "Monday 8:00") every week; "1 08:00" the first of every month, where 29 to 31
/// mean the last day of a shorter one. A week's or month's bare time means its first day; "" means 08:00. Nothing for
/// anything else.
std::optional<IssueTime> read_issue_time(PeriodLength period, std::string_view text);

/// The instant in `period` at which its issue is to be made. A local time that happens twice means the first one; one
/// that the change of clocks leaves out means as long after the change.
sys_seconds issue_instant(const IssueTime& time, const Period& period, const Zone& zone);

}  // namespace almanac
