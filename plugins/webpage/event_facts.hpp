#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "json_value.hpp"
#include "offers.hpp"
#include "place.hpp"

namespace almanac::webpage {

struct Organizer {
  std::string name, email, url;
};

/// One schema.org Event, as published; addresses absolute.
struct EventFacts {
  std::string id, title, url, description, language;
  std::string start, end, zone;  ///< texts for the host's date reader
  bool end_is_last_day = true;   ///< should the end be a day: not in hCalendar, which is iCalendar in HTML
  std::string published, updated;
  std::int64_t duration = -1;           ///< seconds
  std::string rule;                     ///< how it repeats, of RFC 5545; mostly empty
  std::vector<std::string> exceptions;  ///< days left out, as of EXDATE
  std::int32_t status = 0, mode = 0, kind = -1;
  Place place;
  Offers offers;
  std::vector<Organizer> organizers;
  std::vector<std::string> categories;
};

/// Reads an Event; relative addresses are resolved against `base`.
EventFacts read_event(const boost::json::object& event, const NodesById& nodes, std::string_view base);

/// Seconds of an ISO 8601 duration without years and months ("PT1H30M", "P2D"); -1 for anything else.
std::int64_t iso_duration(std::string_view text);

}  // namespace almanac::webpage
