#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <vector>

namespace almanac::match {

/// A deadline and which list says so.
struct ToldDeadline {
  Deadline deadline;
  std::int64_t list = 0;
};

/// The deadlines of one event out of what several lists say, by type and time. Equal within a minute, or a day and a
/// time of that day: one. About a day or less apart: one, in doubt about the zone. Later by up to two months: one, the
/// later, extended. Further apart: one, in conflict. What a list alone says is another round. Pure.
std::vector<Deadline> merge_deadlines(const std::vector<ToldDeadline>& told);

}  // namespace almanac::match
