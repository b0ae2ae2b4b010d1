#pragma once
#include <almanac_sdk.hpp>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml_check.hpp"
#include "xml_memory.hpp"

namespace almanac::rss {

/// The items of a long feed, apart from the rest of it: that is parsed with an empty element for each item, and each
/// item when it is read. So the tree of one item is held at a time.
class ItemTrees {
 public:
  /// `text` has passed check_xml, which found the items; `memory` is lent to trees now. All must outlive the object.
  ItemTrees(std::string_view text, std::span<const ElementSpan> items, XmlMemory& memory)
      : text_(text), items_(items), memory_(memory) {}
  ItemTrees(const ItemTrees&) = delete;
  ItemTrees& operator=(const ItemTrees&) = delete;
  ~ItemTrees() { forget(); }

  /// Parses all but the items into `tree`.
  pugi::xml_parse_result parse_rest(pugi::xml_document& tree);
  /// Whether a node of that tree stands for an item, in which case it is parsed; the one before is gone. To be asked
  /// in document order.
  bool parse_if_item(pugi::xml_node node);
  const pugi::xml_parse_result& parsed() const noexcept { return parsed_; }
  pugi::xml_node item() const { return item_.document_element(); }
  /// What the item was parsed from.
  std::string_view item_text() const noexcept { return text_of(items_[next_ - 1]); }
  /// What the rest was parsed from.
  std::string_view rest_text() const noexcept { return rest_; }

 private:
  std::string_view text_of(ElementSpan span) const noexcept { return text_.substr(span.from, span.to - span.from); }
  void forget();

  std::string_view text_;
  std::span<const ElementSpan> items_;
  XmlMemory& memory_;
  std::string rest_, rest_buffer_, item_buffer_;
  std::vector<std::size_t> places_;  ///< of the names of the empty elements
  std::size_t next_ = 0;
  Arena::Mark before_items_;
  pugi::xml_document item_;
  pugi::xml_parse_result parsed_;
};

/// Parses XML as this plugin reads it; `buffer` is overwritten and must outlive the tree.
pugi::xml_parse_result parse_xml(std::string& buffer, pugi::xml_document& tree);
/// ALMANAC_E_LIMIT when the tree took too much memory, ALMANAC_E_FORMAT when the text is no XML.
almanac_status status_of(const pugi::xml_parse_result& parsed) noexcept;

}  // namespace almanac::rss
