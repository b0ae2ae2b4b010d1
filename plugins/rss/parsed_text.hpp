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

/// A text and the parser's copy of it, which pugixml overwrites. What long CDATA sections hold is left out of the copy,
/// as a parser looks at each byte and most of a feed stands in them: whoever reads the tree gets texts and places here.
/// Must outlive the tree.
class ParsedText {
 public:
  ParsedText() = default;
  ParsedText(const ParsedText&) = delete;
  ParsedText& operator=(const ParsedText&) = delete;

  /// Parses `text`, which must outlive the tree, too. `cdata` are sections to leave out, in order, as check_xml finds
  /// them in what `text` is a part of; it begins there at `from`.
  pugi::xml_parse_result parse(std::string_view text, pugi::xml_document& tree, std::span<const TextSpan> cdata = {},
                               std::size_t from = 0);

  std::string_view text() const noexcept { return text_; }
  /// The character data of a text node; of an element, what of it stands before all else in it.
  std::string_view value_of(const pugi::xml_node& node) const noexcept;
  /// The text from the name of an element on.
  std::string_view from_name_of(const pugi::xml_node& element) const noexcept;
  /// Keeps no copy of more than `bytes`. The tree must be gone.
  void shrink(std::size_t bytes) noexcept {
    if (copy_.capacity() > bytes) std::string().swap(copy_);
  }

 private:
  /// What is left out.
  struct Cut {
    std::size_t at = 0;        ///< in the copy
    std::string_view content;  ///< of the text
  };

  std::string_view text_;
  std::string copy_;
  std::vector<Cut> cuts_;  ///< in order
};

/// ALMANAC_E_LIMIT when the tree took too much memory, ALMANAC_E_FORMAT when the text is no XML.
almanac_status status_of(const pugi::xml_parse_result& parsed) noexcept;

}  // namespace almanac::rss
