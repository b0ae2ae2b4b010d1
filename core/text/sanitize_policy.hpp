#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac::sanitize_detail {

/// How the value of an attribute is judged.
enum class AttributeKind : std::uint8_t {
  refused,
  text,   ///< any characters: title, alt
  word,   ///< letters, digits and a few marks: width, colspan, datetime
  link,   ///< an address to go to
  media,  ///< an address that is loaded
  style,  ///< declarations, filtered by property
};

/// The allow-list of attributes. Both names in lower case.
AttributeKind attribute_kind(std::string_view element, std::string_view attribute);

/// What is put behind the attributes of every link.
inline constexpr std::string_view link_relation = " rel=\"noopener noreferrer nofollow\"";

/// Appends ` name="value"` when the policy lets it: `value` with references resolved; addresses are made absolute and
/// checked for their scheme, declarations filtered.
void append_attribute(std::string& out, std::string_view element, std::string_view attribute, std::string_view value,
                      std::string_view base);

/// The allowed declarations of a style attribute, "name: value;" separated by blanks; may be empty. No address, no
/// function but colours, nothing that leaves the text's own box. Idempotent.
std::string safe_style(std::string_view style);

/// The address if it may be shown, made absolute; else empty. Media are loaded by http(s) only, or are small pictures
/// in data: addresses.
std::string safe_address(std::string_view address, std::string_view base, AttributeKind kind);

/// Whether an attribute of a picture says that one of its sides shows nothing: with both, it only tells its server who
/// reads.
bool is_pixel_side(std::string_view attribute, std::string_view value);

/// Appends text with "&", "<", ">" and the quote as references; controls go.
void append_escaped(std::string& out, std::string_view text);

/// Elements open at the same time, in all and of those that HTML parsers open again by themselves: bounds what a parser
/// makes of it.
inline constexpr std::size_t deepest = 200, deepest_formatting = 8;

}  // namespace almanac::sanitize_detail
