#include "place.hpp"

#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "scan.hpp"

namespace almanac::ical {
namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<double> degrees_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (!value) return std::nullopt;
  return value->is_string() ? read_number(text_of(object, name)) : read_number(json::serialize(*value));
}

const json::object* object_of(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value ? value->if_object() : nullptr;
}

}  // namespace

std::optional<double> read_number(std::string_view text) noexcept {
  text = trim_controls(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<GeoPoint> point_at(std::optional<double> lat, std::optional<double> lon) noexcept {
  if (!lat || !lon || !(std::abs(*lat) <= 90) || !(std::abs(*lon) <= 180)) return std::nullopt;
  return GeoPoint{*lat, *lon};
}

StructuredFacts read_structured_facts(std::string_view text) {
  StructuredFacts facts;
  boost::system::error_code error;
  const json::value document = json::parse({text.data(), text.size()}, error);
  const json::object* event = error ? nullptr : document.if_object();
  // "Event", "BusinessEvent", "EducationEvent", …
  if (!event || text_of(*event, "@type").find("Event") == std::string::npos) return facts;
  facts.url = text_of(*event, "url");
  const json::object* place = object_of(*event, "location");
  if (!place) return facts;
  facts.place = text_of(*place, "name");
  if (const json::object* geo = object_of(*place, "geo"))
    facts.geo = point_at(degrees_of(*geo, "latitude"), degrees_of(*geo, "longitude"));
  return facts;
}

}  // namespace almanac::ical
