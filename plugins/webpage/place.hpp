#pragma once
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "json_value.hpp"

namespace almanac::webpage {

/// Where an event takes place, of one or several schema.org Places, PostalAddresses, VirtualLocations or plain texts.
struct Place {
  std::string text;  ///< "Venue, Street 1, 12345 City, Country": what is known, in this order
  std::string venue, city, region;
  std::string country;                           ///< only when published as a code of two letters
  std::string join_url;                          ///< of a VirtualLocation
  std::optional<std::pair<double, double>> geo;  ///< latitude, longitude
  bool physical = false, online = false;
};

Place read_place(const boost::json::value* location, const NodesById& nodes);

}  // namespace almanac::webpage
