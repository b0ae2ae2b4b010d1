#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "charset.hpp"
#include "controls.hpp"
#include "escape.hpp"
#include "utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac {
namespace {

constexpr std::size_t json_step = 16;

/// Which bytes of a step of a text JSON does not take as they are, a bit each, that of the first the lowest: a quote, a
/// backslash, a control, a "/" after a "<", anything beyond ASCII. Looks at the byte before the step.
std::uint32_t special_bytes(const char* from) noexcept {
#if defined(__SSE2__)
  const auto load = [](const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); };
  const auto is = [](__m128i block, char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  const __m128i block = load(from);
  const __m128i closes = _mm_and_si128(is(block, '/'), is(load(from - 1), '<'));
  // From 0x20 to 0x7E all stands; so moved, that is from the least signed number on.
  constexpr int to_least = 0x80 - ' ';
  const __m128i unshown =
      _mm_cmpgt_epi8(_mm_add_epi8(block, _mm_set1_epi8(to_least)), _mm_set1_epi8(static_cast<char>(0x7E + to_least)));
  const __m128i special = _mm_or_si128(_mm_or_si128(is(block, '"'), is(block, '\\')), _mm_or_si128(unshown, closes));
  return static_cast<std::uint32_t>(_mm_movemask_epi8(special));
#else
  std::uint32_t special = 0;
  for (std::size_t at = 0; at < json_step; ++at) {
    const char c = from[at];
    const bool stands = c >= ' ' && c < 0x7F && c != '"' && c != '\\' && !(c == '/' && from[at - 1] == '<');
    special |= std::uint32_t{!stands} << at;
  }
  return special;
#endif
}

/// Copies a step of a text; how many of its bytes, up to the first special one.
std::size_t copy_json_step(const char* from, char* to) noexcept {
  std::memcpy(to, from, json_step);
  return static_cast<std::size_t>(std::countr_zero(special_bytes(from) | 1U << json_step));
}

/// The same of the first step and of the last, which is less than one: nothing is read before or behind the text.
std::size_t copy_json_edge(std::string_view text, std::size_t at, char* to) noexcept {
  char step[1 + json_step] = {};
  const std::size_t left = std::min(text.size() - at, json_step);
  if (at > 0) step[0] = text[at - 1];
  std::memcpy(step + 1, text.data() + at, left);
  return std::min(left, copy_json_step(step + 1, to));
}

/// What stands behind the backslash for a character; 0 for one that has no such form.
constexpr char json_letter(char32_t c) noexcept {
  switch (c) {
    case '"':
    case '\\':
    case '/':  // "</" must not stand in a script element
      return static_cast<char>(c);
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

constexpr auto json_letters = [] {
  std::array<char, 256> letters{};
  for (std::size_t byte = 0; byte < letters.size(); ++byte) letters[byte] = json_letter(static_cast<char32_t>(byte));
  return letters;
}();

constexpr std::size_t longest_escape = 6;  // "\u2028"

constexpr std::size_t json_block = 2 * json_step;
constexpr std::size_t longest_block = 2 * json_block + json_block;  ///< all escaped, and what is written behind its end

/// Copies a block of a text, behind which as many bytes are to be read, with the escapes that have a letter; how many
/// of its bytes, up to the first that needs a closer look. Most texts have several special bytes a block.
std::size_t copy_json_block(const char* from, char*& to) noexcept {
  std::uint32_t special = special_bytes(from) | special_bytes(from + json_step) << json_step;
  std::memcpy(to, from, json_block);
  std::size_t done = 0;
  for (; special != 0; special &= special - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(special));
    const char letter = json_letters[static_cast<unsigned char>(from[at])];
    to += at - done;
    if (letter == 0) return at;
    *to++ = '\\', *to++ = letter;
    done = at + 1;
    std::memcpy(to, from + done, json_block);
  }
  to += json_block - done;
  return json_block;
}

/// Writes the character at a place that copy_json_step stopped at; its end. `at` moves behind the character.
char* put_json_character(std::string_view text, std::size_t& at, char* to) noexcept {
  constexpr std::string_view hex = "0123456789abcdef";
  if (const char letter = json_letters[static_cast<unsigned char>(text[at])]) {
    *to++ = '\\', *to++ = letter, ++at;
    return to;
  }
  const CodePoint point = code_point_at(text, at);
  if (is_obeyed(point.value) || is_line_separator(point.value)) {
    *to++ = '\\', *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) *to++ = hex[point.value >> shift & 15];
  } else {
    const std::string_view bytes = point.valid ? text.substr(at, point.length) : replacement_character;
    to = std::copy(bytes.begin(), bytes.end(), to);
  }
  at += point.length;
  return to;
}

/// Whether a text of at most a block stands as it is. Most of them do: identifiers, addresses, names.
bool is_plain_block(std::string_view text) noexcept {
  char block[1 + json_block] = {};
  text.copy(block + 1, text.size());
  const std::uint64_t special = special_bytes(block + 1) | std::uint64_t{special_bytes(block + 1 + json_step)}
                                                               << json_step;
  return (special & ((std::uint64_t{1} << text.size()) - 1)) == 0;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  if (text.size() <= json_block && is_plain_block(text)) {
    out += text;
    return;
  }
  std::size_t size = out.size();
  // For what is left of the text as it is, a block and one character that become longer; more than that rarely.
  const auto room_for = [&](std::size_t left) {
    const std::size_t needed = size + left + longest_escape + longest_block;
    if (out.size() < needed) out.resize(needed + left / 8);
  };
  for (std::size_t at = 0; at < text.size();) {
    room_for(text.size() - at);
    char* to = out.data() + size;
    const char* const full = out.data() + out.size() - longest_block;
    bool is_special = false;
    while (!is_special && at > 0 && at + 2 * json_block <= text.size() && to <= full) {
      const std::size_t same = copy_json_block(text.data() + at, to);
      at += same, is_special = same < json_block;
    }
    if (!is_special) {
      const bool is_inside = at > 0 && at + json_step <= text.size();
      const std::size_t same = is_inside ? copy_json_step(text.data() + at, to) : copy_json_edge(text, at, to);
      at += same, to += same, is_special = same < json_step;
    }
    if (is_special && at < text.size()) to = put_json_character(text, at, to);
    size = static_cast<std::size_t>(to - out.data());
  }
  out.resize(size);
}

}  // namespace almanac
