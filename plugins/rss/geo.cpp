#include "geo.hpp"

#include <charconv>
#include <cmath>

namespace almanac::rss {
namespace {

/// Takes a number off the front of `text`, with the separators around it.
std::optional<double> take_number(std::string_view& text) noexcept {
  constexpr std::string_view separators = " \t\r\n,;";
  const std::size_t start = text.find_first_not_of(separators);
  if (start == text.npos) return std::nullopt;
  text.remove_prefix(start);
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

}  // namespace

void GeoReader::read(const Element& element) {
  switch (element.name.term) {
    case Term::point:
      if (Walker::has_elements(element.node))
        read_below(element);
      else
        read_pair(walker_.text(element.node));
      break;
    case Term::where:
      read_below(element);
      break;
    case Term::pos:
      read_pair(walker_.text(element.node));
      break;
    case Term::lat:
    case Term::latitude:
      read_lat(walker_.text(element.node));
      break;
    case Term::lon:
    case Term::xlong:
    case Term::longitude:
      read_lon(walker_.text(element.node));
      break;
    default:
      break;
  }
}

/// georss:where/gml:Point/gml:pos, geo:Point/geo:lat: two levels at most.
void GeoReader::read_below(const Element& element) {
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element child = walker_.open(node, element.scope);
    if (child.name.term != Term::point) {
      read(child);
      continue;
    }
    for (const pugi::xml_node inner : node.children())
      if (inner.type() == pugi::node_element && !Walker::has_elements(inner)) read(walker_.open(inner, child.scope));
  }
}

void GeoReader::read_pair(std::string_view text) {
  if (lat_ && lon_) return;
  const std::optional<double> lat = take_number(text);
  const std::optional<double> lon = take_number(text);
  if (!lat || !lon) return;
  lat_ = lat;
  lon_ = lon;
}

void GeoReader::read_lat(std::string_view text) {
  if (!lat_) lat_ = take_number(text);
}

void GeoReader::read_lon(std::string_view text) {
  if (!lon_) lon_ = take_number(text);
}

void GeoReader::fill(almanac_entry& entry) const noexcept {
  if (!lat_ || !lon_ || std::abs(*lat_) > 90 || std::abs(*lon_) > 180) return;
  if (*lat_ == 0 && *lon_ == 0) return;  // "null island": nobody knew
  entry.has_geo = 1;
  entry.lat = *lat_;
  entry.lon = *lon_;
}

}  // namespace almanac::rss
