#pragma once
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// An RRULE value with its parts in one order (FREQ, UNTIL, COUNT, INTERVAL, BYSECOND … BYSETPOS, WKST), so that a rule
/// reads alike whichever exporter wrote it; RFC 5545 §3.3.10 gives the order no meaning. Empty parts go; others stay as
/// written.
std::string_view in_order(std::string_view rule, Arena& arena);

}  // namespace almanac::ical
