#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zone.hpp"

namespace almanac {

/// A stretch of UTC time with one offset: [begin, end).
struct ZoneSegment {
  std::int64_t begin = std::numeric_limits<std::int64_t>::min();
  std::int64_t end = std::numeric_limits<std::int64_t>::max();
  std::int32_t offset = 0;      ///< seconds east of UTC
  std::string_view short_name;  ///< lives as long as the rules; may be empty
};

/// The rule that goes on for ever after the last listed change: a POSIX TZ string (RFC 8536 §3.3).
struct PosixTail {
  /// The day of a change, with the local time in seconds after its midnight (−167 h … +167 h).
  struct Day {
    enum class Kind : std::uint8_t { month_week, julian_without_leap_day, day_of_year } kind = Kind::month_week;
    int month = 0, week = 0, day = 0;
    std::int32_t time = 7200;
  };
  std::int32_t standard = 0, daylight = 0;  ///< seconds east of UTC
  bool changes = false;                     ///< false: `standard` for ever
  Day begins, ends;                         ///< of daylight time
  std::string standard_name, daylight_name;
};

/// Reads "CET-1CEST,M3.5.0,M10.5.0/3". Nothing when malformed; at most 128 characters.
std::optional<PosixTail> read_posix_tail(std::string_view text);

/// What a Zone points to; immutable once built.
struct Zone::Rules {
  struct Change {
    std::int64_t at = 0;  ///< UTC
    std::int32_t offset = 0;
    std::uint16_t short_name = 0;  ///< index in `short_names`
  };
  std::string name;
  std::vector<Change>
      changes;  ///< never empty; ascending; the first holds from the beginning of time, whatever its `at`
  std::vector<std::string> short_names;
  std::optional<PosixTail> tail;  ///< rules after the last change
  bool utc = false;

  /// The stretch that holds `utc_seconds`. O(log changes).
  ZoneSegment segment_at(std::int64_t utc_seconds) const;
};

/// Wall clock → UTC with a memory of the last stretch: series move slowly through a zone. One thread; the Zone must
/// outlive it.
class ZoneCursor {
 public:
  explicit ZoneCursor(const Zone& zone) : rules_(*zone.rules_) {}
  std::int64_t to_utc(std::int64_t local);
  std::int64_t to_local(std::int64_t utc);

 private:
  const Zone::Rules& rules_;
  ZoneSegment now_{0, 0, 0, {}};
};

}  // namespace almanac
