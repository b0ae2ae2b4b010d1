#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac::rss {

/// What CDATA right below an element is: text, as XML has it, or HTML, as in a description of RSS, whose text is HTML.
enum class Cdata { text, html };

/// `source` begins with the name of a start tag in well-formed XML. Returns what stands between that tag and its end
/// tag as HTML source: name prefixes and namespace declarations removed, text in CDATA escaped, `<p/>` written
/// `<p></p>`, void elements without an end, comments and instructions dropped. Stops after `most` bytes. One pass, no
/// recursion.
std::string inner_html(std::string_view source, std::size_t most, Cdata cdata);

}  // namespace almanac::rss
