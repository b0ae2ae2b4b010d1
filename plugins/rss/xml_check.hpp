#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace almanac::rss {

/// Elements deeper than this are refused: nothing that walks the tree may need more stack than a feed ever does.
constexpr std::size_t max_depth = 256;
inline constexpr const char* too_deep = "more than 256 elements stand in each other";

/// What one pass over the bytes of an XML document tells.
struct XmlCheck {
  bool well_formed = true;
  bool foreign_entities = false;  ///< refers to what XML knows otherwise than HTML: &nbsp;, &#150;
  bool over_limit = false;  ///< more than max_depth open elements or max_namespaces prefixes; the check ended there
  bool has_elements = false;
  const char* problem = "";  ///< the first thing that is wrong, or the limit, for people; static
  std::uint32_t line = 0;    ///< its line, from 1
};

/// A part of a text, by offsets: each page of a list of them costs as much as reading a few items.
struct TextSpan {
  std::uint32_t from = 0, to = 0;
};

/// Character data that a parser need not look at.
struct LongText {
  std::uint32_t from = 0, to = 0;
  bool refers = false;  ///< there are references in it, all of them to characters
};

/// Parts of a document that are read in their own way, each list in order; of one of 4 GiB and more none.
struct XmlParts {
  /// The first most_item_spans elements that a feed may have as items: those that are called so, in the root or in a
  /// channel or list of it, from "<" to behind the last ">". No one holds another.
  std::vector<TextSpan> items;
  /// What stands in long CDATA sections and between tags, where a parser hands it on as it is but for the references.
  std::vector<LongText> texts;
};

/// XML 1.0 well-formedness as far as it decides how the text is read, and Namespaces in XML 1.0 §5 (prefixes are
/// declared): tags nest and close, one root, nothing but blanks around it, attributes quoted and unique, references
/// known, no stray
/// "<", "&" or "]]>". Characters are not judged (the host has decoded them) and a DOCTYPE is only skipped over; an
/// entity that it may declare counts as `foreign_entities`, not as a problem. Linear time, no recursion, allocates
/// nothing for documents of common size but the parts, which are for who gives them.
XmlCheck check_xml(std::string_view text, XmlParts* parts = nullptr);

constexpr std::size_t most_item_spans = 20'000;
constexpr std::size_t long_text = 128;  ///< bytes

/// The line of an offset, from 1.
std::uint32_t line_of(std::string_view text, std::size_t offset) noexcept;

}  // namespace almanac::rss
