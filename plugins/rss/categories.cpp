#include "categories.hpp"

#include <algorithm>

namespace almanac::rss {

void add_category(std::vector<almanac_str>& list, std::string_view word) {
  word = trim_controls(word);
  if (word.empty() || list.size() >= 500) return;
  const bool known =
      std::any_of(list.begin(), list.end(), [word](almanac_str other) { return sdk::view(other) == word; });
  if (!known) list.push_back(sdk::borrow(word));
}

void add_keywords(std::vector<almanac_str>& list, std::string_view words) {
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    add_category(list, words.substr(0, comma));
    words.remove_prefix(std::min(comma + 1, words.size()));
  }
}

void read_category(Walker& walker, const Element& element, std::vector<almanac_str>& list) {
  std::string_view word = Walker::attribute(element.node, "term");
  if (word.empty()) word = Walker::attribute(element.node, "label");
  if (word.empty() && element.name.space == Space::itunes) word = Walker::attribute(element.node, "text");
  if (word.empty()) word = walker.text(element.node);
  add_category(list, word);
  if (element.name.space != Space::itunes) return;
  for (const pugi::xml_node node : element.node.children())
    if (node.type() == pugi::node_element) add_category(list, Walker::attribute(node, "text"));
}

}  // namespace almanac::rss
