#pragma once
#include <almanac/time/prose/prose_text.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

#include "places.hpp"

namespace almanac::facts {

/// A place that is named in a script without blanks, or in Hangul.
struct EastAsianPlace {
  std::vector<City> cities;  ///< of that name, the largest first
  std::string_view country;  ///< when it names no city
  std::uint32_t to = 0;      ///< behind it, or where to look on
  int score = 0;             ///< how much the words around it speak for an event there
  bool found() const noexcept { return !cities.empty() || !country.empty(); }
};

/// The longest such name that begins at a piece and ends before `limit`.
EastAsianPlace east_asian_place(const prose::ProseText& text, std::uint32_t i, std::uint32_t limit);

}  // namespace almanac::facts
