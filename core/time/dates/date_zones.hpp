#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "date_parts.hpp"

namespace almanac::dates {

/// Zones with a fixed offset that dates in feeds carry: RFC 822 §5.1 names, the one-letter ones (to be read as UTC, RFC
/// 5322 §4.3), and the abbreviations in common use. An abbreviation keeps its offset all year: "CET" in June is +01:00.
/// Ambiguous ones are read as PHP and PostgreSQL do by default ("IST" is Israel's). Seconds east of UTC.
std::optional<std::int32_t> find_offset(std::string_view abbreviation) noexcept;

/// Reads "+01:00", "-0530", "+5", "+010000" at the start of `text`; `used` gets its length. Nothing when it is no
/// offset or beyond ±24:00.
std::optional<std::int32_t> read_offset(std::string_view text, std::size_t& used) noexcept;

/// Reads what stands after a time: an offset, "Z", "GMT+0100", an abbreviation, a name, with or without brackets and
/// comments. All of `text` must be that. False when it cannot be a zone at all.
bool read_zone(std::string_view text, DateParts& parts);

}  // namespace almanac::dates
