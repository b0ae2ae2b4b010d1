#pragma once
#include <almanac_sdk.hpp>
#include <cstddef>
#include <pugixml.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml_check.hpp"

namespace almanac::rss {

/// A text and the parser's copy of it, which pugixml overwrites. Long texts are left out of the copy, as a parser looks
/// at each byte and most of a feed stands in them: whoever reads the tree gets texts and places here. Must outlive the
/// tree.
class ParsedText {
 public:
  ParsedText() = default;
  ParsedText(const ParsedText&) = delete;
  ParsedText& operator=(const ParsedText&) = delete;

  /// Parses `text`, which must outlive the tree, too. `left_out` are long texts, in order, as check_xml finds them in
  /// what `text` is a part of; it begins there at `from`.
  pugi::xml_parse_result parse(std::string_view text, pugi::xml_document& tree, std::span<const LongText> left_out = {},
                               std::size_t from = 0);

  std::string_view text() const noexcept { return text_; }
  /// The character data of a text node; of an element, what of it stands before all else in it.
  std::string_view value_of(const pugi::xml_node& node) const noexcept;
  /// The text from the name of an element on.
  std::string_view from_name_of(const pugi::xml_node& element) const noexcept;
  /// Keeps no copies of more than `bytes`. The tree must be gone.
  void shrink(std::size_t bytes) noexcept {
    for (std::string* const copy : {&copy_, &decoded_})
      if (copy->capacity() > bytes) std::string().swap(*copy);
  }

 private:
  /// What is left out.
  struct Cut {
    std::size_t at = 0;        ///< in the copy, where one character stands for it
    std::size_t end = 0;       ///< in the text
    std::string_view content;  ///< of the text, or decoded
  };

  std::string_view content_of(std::string_view text, bool refers);

  std::string_view text_;
  std::string copy_;
  std::string decoded_;           ///< what is left out and had references; never longer than it was in the text
  std::size_t decoded_size_ = 0;  ///< of what is in use
  std::vector<Cut> cuts_;         ///< in order
};

/// ALMANAC_E_LIMIT when the tree took too much memory, ALMANAC_E_FORMAT when the text is no XML.
almanac_status status_of(const pugi::xml_parse_result& parsed) noexcept;

}  // namespace almanac::rss
