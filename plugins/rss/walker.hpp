#pragma once
#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

#include "markup.hpp"
#include "namespaces.hpp"
#include "parsed_text.hpp"
#include "xml_memory.hpp"

namespace almanac::rss {

/// One field holds no more than this; the rest is cut at a character border.
constexpr std::size_t max_field = 1u << 20;

/// What an element inherits: xml:base, xml:lang and the namespaces.
struct Scope {
  std::string_view base;          ///< absolute, or empty when nothing is known
  std::string_view language;      ///< xml:lang, or empty
  Space fallback = Space::plain;  ///< of names without a prefix
  std::size_t namespaces = 0;
  bool states_base = false;  ///< xml:base says so; else it is the address of the document
};

/// An element with its resolved name and its own scope.
struct Element {
  pugi::xml_node node;
  Name name;
  Scope scope;
};

/// Reads names, scopes and texts off the tree. Elements are opened in document order, each from its parent's scope;
/// texts live until the arena is cleared or the tree or its text is gone.
class Walker {
 public:
  /// `source` is what the tree was parsed from; it must outlive the object.
  Walker(const ParsedText& source, Arena& arena) noexcept : source_(&source), arena_(&arena) {}

  /// `node` must be an element whose parent has `outer` as its scope.
  Element open(pugi::xml_node node, const Scope& outer);
  /// The name of an attribute; one without prefix is `plain`.
  Name attribute_name(const pugi::xml_attribute& attribute) const noexcept;
  /// The value of the attribute without prefix, whatever its case; empty when absent. Trimmed.
  static std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept;

  /// All character data below the element, joined, trimmed and cut at max_field.
  std::string_view text(pugi::xml_node node);
  /// The same, and blanks at the ends stay.
  std::string_view raw_text(pugi::xml_node node);
  /// What of that stands before the first element.
  std::string_view first_text(pugi::xml_node node) const noexcept { return source_->value_of(node); }
  /// What stands between the element's tags, as HTML: prefixes gone, text in CDATA escaped, empty elements closed. Cut
  /// at max_field (the host's sanitiser closes what the cut leaves open).
  std::string_view markup(pugi::xml_node node, Cdata cdata = Cdata::text);
  static bool has_elements(pugi::xml_node node) noexcept;

  /// RFC 3986 resolution against the scope's base. Empty stays empty.
  std::string_view resolve(std::string_view reference, const Scope& scope);
  Arena& arena() noexcept { return *arena_; }
  /// From now on texts are made in `arena`.
  void use(Arena& arena) noexcept { arena_ = &arena; }
  /// From now on nodes are of a tree that was parsed from `source`.
  void read_from(const ParsedText& source) noexcept { source_ = &source; }

 private:
  void read_scope(pugi::xml_node node, Scope& scope);

  const ParsedText* source_;
  Arena* arena_;
  Namespaces namespaces_;
};

/// Names without a prefix in the element, its own among them, are of `space` whatever the default namespace is: feeds
/// state a wrong one.
void read_unprefixed_as(Space space, Element& element) noexcept;

/// At most `size` bytes, cut at a UTF-8 border.
std::string_view cut(std::string_view text, std::size_t size) noexcept;

}  // namespace almanac::rss
