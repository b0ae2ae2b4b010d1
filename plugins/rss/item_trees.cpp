#include "item_trees.hpp"

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view empty_item = "<item/>";

}  // namespace

pugi::xml_parse_result ItemTrees::parse_rest(pugi::xml_document& tree) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < items_.size(); at = items_[i++].to) {
    const std::string_view between = text_.substr(at, items_[i].from - at);
    if (i == 0 || !is_blank(between)) {
      rest_ += between;
      places_.push_back({rest_.size() + 1, i, i});
      rest_ += empty_item;
    }
    places_.back().end = i + 1;
  }
  rest_ += text_.substr(at);
  const pugi::xml_parse_result parsed = rest_text_.parse(rest_, tree);
  before_items_ = memory_.mark();
  return parsed;
}

bool ItemTrees::stands_for_items(pugi::xml_node node) {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0) return false;
  const auto name = static_cast<std::size_t>(offset);
  while (next_place_ < places_.size() && places_[next_place_].name < name) ++next_place_;
  if (next_place_ == places_.size() || places_[next_place_].name != name) return false;
  next_item_ = places_[next_place_].first, end_ = places_[next_place_].end;
  ++next_place_;
  return true;
}

bool ItemTrees::parse_next() {
  if (next_item_ == end_) return false;
  forget();
  parse_item(items_[next_item_++]);
  return true;
}

void ItemTrees::parse_item(TextSpan item) {
  std::size_t before = 0, inside = 0;
  while (before < texts_.size() && texts_[before].from < item.from) ++before;
  texts_ = texts_.subspan(before);
  while (inside < texts_.size() && texts_[inside].from < item.to) ++inside;
  parsed_ = item_text_.parse(text_.substr(item.from, item.to - item.from), item_, texts_.first(inside), item.from);
}

void ItemTrees::forget() {
  item_.reset();
  memory_.rewind(before_items_);
}

}  // namespace almanac::rss
