#include "place.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/html.hpp>
#include <charconv>
#include <cmath>

namespace almanac::webpage {
namespace json = boost::json;

namespace {

void append_part(std::string& text, std::string_view part) {
  if (part.empty() || text.find(part) != text.npos) return;
  if (!text.empty()) text += ", ";
  text += part;
}

std::string line(const json::object& object, std::string_view name) { return html_to_line(text_member(object, name)); }

std::optional<double> number(const json::object& object, std::string_view name) {
  const std::string text = text_member(object, name);
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end == text.data() || !std::isfinite(value)) return std::nullopt;
  return value;
}

void read_address(const json::object& address, Place& place) {
  const std::string street = line(address, "streetAddress"), code = line(address, "postalCode"),
                    country = line(address, "addressCountry");
  std::string city = line(address, "addressLocality"), region = line(address, "addressRegion");
  append_part(place.text, street);
  append_part(place.text, code.empty() || city.empty() ? code + city : code + ' ' + city);
  append_part(place.text, region);
  append_part(place.text, country);
  if (country.size() == 2 && is_letter(country[0]) && is_letter(country[1])) {
    place.country = country;
    for (char& c : place.country) c = static_cast<char>(c & ~0x20);
  }
  if (place.city.empty()) place.city = std::move(city);
  if (place.region.empty()) place.region = std::move(region);
}

void read_geo(const json::object& object, Place& place) {
  const auto lat = number(object, "latitude"), lon = number(object, "longitude");
  if (lat && lon && std::abs(*lat) <= 90 && std::abs(*lon) <= 180) place.geo.emplace(*lat, *lon);
}

bool is_virtual(std::string_view type) { return type == "VirtualLocation"; }
bool is_address(std::string_view type) { return type == "PostalAddress"; }

bool is_web_address(std::string_view text) {
  return starts_with_nocase(text, "https://") || starts_with_nocase(text, "http://");
}

void read_text(std::string_view text, Place& place) {
  const std::string words = html_to_line(text);
  if (words.empty()) return;
  if (is_web_address(words)) {
    place.online = true;
    if (place.join_url.empty()) place.join_url = words;
  } else if (equal_nocase(words, "online") || equal_nocase(words, "virtual")) {
    place.online = true;
    append_part(place.text, words);
  } else {
    place.physical = true;
    append_part(place.text, words);
  }
}

void read_one(const json::value& value, const NodesById& nodes, Place& place) {
  if (value.is_string()) return read_text({value.get_string().data(), value.get_string().size()}, place);
  const json::object* object = object_of(&value, nodes);
  if (!object) return;
  if (has_type(*object, is_virtual)) {
    place.online = true;
    const std::string url = text_member(*object, "url"), name = line(*object, "name");
    if (place.join_url.empty() && is_web_address(url)) place.join_url = url;
    if (!is_web_address(name)) append_part(place.text, name);
    return;
  }
  if (has_type(*object, is_address)) {
    place.physical = true;
    return read_address(*object, place);
  }
  const std::string name = line(*object, "name");
  const json::value* address = member(*object, "address");
  if (const json::object* postal = object_of(address, nodes)) {
    place.physical = true;
    append_part(place.text, name);
    read_address(*postal, place);
    if (place.venue.empty()) place.venue = name;
  } else {
    const std::string words = html_to_line(text_of(address));
    if (words.empty() || equal_nocase(words, name)) {
      read_text(name, place);
    } else {
      place.physical = true;
      append_part(place.text, name);
      append_part(place.text, words);
    }
    if (place.venue.empty() && place.physical) place.venue = name;
  }
  if (const json::object* geo = object_of(member(*object, "geo"), nodes)) read_geo(*geo, place);
  read_geo(*object, place);
}

}  // namespace

Place read_place(const json::value* location, const NodesById& nodes) {
  Place place;
  each(location, [&](const json::value& value) { read_one(value, nodes, place); });
  return place;
}

}  // namespace almanac::webpage
