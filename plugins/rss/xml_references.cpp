#include "xml_references.hpp"

#include <algorithm>
#include <almanac/base/byte_block.hpp>
#include <almanac/text/utf8.hpp>
#include <bit>
#include <cstring>
#include <string>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

/// The character of a predefined entity.
constexpr char predefined(std::string_view name) noexcept {
  switch (name[0]) {
    case 'l':
      return '<';
    case 'g':
      return '>';
    case 'q':
      return '"';
    default:
      return name[1] == 'm' ? '&' : '\'';
  }
}

/// Writes what a reference means; behind it.
char* put_reference(const Reference& reference, char* out) noexcept {
  if (reference.kind == Reference::predefined) return *out = predefined(reference.name), out + 1;
  std::string character;  // too short to be allocated
  append_utf8(character, reference.code);
  return std::copy(character.begin(), character.end(), out);
}

}  // namespace

std::size_t decode_references(std::string_view text, char* out) noexcept {
  static_assert(decoding_room >= ByteBlock::size);
  const char *from = text.data(), *const end = from + text.size();
  char* to = out;
  while (from < end) {
    if (static_cast<std::size_t>(end - from) >= ByteBlock::size) {
      const std::uint32_t found = ByteBlock::at(from).is('&').bits();
      std::memcpy(to, from, ByteBlock::size);
      const std::size_t plain = static_cast<std::size_t>(std::countr_zero(found | 1U << ByteBlock::size));
      from += plain, to += plain;
      if (found == 0) continue;
    } else if (*from != '&') {
      *to++ = *from++;
      continue;
    }
    const Reference reference = read_reference(from, end);
    to = put_reference(reference, to);
    from += reference.size;
  }
  return static_cast<std::size_t>(to - out);
}

}  // namespace almanac::rss
