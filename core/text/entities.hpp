#pragma once
#include <almanac/base/literals.hpp>
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac {

/// Where a character reference stands: attributes keep "&copy=" as it is (WHATWG HTML §13.2.5.73).
enum class ReferencePlace { text, attribute };

/// Reads the character reference at the beginning of `text`, which begins with "&", and appends what it stands for.
/// Returns the number of characters read; 0 when it is none (the "&" stands for itself). Never appends controls,
/// surrogates or noncharacters: numbers of these give U+FFFD or nothing; 0x80…0x9F are read as windows-1252. Constant
/// time but for leading zeros.
std::size_t append_reference(std::string& out, std::string_view text, ReferencePlace place = ReferencePlace::text);

/// One of the five references that XML knows.
struct CommonReference {
  std::size_t size = 0;  ///< 0: it is none of these
  char character = '\0';
};
/// The one that `text` begins with: nearly all references are one of these.
constexpr CommonReference common_reference(std::string_view text) noexcept {
  if (begins_with(text, "&amp;")) return {5, '&'};
  if (begins_with(text, "&lt;")) return {4, '<'};
  if (begins_with(text, "&gt;")) return {4, '>'};
  if (begins_with(text, "&quot;")) return {6, '"'};
  if (begins_with(text, "&apos;")) return {6, '\''};
  return {};
}

/// `text` with its references resolved, as the value of an attribute.
std::string attribute_value(std::string_view text);

}  // namespace almanac
