#include "settle_place.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/fold.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "place_names.hpp"
#include "places.hpp"
#include "settle_mode.hpp"

namespace almanac::facts {
namespace {

/// A city outgrows its namesakes when it has about three times their inhabitants.
constexpr int clear_lead = 5;
/// Without its country a word in a location is a city only from about 100,000 inhabitants on.
constexpr int known_by_name = 50;
/// Around a name: blanks, and the dot that ends a sentence.
constexpr std::string_view blanks = " \t\n.";

/// The key of the tables: folded, blanks for hyphens, dots and apostrophes; words with digits (postal codes) left out.
std::string key_of(std::string_view name) {
  std::string out, word;
  const auto close = [&] {
    if (!word.empty() && word.find_first_of("0123456789") == word.npos) (out += out.empty() ? "" : " ") += word;
    word.clear();
  };
  for (const char c : fold(name)) {
    if (c == ' ' || c == '-' || c == '.' || c == '\'' || c == '/')
      close();
    else
      word += c;
  }
  close();
  return out;
}

struct Area {
  std::string_view country, state;  ///< state: of the USA only
  bool is_known() const noexcept { return !country.empty(); }
};

bool lies_in(const City& city, const Area& area) {
  return (area.country.empty() || city.country == area.country) && (area.state.empty() || city.state == area.state);
}
bool lies_in_territory(const City& city, const Area& area) {
  return area.state.empty() && is_territory_of(city.country, area.country);
}

/// Countries and states that a text can mean: "Georgia" is one of each, "CA" too.
std::vector<Area> areas_of(std::string_view text) {
  std::vector<Area> out;
  text = trim(text, blanks);
  const std::string key = key_of(text);
  const auto add_region = [&](const Region& region) {
    if (!region.country.empty())
      out.push_back({region.country, region.country == "US" ? region.code : std::string_view()});
  };
  if (text.size() == 2) add_region(find_region_code(text));
  add_region(find_region(key));
  if (const auto country = find_country_code(text); !country.empty()) out.push_back({country, {}});
  if (const auto country = find_country(key); !country.empty() && !key.empty()) out.push_back({country, {}});
  return out;
}

/// A country by its code or name; "NL" is one, whatever else it abbreviates.
std::string_view country_of(std::string_view text) {
  text = trim(text, blanks);
  if (const auto country = find_country_code(text); !country.empty()) return country;
  const std::string key = key_of(text);
  return key.empty() ? std::string_view() : find_country(key);
}

bool is_near(const Geo& a, const Geo& b) { return std::abs(a.lat - b.lat) < 0.4 && std::abs(a.lon - b.lon) < 0.6; }

/// The city of a name in an area or, where it has none, in a territory; unless others of like size share the name
/// there.
const City* clear_city(const std::vector<City>& cities, const Area& area, int least) {
  const auto within = [&area](const City& city) { return lies_in(city, area); };
  const auto beyond = [&area](const City& city) { return lies_in_territory(city, area); };
  const bool is_beyond = std::none_of(cities.begin(), cities.end(), within);
  const City* first = nullptr;
  for (const City& city : cities) {
    if (!(is_beyond ? beyond(city) : within(city))) continue;
    if (!first) {
      first = &city;
      continue;
    }
    if (first->size - city.size >= clear_lead) break;
    const auto here = geo_of(*first), there = geo_of(city);
    const bool is_same = here && there && is_near(*here, *there) && first->country == city.country;
    if (!is_same) return nullptr;
  }
  return first && first->size >= least ? first : nullptr;
}

std::vector<std::string_view> parts_of(std::string_view location) {
  std::vector<std::string_view> parts;
  while (!location.empty()) {
    const std::size_t end = std::min(location.find_first_of(",;()|\n"), location.size());
    if (const auto part = trim(location.substr(0, end), blanks); !part.empty()) parts.push_back(part);
    location.remove_prefix(std::min(end + 1, location.size()));
  }
  return parts;
}

/// Where the country's name is the city's.
bool is_city_state(const City& city) {
  return city.country == "SG" || city.country == "HK" || city.country == "MO" || city.country == "MC";
}

struct Found {
  std::string key;
  City city;
};

/// The rightmost part of [0, count) that names a city of the area.
std::optional<Found> city_before(const std::vector<std::string_view>& parts, std::size_t count, const Area& area) {
  for (std::size_t i = count; i-- > 0;) {
    std::string key = key_of(parts[i]);
    const auto cities = find_cities(key);
    const City* city = clear_city(cities, area, 0);
    if (city) return Found{std::move(key), *city};
  }
  return std::nullopt;
}

void take(Entry& entry, const Found& found) {
  City city = found.city;
  city.key = found.key;
  if (!entry.geo) entry.geo = geo_of(city);  // its name alone may mean a larger one elsewhere
  entry.city = shown_name(city);
  entry.country = std::string(city.country);
}

/// The state that a part of an address names: "ME", "MA 02139", "Maine".
Area state_of(std::string_view part) {
  if (const std::size_t blank = part.find(' '); blank == 2 && part.find_first_not_of("0123456789- ", 2) == part.npos)
    part = part.substr(0, 2);
  for (const Area& area : areas_of(part))
    if (!area.state.empty()) return area;
  return {};
}

bool tells_place(std::string_view location) {
  return !location.empty() && location.size() <= longest_location && location.find("://") == location.npos;
}

/// "Ghent, Belgium", "Room 5, Atlanta, GA, USA", "Alder University, Ghent".
void read_location(Entry& entry) {
  if (!tells_place(entry.location)) return;
  const auto parts = parts_of(entry.location);
  if (parts.empty()) return;
  const std::size_t last = parts.size() - 1;
  std::string_view country;
  // "Portland, ME, USA": the state tells which of them.
  if (const Area state = last > 1 ? state_of(parts[last - 1]) : Area{}; country_of(parts[last]) == state.country)
    if (const auto found = state.is_known() ? city_before(parts, last - 1, state) : std::nullopt)
      return take(entry, *found);
  for (const Area& area : areas_of(parts[last])) {
    if (const auto found = city_before(parts, last, area)) return take(entry, *found);
    if (area.state.empty() && country.empty() && parts.size() > 1) country = area.country;
  }
  // A city that ends the text, or stands before its country the other way round: "Belgium, Ghent".
  const std::string key = key_of(parts[last]);
  for (const Area& area : parts.size() == 2 ? areas_of(parts[0]) : std::vector<Area>{}) {
    const auto cities = find_cities(key);
    if (const City* city = clear_city(cities, area, 0)) return take(entry, {key, *city});
  }
  if (const auto cities = find_cities(key); parts.size() == 1 && !cities.empty() && is_city_state(cities.front()))
    return take(entry, {key, cities.front()});
  if (!country.empty() || (parts.size() == 1 && find_country(key).size() == 2)) {
    entry.country = std::string(country.empty() ? find_country(key) : country);
    return;
  }
  const auto cities = find_cities(key);
  if (const City* city = clear_city(cities, {}, known_by_name)) take(entry, {key, *city});
}

/// The city of a location in the country that the source states. It may lie in a territory of it, and has the
/// territory's code then.
void read_city(Entry& entry) {
  const std::string stated = std::exchange(entry.country, {});
  read_location(entry);
  if (entry.country == stated || is_territory_of(entry.country, stated)) return;
  entry.city.clear();
  entry.country = stated;
  const auto parts = parts_of(entry.location);
  if (!tells_place(entry.location) || parts.empty() || !areas_of(parts.back()).empty()) return;
  if (const auto found = city_before(parts, parts.size(), {stated, {}})) take(entry, *found);
}

/// "New York, NY" as a city: what stands behind the comma is the region, if the country has one of that name.
void split_region(Entry& entry) {
  const std::size_t comma = entry.city.find(',');
  if (comma == entry.city.npos || !entry.region.empty()) return;
  const std::string_view behind = trim(std::string_view(entry.city).substr(comma + 1), blanks);
  const bool is_code = behind.size() == 2 && !find_region_code(behind).country.empty();
  const Region region = is_code ? find_region_code(behind) : find_region(key_of(behind));
  if (region.country.empty() || (!entry.country.empty() && region.country != entry.country)) return;
  entry.region = std::string(behind);
  entry.city = std::string(trim(std::string_view(entry.city).substr(0, comma), blanks));
  if (entry.country.empty()) entry.country = std::string(region.country);
}

/// As much of the world as `country` and `region` name.
Area area_of(const Entry& entry) {
  Area area{entry.country, {}};
  if (entry.country != "US" || entry.region.empty()) return area;
  for (const Area& named : areas_of(entry.region))
    if (named.country == "US" && !named.state.empty()) area.state = named.state;
  return area;
}

}  // namespace

void settle_place(Entry& entry) {
  if (const auto country = country_of(entry.country); !country.empty()) entry.country = std::string(country);
  if (entry.city.empty() && entry.mode != Mode::online) {
    if (entry.country.empty())
      read_location(entry);
    else
      read_city(entry);
  }
  split_region(entry);
  if (entry.city.empty()) return;
  const auto cities = find_cities(key_of(entry.city));
  const City* city = clear_city(cities, area_of(entry), entry.country.empty() ? known_by_name : 0);
  if (!city) return;
  if (entry.country.empty()) entry.country = std::string(city->country);
  if (!entry.geo) entry.geo = geo_of(*city);
}

std::optional<Geo> find_place(std::string_view name) {
  const std::size_t comma = name.find(',');
  const auto cities = find_cities(key_of(name.substr(0, comma)));
  if (comma == name.npos) {
    const City* city = clear_city(cities, {}, 0);
    return city ? geo_of(*city) : std::nullopt;
  }
  std::string area(trim(name.substr(comma + 1), blanks));
  if (area.size() <= 3)
    for (char& c : area)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  for (const Area& wanted : areas_of(area))
    if (const City* city = clear_city(cities, wanted, 0)) return geo_of(*city);
  return std::nullopt;
}

}  // namespace almanac::facts
