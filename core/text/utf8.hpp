#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac {

/// U+FFFD, which stands for what cannot be read.
inline constexpr std::string_view replacement_character = "\uFFFD";

/// Length of the longest prefix of bytes below 0x80. Sixteen bytes a step where the processor allows.
std::size_t ascii_prefix(std::string_view text) noexcept;

/// The code point that begins at `at`, and its length in bytes (Unicode §3.9, table 3-7). An ill-formed sequence gives
/// `valid` = false and the length of its maximal subpart, at least 1: what one U+FFFD stands for. `at` must be inside
/// the text.
struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint8_t length = 1;
  bool valid = false;
};
CodePoint code_point_at(std::string_view text, std::size_t at) noexcept;

/// Appends a code point as UTF-8; surrogates and values past U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t value);

/// What the bytes of a text are, found in one pass.
struct Utf8Scan {
  bool valid = true;           ///< well-formed UTF-8
  bool controls = false;       ///< has C0 controls other than TAB, LF, CR
  bool c1 = false;             ///< has U+0080…U+009F; known only for well-formed stretches
  std::size_t wide = 0;        ///< well-formed sequences of two or more bytes
  std::size_t long_ = 0;       ///< of these, of three or four bytes
  std::size_t errors = 0;      ///< ill-formed sequences
  std::size_t last_error = 0;  ///< offset of the last one
};
/// Linear; over 2 GB/s on ASCII.
Utf8Scan scan_utf8(std::string_view text) noexcept;

}  // namespace almanac
