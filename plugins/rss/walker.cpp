#include "walker.hpp"

#include <almanac/model/url.hpp>
#include <cstring>
#include <string>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

struct Split {
  std::string_view prefix, local;
};

Split split(std::string_view name) noexcept {
  const std::size_t colon = name.find(':');
  if (colon == name.npos) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

bool is_text(const pugi::xml_node& node) noexcept {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

/// The next node of a walk through everything below `root`, depth first, without recursion.
pugi::xml_node next_below(pugi::xml_node node, pugi::xml_node root) noexcept {
  if (const pugi::xml_node child = node.first_child()) return child;
  while (node != root) {
    if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
    node = node.parent();
  }
  return {};
}

bool is_absolute(std::string_view reference) noexcept {
  return reference.starts_with("http://") || reference.starts_with("https://");
}

/// "www.example.org/a": no path of that name is meant.
bool lacks_scheme(std::string_view reference) noexcept {
  constexpr std::string_view host = "www.";
  return same_word(reference.substr(0, host.size()), host);
}

}  // namespace

std::string_view cut(std::string_view text, std::size_t size) noexcept {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

void read_unprefixed_as(Space space, Element& element) noexcept {
  element.scope.fallback = space;
  if (split(element.node.name()).prefix.empty()) element.name.space = space;
}

Element Walker::open(pugi::xml_node node, const Scope& outer) {
  Element element{node, {}, outer};
  namespaces_.rewind(outer.namespaces);
  if (node.first_attribute()) read_scope(node, element.scope);
  const Split name = split(node.name());
  element.name.term = term_of(name.local);
  element.name.space = name.prefix.empty() ? element.scope.fallback : namespaces_.find(name.prefix);
  return element;
}

void Walker::read_scope(pugi::xml_node node, Scope& scope) {
  std::string_view base;
  for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
    const std::string_view name = attribute.name();
    if (!name.starts_with("xml")) continue;
    if (name.starts_with("xmlns:"))
      namespaces_.declare(name.substr(6), attribute.value());
    else if (name == "xmlns")
      scope.fallback = space_of_uri(attribute.value());
    else if (name == "xml:base")
      base = trim_controls(attribute.value());
    else if (name == "xml:lang")
      scope.language = trim_controls(attribute.value());
  }
  scope.namespaces = namespaces_.mark();
  if (base.empty()) return;
  scope.base = resolve(base, scope);
  scope.states_base = true;
}

Name Walker::attribute_name(const pugi::xml_attribute& attribute) const noexcept {
  const Split name = split(attribute.name());
  return {name.prefix.empty() ? Space::plain : namespaces_.find(name.prefix), term_of(name.local)};
}

std::string_view Walker::attribute(pugi::xml_node node, std::string_view name) noexcept {
  for (auto attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute())
    if (same_word(attribute.name(), name)) return trim_controls(attribute.value());
  return {};
}

std::string_view Walker::text(pugi::xml_node node) { return trim_controls(raw_text(node)); }

std::string_view Walker::raw_text(pugi::xml_node node) {
  const std::string_view embedded = first_text(node);
  const pugi::xml_node first = node.first_child();
  if (!first) return cut(embedded, max_field);
  if (embedded.empty() && is_text(first) && !first.next_sibling()) return cut(source_->value_of(first), max_field);
  std::string joined(embedded);
  for (pugi::xml_node at = next_below(node, node); at && joined.size() < max_field; at = next_below(at, node))
    joined += source_->value_of(at);
  return arena_->store(cut(joined, max_field));
}

std::string_view Walker::markup(pugi::xml_node node, Cdata cdata) {
  const std::string_view source = source_->from_name_of(node);
  if (source.empty()) return {};
  const std::string html = inner_html(source, max_field, cdata);
  return arena_->store(trim_controls(html));
}

bool Walker::has_elements(pugi::xml_node node) noexcept {
  for (auto child = node.first_child(); child; child = child.next_sibling())
    if (child.type() == pugi::node_element) return true;
  return false;
}

std::string_view Walker::resolve(std::string_view reference, const Scope& scope) {
  if (reference.empty() || is_absolute(reference)) return reference;
  if (lacks_scheme(reference)) return arena_->store(std::string("http://").append(reference));
  return arena_->store(resolve_link(scope.base, reference));
}

}  // namespace almanac::rss
