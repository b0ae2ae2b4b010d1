#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// How a point in time was published.
enum class MomentKind : std::uint8_t {
  unread,   ///< only `text` (and perhaps `zone`) is set: a plugin's finding that the host has not read yet
  instant,  ///< a point on the world's time line; `seconds` are UTC
  local,    ///< a wall-clock time without a zone (RFC 5545 §3.3.5 form 1); `seconds` count that clock from
            ///< 1970-01-01T00:00
  date,     ///< a calendar day without a zone (RFC 5545 VALUE=DATE); `seconds` is that day's midnight, counted as for
            ///< `local`
};

/// The finest part that was published.
enum class Precision : std::uint8_t { second, minute, day, month, year };

/// Where a fact comes from, best first.
enum class Provenance : std::uint8_t {
  structured,  ///< an element made for it: DTSTART, ev:startdate, schema.org startDate
  declared,    ///< the user's option for the source says so (pubdate_means = start)
  prose,       ///< read out of a title or description
  inferred,    ///< a default of ours
};

/// One point in time as a fact: what it is, what was published, and where it came from.
struct Moment {
  MomentKind kind = MomentKind::unread;
  Precision precision = Precision::second;
  Provenance provenance = Provenance::structured;
  bool zone_stated =
      false;  ///< the document names the zone or offset; false: `zone` is a default of the source or ours
  std::int64_t seconds = 0;  ///< see MomentKind
  std::string zone;  ///< as resolved: an IANA name, "UTC", "+05:30", "AoE", or a calendar's own TZID; empty for `date`
                     ///< and floating
  std::string text;  ///< as published

  friend bool operator==(const Moment&, const Moment&) = default;
};

/// Start and end of an event. `end` is exclusive for dates, as RFC 5545 §3.6.1 says; absent when not published.
struct When {
  Moment start;
  std::optional<Moment> end;
  friend bool operator==(const When&, const When&) = default;
};

std::string_view to_text(Precision precision);
std::string_view to_text(Provenance provenance);
std::optional<Precision> precision_from(std::string_view word);
std::optional<Provenance> provenance_from(std::string_view word);

/// "2026-03-01T09:00:00Z" for an instant, "2026-03-01T09:00:00" for a local time, "2026-03-01" for a date; "" when
/// unread.
std::string iso_text(MomentKind kind, std::int64_t seconds);
inline std::string iso_text(const Moment& moment) { return iso_text(moment.kind, moment.seconds); }

}  // namespace almanac
