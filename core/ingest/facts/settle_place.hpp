#pragma once
#include <almanac/model/entry.hpp>
#include <optional>
#include <string_view>

namespace almanac::facts {

/// Where an entry takes place, completed from what it states in fields of its own. Pure.
/// - `country` becomes an ISO 3166-1 alpha-2 code where it is a name or another code.
/// - `city` and `country` are taken out of `location` ("Room 5, Ghent, Belgium") when neither is stated: a known city
///   with its country, or one that no other of its name comes near in size.
/// - `country` follows from a city that leaves no doubt, and coordinates from a known city; published ones stay.
void settle_place(Entry& entry);

/// Coordinates of a city by its name in any of the gazetteer's languages, with its country or state where there are
/// several: "berlin", "München", "cambridge, us", "portland, ME". Nothing when it is unknown or when several places of
/// that name are of like size.
std::optional<Geo> find_place(std::string_view name);

}  // namespace almanac::facts
