#pragma once
#include <pugixml.hpp>
#include <string_view>

namespace almanac::rss {

/// The version of RSS that an RDF document is: 0.90 and 1.0 differ by the namespace of their elements only.
std::string_view rdf_version(pugi::xml_node root);
/// The version of Atom that a document says by its namespace or by an attribute.
std::string_view atom_version(pugi::xml_node root);
/// The feed inside an element that is none: a web page or an envelope that some sites put around it.
pugi::xml_node feed_inside(pugi::xml_node root);

}  // namespace almanac::rss
