#pragma once
#include <string>
#include <string_view>

namespace almanac::url_detail {

/// Which part of an address is encoded: each has its own set of characters that may stand for themselves (RFC 3986 §3).
enum class UrlPart { userinfo, path, query, fragment };

/// Appends `text` with everything percent-encoded that may not stand in that part; valid "%XX" stay as they are, a "%"
/// that begins none becomes "%25".
void append_encoded(std::string& out, std::string_view text, UrlPart part);

/// Resolves each valid "%XX" once.
std::string percent_decode(std::string_view text);

/// Encodes blanks, quotes, angle brackets, controls and stray "%" only: links as documents publish them keep their
/// other characters.
void append_tidied(std::string& out, std::string_view text);

}  // namespace almanac::url_detail
