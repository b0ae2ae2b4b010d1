#pragma once
#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <bit>
#include <cstddef>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac::ical {

/// The first C0 control but TAB in [at, end), or end. Line ends and stray controls are found in the same pass.
inline const char* find_control(const char* at, const char* end) noexcept {
#if defined(__SSE2__)
  const __m128i last = _mm_set1_epi8(0x1f), tab = _mm_set1_epi8('\t');
  while (end - at >= 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, last), bytes);
    const int mask = _mm_movemask_epi8(_mm_andnot_si128(_mm_cmpeq_epi8(bytes, tab), low));
    if (mask != 0) return at + std::countr_zero(static_cast<unsigned>(mask));
    at += 16;
  }
#endif
  while (at != end && (static_cast<unsigned char>(*at) > 0x1f || *at == '\t')) ++at;
  return at;
}

/// Characters of a property name: letters, digits, "-", and the "_" and "." of careless writers.
inline constexpr auto name_characters = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c)
    table[c] =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  return table;
}();

/// How many name characters a text begins with. `readable` bytes may be looked at from its beginning: more than the
/// text has, where it lies in a larger one.
inline std::size_t name_length(std::string_view text, std::size_t readable) noexcept {
  std::size_t size = 0;
#if defined(__SSE2__)
  const auto between = [](__m128i bytes, char first, char last) {
    const __m128i from = _mm_sub_epi8(bytes, _mm_set1_epi8(first));
    return _mm_cmpeq_epi8(_mm_min_epu8(from, _mm_set1_epi8(static_cast<char>(last - first))), from);
  };
  for (; size < text.size() && readable - size >= 16; size += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + size));
    const __m128i letters = between(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
    const __m128i marks = _mm_or_si128(between(bytes, '-', '.'), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')));
    const __m128i fits = _mm_or_si128(_mm_or_si128(letters, between(bytes, '0', '9')), marks);
    const unsigned misfits = static_cast<unsigned>(_mm_movemask_epi8(fits)) ^ 0xFFFFu;
    if (misfits != 0) return std::min(text.size(), size + static_cast<std::size_t>(std::countr_zero(misfits)));
  }
  size = std::min(size, text.size());
#endif
  while (size < text.size() && name_characters[static_cast<unsigned char>(text[size])]) ++size;
  return size;
}

inline bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }
inline char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Equal, ASCII letters in any case. `word` is written in upper case.
inline bool is_word(std::string_view text, std::string_view word) noexcept {
  if (text.size() != word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (upper(text[i]) != word[i]) return false;
  return true;
}
inline bool begins_with_word(std::string_view text, std::string_view word) noexcept {
  return text.size() >= word.size() && is_word(text.substr(0, word.size()), word);
}

/// Shortened to at most `size` bytes, never inside a UTF-8 sequence.
inline std::string_view cut_utf8(std::string_view text, std::size_t size) noexcept {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

}  // namespace almanac::ical
