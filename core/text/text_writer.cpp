#include "text_writer.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/literals.hpp>
#include <bit>
#include <cstring>

#include "entities.hpp"
#include "html.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac {
namespace {

#if defined(__SSE2__)
// The bytes of a block that are not copied as they are, a bit each: "&", controls, the first byte of U+0080 to U+00BF,
// and a blank after a blank; `carry` is 1 when one stands before the block.
unsigned special_bytes(const char* text, unsigned& carry) {
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
  const auto spaces = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, all(' '))));
  const __m128i control = _mm_andnot_si128(block, _mm_cmplt_epi8(block, all(' ')));  // sign bit of bytes 0x00 to 0x1F
  const __m128i special =
      _mm_or_si128(_mm_cmpeq_epi8(block, all('&')), _mm_cmpeq_epi8(block, all(static_cast<char>(0xC2))));
  const unsigned doubled = spaces & ((spaces << 1) | carry);
  carry = spaces >> 15 & 1;
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(special, control))) | doubled;
}
#endif

// Copies what a text begins with, which is no blank, up to the next thing that is not copied as it is: "&", a control
// or line end, a blank after a blank, or the first byte of U+0080 to U+00BF; how many bytes, one at least. As much as
// the text is long may be written. Sixteen bytes a step, the last ones with some before them.
std::size_t copy_run(std::string_view text, char* to) {
  to[0] = text[0];
  std::size_t at = 1;
#if defined(__SSE2__)
  constexpr std::size_t step = 16;
  const auto copy = [&](std::size_t from) { std::memcpy(to + from, text.data() + from, step); };
  unsigned carry = 0;
  for (; at + step <= text.size(); at += step) {
    copy(at);
    if (const unsigned stop = special_bytes(text.data() + at, carry); stop != 0)
      return at + static_cast<std::size_t>(std::countr_zero(stop));
  }
  if (at < text.size() && text.size() >= step) {
    const std::size_t from = text.size() - step;
    copy(from);
    const unsigned seen = (1U << (at - from)) - 1;
    const unsigned stop = special_bytes(text.data() + from, carry) & ~seen;
    return stop != 0 ? from + static_cast<std::size_t>(std::countr_zero(stop)) : text.size();
  }
#endif
  for (; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '&' || c < 0x20 || c == 0xC2 || (c == ' ' && text[at - 1] == ' ')) return at;
    to[at] = text[at];
  }
  return at;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

}  // namespace

void TextWriter::begin_word() {
  if (size_ > 0) {
    for (; lines_ > 0; --lines_, space_ = false) put('\n');
    if (space_) put(' ');
  }
  lines_ = 0;
  space_ = false;
  if (bullet_) {
    bullet_ = false;
    put("\u2022 ");
  }
}

void TextWriter::break_lines(std::uint8_t count) {
  if (layout_ == Layout::one_line) {
    space_ = true;
  } else {
    lines_ = std::max(lines_, count);
  }
}

std::size_t TextWriter::reference(std::string_view html) {
  if (const CommonReference common = common_reference(html); common.size != 0) {
    begin_word();
    put(common.character);
    return common.size;
  }
  std::string read;
  const std::size_t length = append_reference(read, html);
  if (!length) {
    begin_word();
    put('&');
    return 1;
  }
  run(read, false);
  return length;
}

void TextWriter::run(std::string_view text, bool references) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == ' ' || is_control(c)) {
      if (c == ' ' || is_space(c)) space_ = true;
      ++at;
    } else if (c == '&' && references) {
      at += reference(text.substr(at));
    } else if (begins_with(text.substr(at), "\u00a0")) {
      space_ = true;
      at += 2;
    } else {
      begin_word();
      const std::string_view rest = text.substr(at);
      make_room(rest.size());
      const std::size_t copied = copy_run(rest, out_.data() + size_);
      space_ = rest[copied - 1] == ' ';
      size_ += copied - (space_ ? 1 : 0);
      at += copied;
    }
  }
}

void TextWriter::text(std::string_view text) { run(text, false); }
void TextWriter::html(std::string_view html) { run(html, true); }

void TextWriter::preformatted(std::string_view html) {
  if (layout_ == Layout::one_line) return run(html, true);
  std::string read = resolve_entities(html);
  std::erase_if(read, [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
  std::string_view kept = read;
  if (size_ == 0 || lines_) kept.remove_prefix(std::min(kept.find_first_not_of('\n'), kept.size()));
  if (kept.empty()) return;
  const auto last = kept.find_last_not_of(" \t\n");
  if (last == kept.npos) {
    const auto ends = std::count(kept.begin(), kept.end(), '\n');
    if (ends) return break_lines(static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(ends, 2)));
    space_ = true;
    return;
  }
  begin_word();
  put(kept.substr(0, last + 1));
  const auto rest = kept.substr(last + 1);
  if (const auto ends = std::count(rest.begin(), rest.end(), '\n')) {
    break_lines(static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(ends, 100)));
  } else {
    space_ = !rest.empty();
  }
}

}  // namespace almanac
