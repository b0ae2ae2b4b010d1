#include "find_centre.hpp"

#include <almanac/text/fold.hpp>
#include <string>

#include "places.hpp"

namespace almanac::facts {
namespace {

/// As the table's keys are: folded, with blanks for hyphens and dots.
std::string key_of(std::string_view name) {
  std::string key;
  for (const char c : fold(name)) {
    const bool blank = c == ' ' || c == '-' || c == '.' || c == '_' || c == '\n' || c == '\t';
    if (!blank)
      key += c;
    else if (!key.empty() && key.back() != ' ')
      key += ' ';
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::string country_of(std::string_view name) {
  const std::string key = key_of(name);
  std::string code(find_country(key));
  if (!code.empty()) return code;
  for (const char c : key) code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return code;
}

}  // namespace

std::optional<Geo> find_centre(std::string_view name) {
  const auto comma = name.rfind(',');
  const std::string country = comma == name.npos ? std::string{} : country_of(name.substr(comma + 1));
  for (const City& city : find_cities(key_of(name.substr(0, comma))))
    if (country.empty() || city.country == country)
      if (const auto centre = geo_of(city)) return centre;
  return std::nullopt;
}

}  // namespace almanac::facts
