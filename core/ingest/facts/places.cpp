#include "places.hpp"

#include <charconv>

namespace almanac::facts {
namespace {

std::string_view take_field(std::string_view& line) {
  const auto tab = line.find('\t');
  const auto field = line.substr(0, tab);
  line = tab == line.npos ? std::string_view{} : line.substr(tab + 1);
  return field;
}

}  // namespace

std::vector<City> find_cities(std::string_view folded) {
  std::vector<City> cities;
  const NameTable& places = places_table();
  const std::string_view table = places.lines;
  for (std::size_t at = places.find(folded); at < table.size();) {
    const auto end = table.find('\n', at);
    std::string_view line = table.substr(at, end - at);
    City city;
    city.key = take_field(line);
    if (city.key != folded) break;
    city.country = take_field(line);
    city.state = take_field(line);
    for (const char digit : take_field(line)) city.size = city.size * 10 + (digit - '0');
    city.lat = take_field(line);
    city.lon = take_field(line);
    city.shown = line;
    cities.push_back(city);
    at = end + 1;
  }
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
