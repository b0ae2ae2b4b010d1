#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace almanac::webpage {

/// A schema.org Schedule: when the first of an event's dates is, and how it repeats.
struct ScheduleFacts {
  std::string start, end, zone;         ///< texts for the host's date reader
  std::int64_t duration = -1;           ///< seconds
  std::string rule;                     ///< of RFC 5545; empty: none that is fully understood
  std::vector<std::string> exceptions;  ///< days on which it does not take place, as of EXDATE
};

/// Reads a Schedule. One that names no last day goes on. The first day is the first of `byDay` from `startDate` on.
ScheduleFacts read_schedule(const boost::json::object& schedule);

}  // namespace almanac::webpage
