#include "nearest_place.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/text/fold.hpp>
#include <vector>

#include "places.hpp"
#include "settle_place.hpp"

namespace almanac::facts {
namespace {

constexpr std::size_t shortest_name = 4, most_missing = 2;

struct Named {
  std::string_view key;
  int size;
};

/// The names of about that length, each once, those of large cities first.
std::vector<std::string_view> names_of_length(std::size_t length) {
  std::vector<Named> found;
  std::string_view lines = places_table().lines;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    const std::string_view key = line.substr(0, line.find('\t'));
    if (std::max(key.size(), length) - std::min(key.size(), length) > most_missing) continue;
    if (!found.empty() && found.back().key == key) continue;  // the first line of a name is that of its largest city
    const std::vector<City> cities = find_cities(key);
    if (!cities.empty()) found.push_back({key, cities.front().size});
  }
  std::stable_sort(found.begin(), found.end(), [](const Named& a, const Named& b) { return a.size > b.size; });
  std::vector<std::string_view> names;
  for (const Named& one : found) names.push_back(one.key);
  return names;
}

}  // namespace

std::string nearest_place(std::string_view name) {
  const std::string folded = fold(name.substr(0, name.find(',')));
  if (folded.size() < shortest_name) return {};
  if (const std::vector<City> known = find_cities(folded); !known.empty()) {
    for (const std::string_view area : {known.front().country, known.front().state})
      if (std::string clear = folded + ',' + to_lower(area); find_place(clear)) return clear;
    return {};
  }
  return std::string(nearest_word(folded, names_of_length(folded.size())));
}

}  // namespace almanac::facts
