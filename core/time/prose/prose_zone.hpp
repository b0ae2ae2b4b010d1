#pragma once
#include <cstdint>

#include "prose_dates.hpp"

namespace almanac::prose {

/// Reads the zone right behind a time into it and moves its end: "CEST", "(UTC+8)", "Eastern Time", "Europe/Berlin",
/// "AoE".
void read_zone(const ProseText& text, std::uint32_t end, ClockSpan& span);

}  // namespace almanac::prose
