#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/model/event.hpp>
#include <almanac/time/zones/zone.hpp>
#include <optional>

namespace almanac {

/// True when nothing of the event lies ahead: every date has ended and every deadline has closed. Local times and days
/// are those of `zone`. An event without dates and deadlines is never over.
bool is_over(const Event& event, sys_seconds now, const Zone& zone);

/// The date to show: the first that has not ended, or the last one. Nothing for an event without occurrences.
std::optional<Occurrence> date_ahead(const Event& event, sys_seconds now, const Zone& zone);

}  // namespace almanac
