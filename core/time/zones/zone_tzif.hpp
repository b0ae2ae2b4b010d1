#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "zone_rules.hpp"

namespace almanac {

/// Where the system keeps its zones.
inline constexpr std::string_view zone_directory = "/usr/share/zoneinfo/";

/// Reads the content of a TZif file (RFC 8536; version 2 and later for times outside 1901…2038). Nothing when it is not
/// one: every count is checked against the size, ≤ 65536 changes. Leap seconds are ignored, as POSIX time does.
std::shared_ptr<Zone::Rules> read_tzif(std::string_view bytes, std::string name);

/// The zone of that exact database name, as the system has it; its `name` is the one that an alias points to. Nothing
/// when there is none, or when the name is not a plain relative path.
std::shared_ptr<const Zone::Rules> load_zone(std::string_view name);

}  // namespace almanac
