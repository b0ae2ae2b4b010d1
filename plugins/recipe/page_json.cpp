#include <almanac/text/entities.hpp>
#include <boost/json/stream_parser.hpp>

#include "limits.hpp"
#include "tree.hpp"

namespace almanac::recipe {

namespace json = boost::json;

json::value read_page_json(std::string_view body, std::string_view marker, TreeError& error) {
  const std::size_t at = body.find(marker);
  if (at == body.npos) {
    error.message = "the page does not hold the marker '" + std::string(marker) + "'";
    return {};
  }
  std::string_view rest = body.substr(at + marker.size());
  // An attribute's value ends at its quote and has its references resolved; a script's JSON stands as it is.
  std::string value;
  if (marker.ends_with("=\"") || marker.ends_with("='")) {
    value = attribute_value(rest.substr(0, rest.find(marker.back())));
    rest = value;
  } else {
    const std::size_t begin = rest.find_first_of("{[");
    rest.remove_prefix(begin == rest.npos ? rest.size() : begin);
  }
  json::parse_options options;
  options.max_depth = max_depth;
  options.allow_invalid_utf8 = true;
  json::stream_parser parser({}, options);
  boost::system::error_code code;
  parser.write_some(rest.data(), rest.size(), code);
  if (!code && !parser.done()) parser.finish(code);
  if (!code) return parser.release();
  error.message = "what follows the marker is no JSON: " + code.message();
  return {};
}

}  // namespace almanac::recipe
