#pragma once
#include <cstdint>
#include <string_view>

#include "walker.hpp"

namespace almanac::rss {

// Words of the event vocabularies as enumerators of the boundary. An unknown word is the enumerator for unknown.

/// "conference", "Hackathon", "http://schema.org/EducationEvent" → ALMANAC_KIND_…
std::int32_t kind_of(std::string_view word) noexcept;
/// CONFIRMED, EventCancelled … → ALMANAC_STATUS_…
std::int32_t status_of(std::string_view word) noexcept;
/// OnlineEventAttendanceMode … → ALMANAC_MODE_…
std::int32_t mode_of(std::string_view word) noexcept;
/// "cfp", "abstract" … → ALMANAC_DEADLINE_…
std::int32_t deadline_of(std::string_view word) noexcept;
/// RFC 5545 §3.3.6 and ISO 8601 durations in weeks, days, hours, minutes, seconds; -1 for anything else.
std::int64_t duration_of(std::string_view text) noexcept;
/// "2026-03-01" and "18:00" → "2026-03-01 18:00".
std::string_view join_date(Arena& arena, std::string_view date, std::string_view time);
/// The next element of a walk through all below `root`, depth first, without recursion; null at the end.
pugi::xml_node next_element(pugi::xml_node node, pugi::xml_node root) noexcept;

}  // namespace almanac::rss
