#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac::charset_detail {

/// A long line of a calendar may be folded inside a character (RFC 5545 §3.1): takes the folds out between two bytes of
/// which the second continues a character.
std::string unfold_characters(std::string_view text);

/// Exporters join calendars of several encodings: when at least as many lines are well-formed UTF-8 beyond ASCII as
/// have more ill-formed sequences than others, reads the latter as windows-1252; returns their number. Otherwise, and
/// when there are none, 0 and nothing is changed.
std::size_t decode_foreign_lines(std::string& text);

}  // namespace almanac::charset_detail
