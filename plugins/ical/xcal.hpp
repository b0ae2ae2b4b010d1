#pragma once
#include <almanac_sdk.hpp>
#include <string_view>

#include "limits.hpp"

namespace almanac::ical {

/// Reads a calendar in XML: xCal (RFC 6321), the older draft's namespace, and the un-namespaced form that conference
/// planners write. Entries, zones and errors are those of `read_calendar`; malformed XML is ALMANAC_E_FORMAT.
almanac_status read_xcal(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                         const Limits& limits = {});

/// Reads a calendar in JSON: jCal (RFC 7265), one or a list of several.
almanac_status read_jcal(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                         const Limits& limits = {});

}  // namespace almanac::ical
