#include "item_trees.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view empty_item = "<item/>";

}  // namespace

pugi::xml_parse_result ItemTrees::parse_rest(pugi::xml_document& tree) {
  std::size_t at = 0;
  for (const TextSpan item : items_) {
    rest_ += text_.substr(at, item.from - at);
    places_.push_back(rest_.size() + 1);
    rest_ += empty_item;
    at = item.to;
  }
  rest_ += text_.substr(at);
  const pugi::xml_parse_result parsed = rest_text_.parse(rest_, tree);
  before_items_ = memory_.mark();
  return parsed;
}

bool ItemTrees::parse_if_item(pugi::xml_node node) {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0) return false;
  const auto place = static_cast<std::size_t>(offset);
  while (next_ < places_.size() && places_[next_] < place) ++next_;
  if (next_ == places_.size() || places_[next_] != place) return false;
  forget();
  parse_item(items_[next_++]);
  return true;
}

void ItemTrees::parse_item(TextSpan item) {
  std::size_t before = 0, inside = 0;
  while (before < cdata_.size() && cdata_[before].from < item.from) ++before;
  cdata_ = cdata_.subspan(before);
  while (inside < cdata_.size() && cdata_[inside].from < item.to) ++inside;
  parsed_ = item_text_.parse(text_.substr(item.from, item.to - item.from), item_, cdata_.first(inside), item.from);
}

void ItemTrees::forget() {
  item_.reset();
  memory_.rewind(before_items_);
}

}  // namespace almanac::rss
