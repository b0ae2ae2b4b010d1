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

/// A zone as programs describe it to people: "(UTC+01:00) Amsterdam, Berlin, …", "GMT+0100 (Berlin)", "Berlin (CET)".
struct ZoneDescription {
  std::optional<std::int32_t> offset;  ///< as stated, seconds east of UTC; perhaps without its summer time
  std::string_view places;             ///< the words beside it
};
/// Takes such a description apart; without an offset or an abbreviation all of it are places.
ZoneDescription read_zone_description(std::string_view name);

}  // namespace almanac
