#pragma once

namespace almanac {

constexpr bool is_c0(char32_t c) { return c < 0x20 || c == 0x7F; }
constexpr bool is_c1(char32_t c) { return c >= 0x80 && c < 0xA0; }
/// Marks, embeddings, overrides and isolates (Unicode §23.2): they make what stands beside a text look like another
/// one.
constexpr bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
/// Ends of lines and paragraphs that not every program takes for such.
constexpr bool is_line_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }
/// What no output lets through, but for the white space that it knows.
constexpr bool is_obeyed(char32_t c) { return is_c0(c) || is_c1(c) || is_bidi_control(c); }

}  // namespace almanac
