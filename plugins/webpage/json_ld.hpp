#pragma once
#include <boost/json.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "json_value.hpp"

namespace almanac::webpage {

/// One script of JSON-LD, read; its events point into it.
struct JsonLd {
  std::unique_ptr<boost::json::value> document;  ///< stays where it is when this is moved
  NodesById nodes;
  std::vector<const boost::json::object*> events;  ///< in document order
  bool well_formed = true;                         ///< false: `document` is JSON's null
};

/// Reads a script: marks of comments and CDATA around it are cut, raw line ends inside strings forgiven, comments and
/// trailing commas too. Nesting to 64. Finds schema.org events at any place; what an event belongs to (superEvent) or
/// is made by is no find.
JsonLd read_json_ld(std::string_view script);

/// The same for objects that did not come from a script.
JsonLd find_events(boost::json::value document);

/// schema.org's Event and what is derived from it; not publications and deliveries.
bool is_event_type(std::string_view type);

}  // namespace almanac::webpage
