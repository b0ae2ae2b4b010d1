#pragma once
#include <string>
#include <string_view>

namespace almanac::rss {

enum class Repair {
  references,  ///< only named references that XML does not know
  everything
};

/// Rewrites broken XML into well-formed XML, as close to what its author meant as a reader can guess: what precedes the
/// feed's root is dropped, stray "<" and "&" are escaped, HTML's named references and those that the DOCTYPE declares
/// as plain text become characters, end tags close what was left open (or are dropped when nothing fits), a new item
/// closes the old one, attributes get quotes, repeated ones go, comments, instructions and the DOCTYPE go. One pass, no
/// recursion; an end tag looks at no more than max_depth open elements. The result is at most six times as long as the
/// input plus 1 MiB. Throws std::length_error for elements deeper than max_depth.
std::string repair_xml(std::string_view text, Repair what);

}  // namespace almanac::rss
