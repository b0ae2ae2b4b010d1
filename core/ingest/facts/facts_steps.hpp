#pragma once
#include <string>

#include "facts_cues.hpp"
#include "read_facts.hpp"
#include "status_claims.hpp"

namespace almanac::facts {

/// Where a text says that something is. Empty: not stated.
struct Place {
  std::string city, country;
  std::uint32_t from = 0, to = 0;  ///< pieces of the mention
  unsigned cities = 0;             ///< how many different cities the text names beside dates; two stands for more, too
  bool stated() const noexcept { return !city.empty() || !country.empty(); }
};

/// The place of the event: the mention that its surroundings support best (a label, a country behind it, the event's
/// date beside it). `language` (BCP 47, of the source; may be empty) settles between towns of one name that are about
/// as large.
Place place_of_text(const Reading& reading, std::string_view language);

/// What the text announces, by its words weighted by where they stand. `dates` speaks for an event and against a post;
/// `is_event`: it is known to be one.
Kind kind_of_text(const Reading& reading, const ProseDates& dates, const Place& place, bool is_event);

/// How one takes part: online words without a place are online, with one hybrid.
Mode mode_of_text(const Reading& reading, const Place& place);

/// Cancelled or postponed, when the text says so of the event itself, which starts at `start`.
EventStatus status_of_text(const std::vector<StatusClaim>& claims, const ProseDates& dates,
                           const std::optional<Moment>& start);

}  // namespace almanac::facts
