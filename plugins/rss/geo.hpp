#pragma once
#include <almanac_sdk.hpp>
#include <optional>

#include "walker.hpp"

namespace almanac::rss {

/// Latitude and longitude of a place, collected from GeoRSS (simple point, GML point inside `where`), W3C geo and xCal
/// GEO.
class GeoReader {
 public:
  explicit GeoReader(Walker& walker) noexcept : walker_(walker) {}
  void reset() noexcept { lat_.reset(), lon_.reset(); }
  /// Reads an element of georss, geo or gml; others are ignored.
  void read(const Element& element);
  /// "lat lon", "lat,lon" or "lat;lon".
  void read_pair(std::string_view text);
  void read_lat(std::string_view text);
  void read_lon(std::string_view text);
  /// Sets has_geo, lat and lon when both are known and possible.
  void fill(almanac_entry& entry) const noexcept;

 private:
  void read_below(const Element& element);

  Walker& walker_;
  std::optional<double> lat_, lon_;
};

}  // namespace almanac::rss
