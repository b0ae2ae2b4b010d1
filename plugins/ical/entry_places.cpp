#include <algorithm>
#include <string>

#include "address.hpp"
#include "entry_builder.hpp"
#include "scan.hpp"
#include "value_text.hpp"

namespace almanac::ical {
namespace {

/// "geo:48.85,2.35;u=10" (RFC 5870): the two numbers.
std::string_view geo_uri_point(std::string_view value) noexcept {
  value = trim_controls(value);
  if (!begins_with_word(value, "GEO:")) return {};
  return value.substr(4, value.find_first_of(";?", 4) - 4);
}

std::optional<double> degrees(std::string_view text) {
  std::string number(text);
  std::erase(number, '\\');
  std::replace(number.begin(), number.end(), ',', '.');
  return read_number(number);
}

}  // namespace

std::optional<GeoPoint> EntryBuilder::read_geo(std::string_view value) {
  // "52.5;13.4", also "52.5,13.4", "52.5\\;13.4" and, with the commas of other tongues, "52,5;13,4".
  const char separator = value.find(';') == value.npos ? ',' : ';';
  const std::size_t middle = std::min(value.find(separator), value.size());
  std::string_view rest = value.substr(std::min(middle + 1, value.size()));
  // "52,5,13,4" may be two numbers or four.
  const bool is_clear = separator == ';' || rest.find(',') == rest.npos || value.find('.') != value.npos;
  const auto point = !is_clear
                         ? std::nullopt
                         : point_at(degrees(value.substr(0, middle)), degrees(rest.substr(0, rest.find(separator))));
  if (!point) warn("bad-geo", "GEO is not a latitude and a longitude", value);
  return point;
}

/// The first point stands; 0;0 is what programs write that know none.
void EntryBuilder::set_geo(const GeoPoint& point) {
  if (entry_.has_geo || (point.lat == 0 && point.lon == 0)) return;
  entry_.has_geo = 1;
  entry_.lat = point.lat;
  entry_.lon = point.lon;
}

void EntryBuilder::add_geo(std::string_view value) {
  if (const auto point = read_geo(value)) set_geo(*point);
}

/// X-APPLE-STRUCTURED-LOCATION;X-TITLE="Venue":geo:48.85,2.35
void EntryBuilder::add_apple_place() {
  const std::string_view title = trim_controls(parameters_.find("X-TITLE"));
  if (apple_place_.empty()) apple_place_ = title;
  const std::string_view point = geo_uri_point(value_);
  if (!point.empty() && !entry_.has_geo) add_geo(point);
}

/// RFC 9073 §6.6: what is said in schema.org's words, where no property of the entry says it.
void EntryBuilder::add_structured_data() {
  if (is_word(parameters_.find("VALUE"), "URI") ||
      !begins_with_word(parameters_.find("FMTTYPE"), "APPLICATION/LD+JSON"))
    return;
  const StructuredFacts facts = read_structured_facts(text());
  if (link_.empty() && !facts.url.empty()) link_ = absolute_address(arena_.keep(facts.url), base_, arena_);
  if (entry_place_.name.empty()) entry_place_.name = arena_.keep(facts.place);
  if (!entry_place_.geo) entry_place_.geo = facts.geo;
}

bool EntryBuilder::add_to_place(Property property, const Line& line) {
  if (line.cut || !parameters_.read(line.rest, arena_)) return false;
  value_ = parameters_.value();
  line_ = line.number;
  switch (property) {
    case Property::name:
      place_.name = trim_controls(text());
      return true;
    case Property::location_type:
      place_.type = trim_controls(value_);
      return true;
    case Property::geo:
      place_.geo = read_geo(value_);
      return false;
    case Property::url:
      if (const auto point = geo_uri_point(value_); !point.empty() && !place_.geo) place_.geo = read_geo(point);
      return false;
    default:
      return false;
  }
}

/// The first place is where the entry happens (RFC 9073 §7.2), unless it says that one only parks there.
void EntryBuilder::end_place() {
  if (is_word(place_.type, "PARKING")) return;
  if (entry_place_.name.empty() && !entry_place_.geo) entry_place_ = place_;
}

}  // namespace almanac::ical
