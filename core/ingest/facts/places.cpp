#include "places.hpp"

#include <charconv>

namespace almanac::facts {
namespace {

/// The field of a line at `at`, which moves to the next one. Fields are short.
inline std::string_view take_field(const char*& at) {
  const char* const from = at;
  while (*at != '\t' && *at != '\n') ++at;
  const std::string_view field(from, static_cast<std::size_t>(at - from));
  if (*at == '\t') ++at;
  return field;
}

}  // namespace

void find_cities(std::string_view folded, std::vector<City>& cities) {
  cities.clear();
  const std::string_view lines = places_table().lines;
  const std::size_t first = places_table().find(folded);
  if (first == lines.npos) return;
  const char* at = lines.data() + first;  // lines of one key follow each other; the table ends with a line
  do {
    City& city = cities.emplace_back();
    city.key = take_field(at);
    city.country = take_field(at);
    city.state = take_field(at);
    for (const char digit : take_field(at)) city.size = city.size * 10 + (digit - '0');
    city.lat = take_field(at);
    city.lon = take_field(at);
    city.shown = take_field(at);
    ++at;
  } while (is_line_of(lines.substr(static_cast<std::size_t>(at - lines.data())), folded));
}

std::vector<City> find_cities(std::string_view folded) {
  std::vector<City> cities;
  find_cities(folded, cities);
  return cities;
}

std::optional<Geo> geo_of(const City& city) noexcept {
  Geo geo;
  const auto read = [](std::string_view text, double& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
  };
  if (!read(city.lat, geo.lat) || !read(city.lon, geo.lon)) return std::nullopt;
  return geo;
}

std::string_view find_country(std::string_view folded) noexcept {
  const NameTable& countries = countries_table();
  const std::size_t at = countries.find(folded);
  return at == std::string_view::npos ? std::string_view{} : countries.lines.substr(at + folded.size() + 1, 2);
}

}  // namespace almanac::facts
