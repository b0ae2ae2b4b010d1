#pragma once
#include <string>
#include <string_view>

#include "charset.hpp"

namespace almanac::charset_detail {

/// The charset parameter of a Content-Type (RFC 9110 §8.3), quotes of either kind removed; empty when there is none.
std::string_view charset_parameter(std::string_view content_type);
/// The media type without its parameters, lower-case.
std::string media_type(std::string_view content_type);

/// What the document itself declares: XML declaration (XML 1.0 §4.3.3), or HTML meta (HTML §13.2.3.2; first 4 KiB);
/// empty when it does not. `head` is in an encoding that agrees with ASCII where it matters.
std::string_view declared_in(std::string_view head, Markup markup);

/// A byte order mark, or the look of a first "<", "{" or "B" in a wide encoding without one (XML 1.0 appendix F).
struct Signature {
  std::string_view label;  ///< empty: none
  std::size_t mark = 0;    ///< bytes of the mark itself
};
Signature signature_of(std::string_view bytes);

}  // namespace almanac::charset_detail
