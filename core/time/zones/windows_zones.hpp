#pragma once
#include <optional>
#include <string_view>

namespace almanac {

/// The IANA zone of a Windows time zone name ("W. Europe Standard Time" → "Europe/Berlin"), by CLDR's windowsZones
/// table for territory 001. Compared without regard to ASCII case. The result lives as long as the program.
std::optional<std::string_view> iana_of_windows_zone(std::string_view windows_name);

/// The IANA zone of the region in a display name of Windows ("(UTC-03:00) Brasilia" → "America/Sao_Paulo"), where that
/// is no city of the database: only to be believed beside the offset. Otherwise as above.
std::optional<std::string_view> iana_of_windows_region(std::string_view words);

}  // namespace almanac
