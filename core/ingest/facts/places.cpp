#include "places.hpp"

#include <charconv>

namespace almanac::facts {
namespace {

/// The field of a table at `at`, which moves behind it: to the next one, or to the end of the line. Fields are short.
std::string_view take_field(std::string_view table, std::size_t& at) {
  const std::size_t from = at;
  while (table[at] != '\t' && table[at] != '\n') ++at;
  const std::string_view field = table.substr(from, at - from);
  if (table[at] == '\t') ++at;
  return field;
}

}  // namespace

void find_cities(std::string_view folded, std::vector<City>& cities) {
  cities.clear();
  const NameTable& places = places_table();
  const std::string_view table = places.lines;
  for (std::size_t at = places.find(folded); at < table.size(); ++at) {
    City city;
    city.key = take_field(table, at);
    if (city.key != folded) break;
    city.country = take_field(table, at);
    city.state = take_field(table, at);
    for (const char digit : take_field(table, at)) city.size = city.size * 10 + (digit - '0');
    city.lat = take_field(table, at);
    city.lon = take_field(table, at);
    city.shown = take_field(table, at);
    cities.push_back(city);
  }
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
