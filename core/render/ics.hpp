#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

struct IcsOptions {
  std::string name = "almanac";                           ///< NAME and X-WR-CALNAME
  std::chrono::seconds refresh = std::chrono::hours{12};  ///< REFRESH-INTERVAL (RFC 7986 §5.7)
  bool deadlines = true;                                  ///< deadlines as events of their own
  std::optional<std::chrono::seconds> alarm{};            ///< a display alarm so long before each deadline (§3.6.6)
};

/// RFC 5545: one VEVENT an occurrence, one a deadline; TZID with a VTIMEZONE for IANA zones, UTC otherwise, DATE for
/// all-day. UIDs depend on `public_id` and RECURRENCE-ID only; SEQUENCE grows whenever the event changes; nothing
/// depends on now, so an unchanged list gives the same bytes.
std::string render_events_ics(const std::vector<ListedEvent>& events, const IcsOptions& options);
std::string render_deadlines_ics(const std::vector<ListedDeadline>& deadlines, const IcsOptions& options);
std::string render_digest_ics(const DigestView& digest, const IcsOptions& options);

}  // namespace almanac
