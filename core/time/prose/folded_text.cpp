#include "folded_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <almanac/time/dates/date_civil.hpp>
#include <almanac/time/words/month_names.hpp>

namespace almanac::prose {
namespace {

/// Blanks and punctuation as one ASCII character; 0 for what stays.
char unified(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
  switch (c) {
    case 0xA0:
    case 0x2002:
    case 0x2003:
    case 0x2007:
    case 0x2009:
    case 0x200A:
    case 0x200B:
    case 0x202F:
    case 0x3000:
    case '\t':
      return ' ';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x301C:
    case 0x223C:
      return '~';
    case 0x3001:
    case 0x60C:
      return ',';
    case 0x3002:
      return '.';
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0xB4:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return '"';
    case 0x3010:
    case 0x3014:
      return '[';
    case 0x3011:
    case 0x3015:
      return ']';
    case 0xB7:
    case 0x2022:
    case 0x2219:
    case 0x25CF:
    case 0x30FB:
    case 0x2B25:
      return '|';
    case 0x2192:
    case 0x2794:
    case 0x21D2:
      return '>';
    case 0x2028:
    case 0x2029:
    case '\r':
      return '\n';
    default:
      return 0;
  }
}

constexpr std::size_t fold_step = 16;

/// What a byte of ASCII becomes; 0: no ASCII, or for `unified`.
constexpr auto plain = [] {
  std::array<char, 256> bytes{};
  for (int byte = 1; byte < 0x80; ++byte) bytes[static_cast<std::size_t>(byte)] = dates::lower(static_cast<char>(byte));
  for (const char special : {'\t', '\r', '`'}) bytes[static_cast<std::size_t>(special)] = 0;
  return bytes;
}();

/// Folds sixteen bytes at once; how many of them, up to the first that needs a closer look.
std::size_t fold_block(const char* from, char* to) noexcept {
#if defined(__SSE2__)
  const auto all = [](char byte) { return _mm_set1_epi8(byte); };
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  const __m128i capital = _mm_and_si128(_mm_cmpgt_epi8(bytes, all('A' - 1)), _mm_cmplt_epi8(bytes, all('Z' + 1)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_add_epi8(bytes, _mm_and_si128(capital, all(0x20))));
  // Signed: all beyond ASCII is less than a blank, too.
  const __m128i low = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, all('\n')), _mm_cmplt_epi8(bytes, all(' ')));
  const auto special = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(low, _mm_cmpeq_epi8(bytes, all('`')))));
  return static_cast<std::size_t>(std::countr_zero(special | 1U << fold_step));
#else
  for (std::size_t at = 0; at < fold_step; ++at) {
    to[at] = plain[static_cast<unsigned char>(from[at])];
    if (to[at] == 0) return at;
  }
  return fold_step;
#endif
}

/// Folds the characters that a text begins with and that become one byte each; their number.
std::size_t fold_plain(std::string_view text, char* out) noexcept {
  for (std::size_t at = 0;;) {
    while (at + fold_step <= text.size()) {
      const std::size_t folded = fold_block(text.data() + at, out + at);
      if (folded < fold_step) {
        at += folded;
        break;
      }
      at += fold_step;  // no sum of what was found: the next block is read before this one is known
    }
    for (const std::size_t end = std::min(at + fold_step, text.size()); at < end; ++at) {
      const char c = plain[static_cast<unsigned char>(text[at])];
      if (c == 0) return at;
      out[at] = c;
    }
    if (at == text.size()) return at;
  }
}

/// Writes one character as UTF-8; returns its end.
char* put(char* out, char32_t c) {
  const auto byte = [&](char32_t value) { *out++ = static_cast<char>(value); };
  const auto tail = [&](unsigned bits) { byte(0x80U | (c >> bits & 0x3FU)); };
  if (c < 0x80)
    byte(c);
  else if (c < 0x800)
    byte(0xC0U | c >> 6U), tail(0);
  else if (c < 0x10000)
    byte(0xE0U | c >> 12U), tail(6), tail(0);
  else
    byte(0xF0U | c >> 18U), tail(12), tail(6), tail(0);
  return out;
}

}  // namespace

void FoldedText::align(std::size_t folded, std::size_t source) {
  if (!shifts_.empty() && source - folded == shifts_.back().source - shifts_.back().folded) return;
  shifts_.push_back({static_cast<std::uint32_t>(folded), static_cast<std::uint32_t>(source)});
}

void FoldedText::add(std::string_view text, std::uint32_t origin) {
  static_assert(spare >= 8, "a character folds to at most two");
  std::size_t size = size_;
  folded_.resize(size + text.size() + spare);
  align(size, origin);
  for (std::size_t at = 0; at < text.size();) {
    if (plain[static_cast<unsigned char>(text[at])] != 0) {
      const std::size_t same = fold_plain(text.substr(at), folded_.data() + size);
      at += same, size += same;
      if (at == text.size()) break;
    }
    char* out = folded_.data() + size;
    char32_t c = dates::next_code_point(text, at);
    if (const char same = unified(c)) c = static_cast<unsigned char>(same);
    if (c == 0x81FA) c = 0x53F0;  // 臺 is 台
    char32_t folded[2];
    const int count = dates::fold_code_point(c, folded);
    for (int i = 0; i < count; ++i) out = put(out, folded[i]);
    size = static_cast<std::size_t>(out - folded_.data());
    if (at < text.size()) align(size, origin + at);
    if (folded_.size() < size + (text.size() - at) + spare) folded_.resize(folded_.size() * 3 / 2 + spare);
  }
  size_ = size;
  std::memset(folded_.data() + size, 0, spare);
}

std::uint32_t FoldedText::origin_of(std::size_t offset) const noexcept {
  if (const Shift& last = shifts_.back(); last.folded <= offset)
    return last.source + static_cast<std::uint32_t>(offset - last.folded);
  const auto behind = std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                                       [](std::size_t value, const Shift& shift) { return value < shift.folded; });
  const Shift& shift = *std::prev(behind);
  return shift.source + static_cast<std::uint32_t>(offset - shift.folded);
}

OriginWalk::OriginWalk(const FoldedText& text, std::size_t from) noexcept
    : next_(text.shifts_.data()), end_(text.shifts_.data() + text.shifts_.size()) {
  next_ = std::lower_bound(next_, end_, from,
                           [](const FoldedText::Shift& shift, std::size_t value) { return shift.folded < value; });
  if (next_ != text.shifts_.data()) ahead_ = next_[-1].source - next_[-1].folded;
}

}  // namespace almanac::prose
