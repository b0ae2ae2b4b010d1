#pragma once
#include <almanac_sdk.hpp>
#include <string_view>

#include "limits.hpp"

namespace almanac::ical {

/// Reads an iCalendar (RFC 5545, RFC 7986) or vCalendar 1.0 document: each VEVENT and VTODO becomes an entry in
/// document order, each VTIMEZONE goes to the sink as text, the VCALENDARs' properties make one document. Other
/// components and all that is nested in an event say nothing. Broken lines and unclosed components cost a warning, not
/// the calendar. ALMANAC_E_FORMAT when there is no VCALENDAR, ALMANAC_E_LIMIT when `limits` are passed. Linear time, no
/// recursion; memory beside `body` is that of the largest component. `format` names the document's format to the sink.
almanac_status read_calendar(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                             std::string_view format = "icalendar", const Limits& limits = {});

}  // namespace almanac::ical
