#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac::url_detail {

/// The five parts of an address or reference (RFC 3986 appendix B), as views into the text that was split.
struct Reference {
  std::optional<std::string_view> scheme, authority;
  std::string_view path;
  std::optional<std::string_view> query, fragment;
};

/// Splits any text; never fails. `slashes` takes "\" for "/" before the query, as browsers do for web addresses: the
/// text must have been passed through `clean` first.
Reference split(std::string_view text);

/// RFC 3986 §3.1: the scheme that `text` begins with, without its colon; nothing when there is none.
std::optional<std::string_view> scheme_of(std::string_view text);

/// Whether a scheme (any case) is one that browsers read hierarchically: http, https, file, ftp, ws, wss.
bool is_special(std::string_view scheme);

/// WHATWG URL §4.4 preparation: outer C0 controls and blanks cut, TAB, LF and CR removed anywhere.
std::string clean(std::string_view text);
/// Turns "\" into "/" up to the first "?" or "#".
void straighten_slashes(std::string& text);

/// RFC 3986 §5.2.4, linear; also takes "%2e" for a dot (WHATWG).
std::string remove_dot_segments(std::string_view path);

/// RFC 3986 §5.2.2 and §5.3 for a reference without a scheme.
std::string resolve_relative(const Reference& base, const Reference& reference);

}  // namespace almanac::url_detail
