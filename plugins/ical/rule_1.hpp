#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac::ical {

/// A repetition rule of vCalendar 1.0 ("W2 TU TH 20001231T000000Z", "MP1 1+ SU #5") as an RFC 5545 RRULE value, where
/// the newer grammar can say the same: daily, weekly, monthly by position or day, yearly by month or day, with one
/// duration or end. Nothing for other texts, minute rules and occurrence times within a day.
std::optional<std::string> translate_rule_1(std::string_view rule);

}  // namespace almanac::ical
