#pragma once
#include <cstdint>
#include <string_view>

#include "html_elements.hpp"

namespace almanac {

/// One attribute of a start tag, as written: the value is unquoted but its references are not resolved.
struct HtmlAttribute {
  std::string_view name, value;
};

/// Walks over the attributes of a tag in their order (WHATWG HTML §13.2.5.32 ff.).
class HtmlAttributes {
 public:
  explicit HtmlAttributes(std::string_view inside) : rest_(inside) {}
  bool next(HtmlAttribute& attribute);

 private:
  std::string_view rest_;
};

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, comment } kind = Kind::text;
  std::string_view text;    ///< text, as written; of tags and comments: everything from "<" to ">"
  std::string_view name;    ///< of tags, as written
  std::string_view inside;  ///< of start tags: what stands between the name and ">"
  const HtmlElement* element =
      nullptr;  ///< of tags: nullptr when unknown; of text: the element whose raw content it is
  HtmlAttributes attributes() const { return HtmlAttributes(inside); }
};

/// Whether the content of script, style and their like is wanted.
enum class RawContent : std::uint8_t { skip, keep };

/// Cuts HTML source into tokens: linear, without copies, never fails. The content of script, style and their like
/// comes as no token at all, or as one text if it is to be kept; that of title, textarea and xmp as one text.
/// Comments, doctypes, processing instructions and CDATA marks come as comments (CDATA content as text). A tag that the
/// text ends in is dropped, as browsers do.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html, RawContent scripts = RawContent::skip)
      : html_(html), scripts_(scripts) {}
  bool next(HtmlToken& token);
  /// Offset of what comes next.
  std::size_t position() const noexcept { return at_; }

 private:
  bool next_markup(HtmlToken& token);
  bool take_tag(HtmlToken& token, bool end);
  bool is_open_declaration();
  void take_comment(HtmlToken& token);
  std::size_t end_tag_of(std::string_view name) const;

  std::string_view html_;
  RawContent scripts_;
  std::size_t at_ = 0;
  bool cdata_ = false;
  bool unclosed_ = false;  ///< no ">" is left
  std::string_view raw_;   ///< the element whose content is to be taken raw
};

}  // namespace almanac
