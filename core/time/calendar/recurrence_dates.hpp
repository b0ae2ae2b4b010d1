#pragma once
#include <almanac/model/moment.hpp>
#include <almanac/time/zones/zone.hpp>
#include <almanac/time/zones/zone_rules.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

/// The clock of a series: what its starts count, and how a wall clock becomes a point on the axis that occurrences are
/// compared on
/// ("key"): UTC for zoned series, the wall clock itself for floating and all-day ones.
class SeriesClock {
 public:
  /// `kind` of the first start; `zone` is used when that is an instant.
  SeriesClock(MomentKind kind, const Zone& zone) : kind_(kind), cursor_(zone) {}
  MomentKind kind() const { return kind_; }
  std::int64_t key(std::int64_t local) { return kind_ == MomentKind::instant ? cursor_.to_utc(local) : local; }
  std::int64_t local(std::int64_t key) { return kind_ == MomentKind::instant ? cursor_.to_local(key) : key; }

 private:
  MomentKind kind_;
  ZoneCursor cursor_;
};

/// One value of RDATE or EXDATE, on the clock of its series.
struct ListedDate {
  std::int64_t key = 0;
  std::int64_t day = 0;                ///< midnight of its local day
  bool whole_day = false;              ///< published as a date
  std::optional<std::int64_t> length;  ///< seconds, of a PERIOD
};

/// Reads RDATE or EXDATE lines (RFC 5545 §3.8.5): parameters VALUE and TZID, lists, periods, dates with a stray Z. A
/// time without zone is on the series' clock; one with another zone is carried over. Values that cannot be read are
/// told in `bad`. At most `most` values are read.
std::vector<ListedDate> read_listed_dates(const std::vector<std::string>& lines, SeriesClock& clock,
                                          const ZoneBook& zones, std::size_t most, std::vector<std::string>& bad);

}  // namespace almanac
