#pragma once
#include <almanac_sdk.hpp>
#include <string_view>
#include <vector>

#include "walker.hpp"

namespace almanac::rss {

/// iCalendar properties that an entry carries as XML.
struct XcalFacts {
  almanac_time start{}, end{};
  std::string_view location, geo, join_url;
  std::int64_t duration = -1, sequence = 0;
  std::int32_t status = ALMANAC_STATUS_UNKNOWN;
  std::vector<std::string_view> rrules, rdates, exdates, categories;
};

/// One property (xcal:dtstart), or a vevent or icalendar element with all of them: the old draft, where the value is
/// the text and TZID an attribute, and RFC 6321, where value and parameters are elements. Reads the first event below
/// `element`.
XcalFacts read_xcal_facts(Walker& walker, const Element& element);

}  // namespace almanac::rss
