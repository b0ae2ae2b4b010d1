#include "feed_version.hpp"

#include "walker.hpp"

namespace almanac::rss {
namespace {

bool contains(std::string_view text, std::string_view part) noexcept { return text.find(part) != text.npos; }

}  // namespace

std::string_view rdf_version(pugi::xml_node root) {
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view uri = attribute.value();
    if (contains(uri, "/rdf/simple/0.9")) return "0.90";
    if (contains(uri, "purl.org/net/rss1.1")) return "1.1";
  }
  return "1.0";
}

std::string_view atom_version(pugi::xml_node root) {
  for (const pugi::xml_attribute attribute : root.attributes()) {
    const std::string_view uri = attribute.value();
    if (contains(uri, "purl.org/atom/ns")) return "0.3";
    if (contains(uri, "www.w3.org/2005/Atom")) return "1.0";
  }
  const std::string_view version = Walker::attribute(root, "version");
  return version.empty() ? "1.0" : version;
}

pugi::xml_node feed_inside(pugi::xml_node root) {
  return root.find_node([](pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::string_view local = name.substr(name.find(':') + 1);
    return same_word(local, "rss") || same_word(local, "feed") || name == "rdf:RDF";
  });
}

}  // namespace almanac::rss
