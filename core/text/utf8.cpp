#include "utf8.hpp"

#include <bit>
#include <cstring>

#include "charset.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac {
namespace {

bool is_continuation(std::string_view text, std::size_t at, unsigned char low = 0x80, unsigned char high = 0xBF) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= low && byte <= high;
}

bool is_removed_control(unsigned char byte) { return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; }

// Runs over ASCII, noting controls; returns the offset of the next byte past 0x7F, or the size.
std::size_t skip_ascii(std::string_view text, std::size_t at, bool& controls) noexcept {
#if defined(__SSE2__)
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  const auto block_at = [&](std::size_t from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
  };
  const auto is_control = [&](__m128i block) {  // but those of blanks
    const auto is = [&](char c) { return _mm_cmpeq_epi8(block, all(c)); };
    const __m128i kept = _mm_or_si128(is('\t'), _mm_or_si128(is('\n'), is('\r')));
    return _mm_andnot_si128(kept, _mm_cmpeq_epi8(_mm_min_epu8(block, all(0x1F)), block));
  };
  __m128i found = _mm_setzero_si128();
  for (; at + 32 <= text.size(); at += 32) {
    const __m128i one = block_at(at), two = block_at(at + 16);
    if (_mm_movemask_epi8(_mm_or_si128(one, two))) break;
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(_mm_min_epu8(one, two), all(0x1F)), _mm_min_epu8(one, two));
    if (_mm_movemask_epi8(low)) found = _mm_or_si128(found, _mm_or_si128(is_control(one), is_control(two)));
  }
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i block = block_at(at);
    if (_mm_movemask_epi8(block)) break;
    found = _mm_or_si128(found, is_control(block));
  }
  if (_mm_movemask_epi8(found)) controls = true;
#endif
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
    if (is_removed_control(static_cast<unsigned char>(text[at]))) controls = true;
  }
  return at;
}

}  // namespace

std::size_t ascii_prefix(std::string_view text) noexcept {
  std::size_t at = 0;
#if defined(__SSE2__)
  const auto block_at = [&](std::size_t from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
  };
  for (; at + 64 <= text.size(); at += 64)
    if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(block_at(at), block_at(at + 16)),
                                       _mm_or_si128(block_at(at + 32), block_at(at + 48)))))
      break;
  for (; at + 16 <= text.size(); at += 16) {
    const int mask = _mm_movemask_epi8(block_at(at));
    if (mask) return at + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(mask)));
  }
#else
  for (std::uint64_t word; at + 8 <= text.size(); at += 8) {
    std::memcpy(&word, text.data() + at, 8);
    if (word & 0x8080808080808080u) break;
  }
#endif
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  if (lead < 0xE0) {
    if (!is_continuation(text, at + 1)) return {};
    return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2, true};
  }
  unsigned char low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;   // overlong
  if (lead == 0xED) high = 0x9F;  // surrogates
  if (lead == 0xF0) low = 0x90;   // overlong
  if (lead == 0xF4) high = 0x8F;  // past U+10FFFF
  if (!is_continuation(text, at + 1, low, high)) return {};
  if (!is_continuation(text, at + 2)) return {0xFFFD, 2, false};
  const char32_t three = ((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
  if (lead < 0xF0) return {three, 3, true};
  if (!is_continuation(text, at + 3)) return {0xFFFD, 3, false};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4, true};
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    out += replacement_character;
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

Utf8Scan scan_utf8(std::string_view text) noexcept {
  Utf8Scan scan;
  std::size_t at = 0;
  while ((at = skip_ascii(text, at, scan.controls)) < text.size()) {
    do {
      const CodePoint point = code_point_at(text, at);
      if (point.valid) {
        ++scan.wide;
        if (point.length > 2) ++scan.long_;
        if (point.value < 0xA0) scan.c1 = true;
      } else {
        scan.valid = false;
        ++scan.errors;
        scan.last_error = at;
      }
      at += point.length;
    } while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80);
  }
  return scan;
}

bool is_valid_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while ((at += ascii_prefix(text.substr(at))) < text.size()) {
    do {
      const CodePoint point = code_point_at(text, at);
      if (!point.valid) return false;
      at += point.length;
    } while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80);
  }
  return true;
}

std::size_t repair_utf8(std::string& text) {
  if (is_valid_utf8(text)) return 0;
  std::string repaired;
  repaired.reserve(text.size() + 64);
  std::size_t replaced = 0;
  const std::string_view source = text;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t ascii = ascii_prefix(source.substr(at));
    repaired.append(source.substr(at, ascii));
    at += ascii;
    while (at < source.size() && static_cast<unsigned char>(source[at]) >= 0x80) {
      const CodePoint point = code_point_at(source, at);
      if (point.valid) {
        repaired.append(source.substr(at, point.length));
      } else {
        repaired.append(replacement_character);
        ++replaced;
      }
      at += point.length;
    }
  }
  text = std::move(repaired);
  return replaced;
}

}  // namespace almanac
