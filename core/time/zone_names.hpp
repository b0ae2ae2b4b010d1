#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// What the words of a zone's name mean, before any database is asked.
struct ZoneName {
  std::optional<std::int32_t> offset;  ///< fixed, seconds east of UTC
  std::string_view shown;              ///< the name to show for the offset, when it has one of its own: "AoE"
  std::string_view database;           ///< or: the IANA name it stands for; lives as long as the program
};

/// Reads fixed names and abbreviations, without regard to case: "Z", "UTC", "GMT+2", "UTC-12:00", "+05:30", "AoE",
/// "PST", "CET", "PT". What American mail calls EST, PDT … is an offset (RFC 822 §5.1, RFC 5322 §4.3); PT, ET … are
/// zones with their summer time; so are CET, EET, MET and WET, which people write the whole year. IST means India, BST
/// London, CST North America.
std::optional<ZoneName> read_zone_name(std::string_view name);

/// "UTC" for 0, else "+05:30", or "-00:25:21" when it has seconds.
std::string offset_name(std::int32_t seconds);

/// The IANA zone of a display name of Windows: "(UTC+01:00) Amsterdam, Berlin, …", "(GMT+01.00) Amsterdam / Berlin /
/// …": calls `try_name` with "Area/City" candidates for each city, at most 64, until it says yes. False when none
/// does.
template <class TryName>
bool try_cities_of_display_name(std::string_view name, TryName&& try_name) {
  if (!name.starts_with("(UTC") && !name.starts_with("(GMT")) return false;
  const auto close = name.find(')');
  if (close == std::string_view::npos) return false;
  auto rest = name.substr(close + 1);
  constexpr std::string_view areas[] = {"Europe/",    "America/", "Asia/",    "Africa/",
                                        "Australia/", "Pacific/", "Atlantic/"};
  for (int cities = 0; cities < 8 && !rest.empty(); ++cities) {
    const auto comma = rest.find_first_of(",/");
    auto city = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    while (city.starts_with(' ')) city.remove_prefix(1);
    while (city.ends_with(' ')) city.remove_suffix(1);
    if (city.empty()) continue;
    for (const auto area : areas) {
      std::string candidate{area};
      for (const char c : city) candidate += c == ' ' ? '_' : c;
      if (try_name(candidate)) return true;
    }
  }
  return false;
}

}  // namespace almanac
