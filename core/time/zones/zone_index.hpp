#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The database's spelling of a name in other case, or with other marks between its parts: "europe/berlin",
/// "America/New York", "US-Eastern", "Europe - Berlin". Empty when there is none. The names are read from the system
/// once.
const std::string& spelled_as_in_database(std::string_view name);

/// The zones that have a city, or a state of North America, of that name: "Berlin", "new york", "Zürich". More than one
/// may be names of one zone. Regions that other countries have too ("North", "Victoria") are no cities.
const std::vector<std::string>& zones_of_city(std::string_view city);

}  // namespace almanac
