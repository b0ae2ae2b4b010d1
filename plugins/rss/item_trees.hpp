#pragma once
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsed_text.hpp"
#include "xml_check.hpp"
#include "xml_memory.hpp"

namespace almanac::rss {

/// The items of a long feed, apart from the rest of it: that is parsed with an empty element in place of all items that
/// follow each other, and each item when it is read. So the tree of one item is held at a time.
class ItemTrees {
 public:
  /// `text` has passed check_xml, which found the parts; `memory` is lent to trees now. All must outlive the object.
  ItemTrees(std::string_view text, const XmlParts& parts, XmlMemory& memory)
      : text_(text), items_(parts.items), texts_(parts.texts), memory_(memory) {}
  ItemTrees(const ItemTrees&) = delete;
  ItemTrees& operator=(const ItemTrees&) = delete;
  ~ItemTrees() { forget(); }

  /// Parses all but the items into `tree`.
  pugi::xml_parse_result parse_rest(pugi::xml_document& tree);
  /// Whether a node of that tree stands for items, which are to be parsed now. To be asked in document order.
  bool stands_for_items(pugi::xml_node node);
  /// Parses the next of these, and the one before is gone; false when that was the last.
  bool parse_next();
  const pugi::xml_parse_result& parsed() const noexcept { return parsed_; }
  pugi::xml_node item() const { return item_.document_element(); }
  /// What the item was parsed from.
  const ParsedText& item_text() const noexcept { return item_text_; }
  /// What the rest was parsed from.
  const ParsedText& rest_text() const noexcept { return rest_text_; }

 private:
  /// The element in place of some items.
  struct Place {
    std::size_t name = 0;            ///< where its name stands in the rest
    std::size_t first = 0, end = 0;  ///< of the items
  };

  void parse_item(TextSpan item);
  void forget();

  std::string_view text_;
  std::span<const TextSpan> items_;
  std::span<const LongText> texts_;  ///< those of the items to come
  XmlMemory& memory_;
  std::string rest_;
  ParsedText rest_text_, item_text_;
  std::vector<Place> places_;
  std::size_t next_place_ = 0;
  std::size_t next_item_ = 0, end_ = 0;  ///< those to be parsed now
  Arena::Mark before_items_;
  pugi::xml_document item_;
  pugi::xml_parse_result parsed_;
};

}  // namespace almanac::rss
