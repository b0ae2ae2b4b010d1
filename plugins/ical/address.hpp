#pragma once
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// Whether the text begins with a scheme (RFC 3986 §3.1) of at least two letters, so that it is an absolute address.
bool has_scheme(std::string_view text) noexcept;
bool is_web_address(std::string_view text) noexcept;  ///< http or https

/// A URI value as an absolute address: outer blanks and angle brackets cut, TEXT escapes of careless exporters undone,
/// "www.…" completed, a relative reference resolved against `base`. Empty stays empty.
std::string_view absolute_address(std::string_view value, std::string_view base, Arena& arena);

}  // namespace almanac::ical
