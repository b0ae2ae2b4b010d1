#pragma once
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// A TEXT value (RFC 5545 §3.3.11) as characters: \n and \N are line breaks; \\ \, \; \: and \" the character itself;
/// another backslash stands for itself. A text without a backslash comes back as it is.
std::string_view unescape(std::string_view text, Arena& arena);

/// Takes the first value of a list off `list`: up to the next separator that no backslash escapes. Still escaped,
/// trimmed.
std::string_view take_item(std::string_view& list, std::string_view separators) noexcept;

/// Quoted-printable octets (RFC 2045 §6.7) as UTF-8; `charset` is the CHARSET parameter, or empty. CRLF becomes LF.
std::string_view read_quoted_printable(std::string_view text, std::string_view charset, Arena& arena);

/// Base64 digits as UTF-8 text in the same way.
std::string_view read_base64(std::string_view text, std::string_view charset, Arena& arena);

}  // namespace almanac::ical
