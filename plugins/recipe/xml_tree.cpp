#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <pugixml.hpp>

#include "limits.hpp"
#include "tree.hpp"

namespace almanac::recipe {
namespace {

namespace json = boost::json;

/// Makes the tree of an element. Depth is bounded, so is recursion.
class ElementReader {
 public:
  json::value read(const pugi::xml_node& element, std::size_t depth) {
    if (depth > max_depth) throw TooMuch{"the document is nested deeper than 64 levels"};
    if (++made_ > most_nodes) throw TooMuch{"the document has more than 2000000 values"};
    if (is_leaf(element)) return json::string(element.child_value());
    json::object out;
    for (const pugi::xml_attribute& attribute : element.attributes())
      out[std::string("@") + attribute.name()] = attribute.value();
    std::string text;
    for (const pugi::xml_node& child : element.children()) {
      if (child.type() == pugi::node_element)
        append(out, child, depth);
      else
        text += child.value();
    }
    if (text.find_first_not_of(" \t\r\n") != text.npos) out["#text"] = text;
    return out;
  }

 private:
  /// Text and nothing else.
  static bool is_leaf(const pugi::xml_node& element) {
    if (element.first_attribute()) return false;
    const pugi::xml_node first = element.first_child();
    return !first || (first.type() != pugi::node_element && !first.next_sibling());
  }

  /// A text that stands once stays a text; everything else is a list, however many there are.
  void append(json::object& parent, const pugi::xml_node& child, std::size_t depth) {
    json::value value = read(child, depth + 1);
    json::value& slot = parent[child.name()];
    if (slot.is_null() && value.is_string()) {
      slot = std::move(value);
      return;
    }
    if (!slot.is_array()) slot = slot.is_null() ? json::array() : json::array{std::move(slot)};
    slot.get_array().push_back(std::move(value));
  }

  std::size_t made_ = 0;
};

}  // namespace

json::value read_xml(std::string_view body, TreeError& error) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(body.data(), body.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    error.message = std::string("this is no XML: ") + parsed.description();
    const auto at = std::min(static_cast<std::size_t>(parsed.offset), body.size());
    error.line = static_cast<std::uint32_t>(1 + std::count(body.begin(), body.begin() + static_cast<long>(at), '\n'));
    return {};
  }
  try {
    const pugi::xml_node root = document.document_element();
    json::object out;
    out[root.name()] = json::array{ElementReader().read(root, 1)};
    return out;
  } catch (const TooMuch& limit) {
    error.message = limit.what;
  }
  return {};
}

}  // namespace almanac::recipe
