#include "links.hpp"

#include <algorithm>
#include <charconv>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view iana_relations = "http://www.iana.org/assignments/relation/";

/// What stands where an address should and is words or markup: no reference has such signs.
bool is_prose(std::string_view text) noexcept {
  return text.find('<') != text.npos || (text.find(' ') != text.npos && text.find('/') == text.npos);
}

/// An address that is broken into lines, in one, without what indents the others.
std::string unwrap(std::string_view reference) {
  std::string line;
  bool indented = false;
  for (const char c : reference) {
    if (c == '\n') indented = true;
    indented &= is_blank(c);
    if (!indented && c != '\r') line += c;
  }
  return line;
}

}  // namespace

almanac_link read_link(Walker& walker, const Element& element) {
  const pugi::xml_node node = element.node;
  std::string_view href = Walker::attribute(node, "href");
  if (href.empty()) href = node.attribute("href") ? element.scope.base : walker.text(node);  // "" is the base itself
  std::string_view rel = Walker::attribute(node, "rel");
  if (rel.starts_with(iana_relations)) rel.remove_prefix(iana_relations.size());
  if (rel.empty()) rel = "alternate";
  return {sdk::borrow(walker.resolve(href, element.scope)), sdk::borrow(rel),
          sdk::borrow(Walker::attribute(node, "type")), sdk::borrow(Walker::attribute(node, "title"))};
}

std::string_view read_address(Walker& walker, const Element& element) {
  std::string_view address = walker.text(element.node);
  if (address.find('\n') != address.npos) address = walker.arena().store(unwrap(address));
  if (!address.starts_with("http") && is_prose(address)) address = {};
  if (address.empty()) address = Walker::attribute(element.node, "href");
  if (address.empty()) address = Walker::attribute(element.node, "rdf:resource");
  return walker.resolve(address, element.scope);
}

std::string_view read_empty_reference(const Element& element) {
  return element.scope.states_base && !element.node.first_child() ? element.scope.base : std::string_view();
}

almanac_enclosure read_enclosure(Walker& walker, const Element& element) {
  std::string_view address = Walker::attribute(element.node, "url");
  if (address.empty()) address = Walker::attribute(element.node, "href");
  if (address.empty()) address = Walker::attribute(element.node, "rdf:resource");
  if (address.empty()) address = walker.text(element.node);
  if (element.scope.states_base) address = walker.resolve(address, element.scope);
  return {sdk::borrow(address), sdk::borrow(Walker::attribute(element.node, "type")),
          read_length(Walker::attribute(element.node, "length"))};
}

void add_enclosure(std::vector<almanac_enclosure>& list, const almanac_enclosure& enclosure) {
  if (enclosure.url.size == 0 || list.size() >= 256) return;
  const auto same = std::find_if(list.begin(), list.end(), [&](const almanac_enclosure& other) {
    return sdk::view(other.url) == sdk::view(enclosure.url);
  });
  if (same == list.end()) {
    list.push_back(enclosure);
    return;
  }
  if (same->type.size == 0) same->type = enclosure.type;
  if (same->length < 0) same->length = enclosure.length;
}

std::string_view read_identity(Walker& walker, const Element& element) {
  const std::string_view id = walker.text(element.node);
  const bool is_path = id.find('/') != id.npos && id.find_first_of(": ") == id.npos;
  return is_path ? walker.resolve(id, element.scope) : id;
}

std::int64_t read_length(std::string_view text) noexcept {
  std::int64_t value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 ? value : -1;
}

bool looks_like_address(std::string_view text) noexcept {
  const std::size_t colon = text.find("://");
  if (colon == text.npos || colon == 0 || colon > 12) return text.size() > 4 && same_word(text.substr(0, 4), "www.");
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

}  // namespace almanac::rss
