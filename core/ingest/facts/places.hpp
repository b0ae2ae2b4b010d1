#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "name_index.hpp"

namespace almanac::facts {

/// A place of the world. The texts live as long as the program.
struct City {
  std::string_view key;       ///< folded name that was asked for
  std::string_view country;   ///< ISO 3166-1 alpha-2
  std::string_view state;     ///< of the USA: two letters; else empty
  int size = 0;               ///< ten times the decimal logarithm of its inhabitants
  std::string_view lat, lon;  ///< degrees north and east in decimals, WGS 84; empty when unknown
  std::string_view shown;     ///< name to show; empty: the key with capitals
};

/// All places with a folded name (lower case, no marks, blanks for hyphens and dots), the largest first. The table and
/// its index are part of the program and are not parsed.
std::vector<City> find_cities(std::string_view folded);
/// … in place of what `cities` holds.
void find_cities(std::string_view folded, std::vector<City>& cities);
/// Where a place lies, to about a kilometre.
std::optional<Geo> geo_of(const City& city) noexcept;

/// The country with a folded name in one of eighteen languages; "" when unknown.
std::string_view find_country(std::string_view folded) noexcept;

/// The alpha-2 code of a country by its alpha-2 or alpha-3 code in capitals; "" when there is none.
std::string_view find_country_code(std::string_view code) noexcept;

/// Whether a territory with a code of its own in ISO 3166 belongs to the country that people write after its cities:
/// "Hong Kong, China".
bool is_territory_of(std::string_view territory, std::string_view country) noexcept;

/// A state of the USA or a province of Canada.
struct Region {
  std::string_view country, code;
};
/// By its code ("MD", capitals) or folded name ("maryland"); country "" when unknown.
Region find_region_code(std::string_view code) noexcept;
Region find_region(std::string_view folded) noexcept;
/// … whose word_start is known.
Region find_region(std::string_view folded, std::uint32_t start) noexcept;

/// The tables, for `places.cpp`.
const NameTable& places_table() noexcept;
const NameTable& countries_table() noexcept;

}  // namespace almanac::facts
