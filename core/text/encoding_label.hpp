#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac::charset_detail {

/// A character encoding that can be read.
struct Encoding {
  std::string_view name;                                         ///< lower-case label for people: "windows-1252"
  std::string_view iconv;                                        ///< what iconv calls it; empty: read by ourselves
  enum class Width { bytes, multi, wide } width = Width::bytes;  ///< one byte a character; several; two or four
};

/// Finds the encoding of a label (WHATWG Encoding §4.2; case, outer blanks and quotes do not matter; "_" and "-" are
/// alike), with a few more that feeds use (IBM code pages, EBCDIC). Nothing for an unknown one.
std::optional<Encoding> find_encoding(std::string_view label);

}  // namespace almanac::charset_detail
