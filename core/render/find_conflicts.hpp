#pragma once
#include <almanac/model/listing.hpp>
#include <string>
#include <vector>

namespace almanac::render {

/// A fact that the sources of an event tell differently. Deadlines are not among them: they carry their own doubt.
struct Conflict {
  std::string fact;  ///< "start", "place", "mode", "status"
  /// What is said, as `iso_text` and the words of JSON have it, and the sources that say so; the most common first.
  std::vector<std::pair<std::string, std::vector<std::string>>> told;
};

/// What sources that still list the event contradict each other about. What only some of them say is no conflict, nor
/// is a finer word for the same: a day and a time on it, a country and a city in it. Pure.
std::vector<Conflict> find_conflicts(const DetailedEvent& detail);

}  // namespace almanac::render
