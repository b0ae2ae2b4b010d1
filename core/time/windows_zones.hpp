#pragma once
#include <optional>
#include <string_view>

namespace almanac {

/// The IANA zone of a Windows time zone name ("W. Europe Standard Time" → "Europe/Berlin"), by CLDR's windowsZones
/// table for territory 001. Compared without regard to ASCII case. The result lives as long as the program.
std::optional<std::string_view> iana_of_windows_zone(std::string_view windows_name);

}  // namespace almanac
