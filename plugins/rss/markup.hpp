#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac::rss {

/// `source` begins with the name of a start tag in well-formed XML. Returns what stands between that tag and its end
/// tag as HTML source: name prefixes and namespace declarations removed, CDATA escaped, `<p/>` written `<p></p>`, void
/// elements without an end, comments and instructions dropped. Stops after `most` bytes. One pass, no recursion.
std::string inner_html(std::string_view source, std::size_t most);

}  // namespace almanac::rss
