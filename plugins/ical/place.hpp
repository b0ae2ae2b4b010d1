#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac::ical {

/// Degrees north and east.
struct GeoPoint {
  double lat = 0, lon = 0;
};

/// Where something happens, as a VLOCATION says it; texts are borrowed.
struct Place {
  std::string_view name, type;
  std::optional<GeoPoint> geo;
};

/// Facts of an event in a STRUCTURED-DATA of schema.org's vocabulary.
struct StructuredFacts {
  std::string url, place;
  std::optional<GeoPoint> geo;
};

/// A number alone, with blanks around it and perhaps a plus sign.
std::optional<double> read_number(std::string_view text) noexcept;
/// Nothing when the point is not on Earth. The point 0;0 is one.
std::optional<GeoPoint> point_at(std::optional<double> lat, std::optional<double> lon) noexcept;
/// Reads JSON-LD; what is no event, or cannot be read, has no facts.
StructuredFacts read_structured_facts(std::string_view json);

}  // namespace almanac::ical
