#pragma once
#include <almanac/base/short_text.hpp>
#include <cstdint>
#include <string_view>

namespace almanac {

/// What almanac knows of an HTML element.
struct HtmlElement {
  enum Flag : std::uint16_t {
    paragraph = 1,     ///< its text stands apart, blank lines around
    line = 2,          ///< its text begins a new line
    cell = 4,          ///< its text is set off by a blank
    void_ = 8,         ///< has neither content nor end tag (WHATWG HTML §13.1.2)
    raw = 16,          ///< its content is no markup: skipped to the end tag
    hidden = 32,       ///< its content is not shown
    allowed = 64,      ///< the sanitiser keeps it
    phrasing = 128,    ///< stays inside a paragraph: no parser moves it or closes another element for it
    structure = 256,   ///< html, head, body …: the tag goes, the content stays
    formatting = 512,  ///< parsers open it again by themselves (WHATWG HTML §13.2.4.3)
  };
  ShortText<10> name;
  std::uint16_t flags = 0;
  bool is(int flag) const noexcept { return (flags & flag) != 0; }
};

/// The element of a name in any case; nullptr for an unknown one. Constant time.
const HtmlElement* find_element(std::string_view name) noexcept;

}  // namespace almanac
