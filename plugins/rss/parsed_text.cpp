#include "parsed_text.hpp"

#include <algorithm>

#include "xml_references.hpp"

namespace almanac::rss {
namespace {

// Comments, instructions and the DOCTYPE are skipped; blanks between elements make no nodes; the first text of an
// element is kept in it; line ends become LF and blanks in attributes are normalised, as XML 1.0 §2.11 and §3.3.3 ask.
constexpr unsigned parse_flags =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_embed_pcdata;

/// What stands in the copy for a text that is left out.
constexpr char stand_in = '~';

}  // namespace

pugi::xml_parse_result ParsedText::parse(std::string_view text, pugi::xml_document& tree,
                                         std::span<const LongText> left_out, std::size_t from) {
  text_ = text;
  copy_.clear();
  cuts_.clear();
  decoded_size_ = 0;
  std::size_t decoded = 0;
  for (const LongText& one : left_out)
    if (one.refers) decoded += one.to - one.from;
  if (decoded_.size() < decoded + decoding_room) decoded_.resize(decoded + decoding_room);
  std::size_t done = 0;
  for (const LongText& one : left_out) {
    copy_ += text.substr(done, one.from - from - done);
    done = one.to - from;
    cuts_.push_back({copy_.size(), done, content_of(text.substr(one.from - from, one.to - one.from), one.refers)});
    copy_ += stand_in;
  }
  copy_ += text.substr(done);
  return tree.load_buffer_inplace(copy_.data(), copy_.size(), parse_flags, pugi::encoding_utf8);
}

std::string_view ParsedText::content_of(std::string_view text, bool refers) {
  if (!refers) return text;
  char* const begin = decoded_.data() + decoded_size_;
  const std::size_t size = decode_references(text, begin);
  decoded_size_ += size;
  return {begin, size};
}

std::string_view ParsedText::value_of(const pugi::xml_node& node) const noexcept {
  const char* const value = node.value();
  if (*value != stand_in || cuts_.empty()) return value;
  const auto at = static_cast<std::size_t>(value - copy_.data());
  const auto cut = std::lower_bound(cuts_.begin(), cuts_.end(), at,
                                    [](const Cut& one, std::size_t place) { return one.at < place; });
  return cut != cuts_.end() && cut->at == at ? cut->content : value;
}

std::string_view ParsedText::from_name_of(const pugi::xml_node& element) const noexcept {
  const std::ptrdiff_t offset = element.offset_debug();
  if (offset < 0) return {};
  auto place = static_cast<std::size_t>(offset);
  if (!cuts_.empty()) {
    const auto behind = std::upper_bound(cuts_.begin(), cuts_.end(), place,
                                         [](std::size_t value, const Cut& one) { return value < one.at; });
    if (behind != cuts_.begin()) place += behind[-1].end - (behind[-1].at + 1);
  }
  return text_.substr(std::min(place, text_.size()));
}

almanac_status status_of(const pugi::xml_parse_result& parsed) noexcept {
  if (parsed) return ALMANAC_OK;
  return parsed.status == pugi::status_out_of_memory ? ALMANAC_E_LIMIT : ALMANAC_E_FORMAT;
}

}  // namespace almanac::rss
