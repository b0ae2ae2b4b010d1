#include "item_trees.hpp"

namespace almanac::rss {
namespace {

// Comments, instructions and the DOCTYPE are skipped; blanks between elements make no nodes; the first text of an
// element is kept in it; line ends become LF and blanks in attributes are normalised, as XML 1.0 §2.11 and §3.3.3 ask.
constexpr unsigned parse_flags =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_embed_pcdata;

constexpr std::string_view empty_item = "<item/>";

}  // namespace

pugi::xml_parse_result parse_xml(std::string& buffer, pugi::xml_document& tree) {
  return tree.load_buffer_inplace(buffer.data(), buffer.size(), parse_flags, pugi::encoding_utf8);
}

almanac_status status_of(const pugi::xml_parse_result& parsed) noexcept {
  if (parsed) return ALMANAC_OK;
  return parsed.status == pugi::status_out_of_memory ? ALMANAC_E_LIMIT : ALMANAC_E_FORMAT;
}

pugi::xml_parse_result ItemTrees::parse_rest(pugi::xml_document& tree) {
  std::size_t at = 0;
  for (const ElementSpan item : items_) {
    rest_ += text_.substr(at, item.from - at);
    places_.push_back(rest_.size() + 1);
    rest_ += empty_item;
    at = item.to;
  }
  rest_ += text_.substr(at);
  rest_buffer_ = rest_;
  const pugi::xml_parse_result parsed = parse_xml(rest_buffer_, tree);
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
  item_buffer_.assign(text_of(items_[next_++]));
  parsed_ = parse_xml(item_buffer_, item_);
  return true;
}

void ItemTrees::forget() {
  item_.reset();
  memory_.rewind(before_items_);
}

}  // namespace almanac::rss
