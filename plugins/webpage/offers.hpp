#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "json_value.hpp"

namespace almanac::webpage {

/// A last date that an offer states.
struct OfferDeadline {
  std::int32_t type = 0;  ///< ALMANAC_DEADLINE_…
  std::string at;         ///< as published
  std::string label;
};

/// What taking part costs, and until when one can.
struct Offers {
  std::string cost;  ///< "free", "25 EUR", "10–50 EUR" or empty
  std::vector<OfferDeadline> deadlines;
};

/// Of an Event's offers, isAccessibleForFree and hasParticipationOffer (calls for papers).
Offers read_offers(const boost::json::object& event, const NodesById& nodes);

}  // namespace almanac::webpage
