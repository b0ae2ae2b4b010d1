#pragma once
#include <almanac/model/event.hpp>
#include <almanac/time/zones/zone.hpp>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac::render {

/// Content lines (RFC 5545 §3.1): folded, CRLF.
class IcsWriter {
 public:
  /// The value as it is: only for values that we made or checked.
  void raw(std::string_view name_and_parameters, std::string_view value);
  /// The value as TEXT; left out when empty.
  void text(std::string_view name, std::string_view value);
  void begin(std::string_view component) { raw("BEGIN", component); }
  void end(std::string_view component) { raw("END", component); }
  void append(std::string_view lines) { out_ += lines; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  std::string line_;
};

/// "20261126T183000", with "Z" when `utc`; "20261126" for a date. `seconds` count that clock.
std::string ics_time(std::int64_t seconds, bool utc);
std::string ics_date(std::int64_t seconds);
/// "PT12H", "PT90M", "PT45S": an RFC 5545 §3.3.6 duration of at least a second.
std::string ics_duration(std::int64_t seconds);
/// Letters, digits and '-' of a text, at most `most`: what UIDs are made of.
std::string ics_slug(std::string_view text, std::size_t most);
/// What a deadline is known by among those of its event, whenever it is: "paper", "other-camera-ready", and "paper-2"
/// for the second one of that name.
std::string deadline_key(const Event& event, const Deadline& deadline);

/// Whether a zone may be named in TZID: an IANA "Area/City" that the system knows.
std::optional<Zone> named_zone(std::string_view name);
/// A VTIMEZONE (RFC 5545 §3.6.5) that is exact between two UTC instants: one observance a change of offset. At most 60
/// years are described, the latest ones.
std::string vtimezone(const Zone& zone, std::int64_t from, std::int64_t to);

}  // namespace almanac::render
