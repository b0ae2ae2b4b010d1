#pragma once
#include <almanac/base/ascii.hpp>
#include <almanac/base/literals.hpp>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace almanac::rss {

// Character classes and small pieces of XML that the check, the repair and the markup writer share.

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
constexpr bool is_blank(std::string_view text) noexcept { return text.find_first_not_of(" \n\t\r") == text.npos; }

namespace detail {
constexpr std::array<bool, 256> name_chars(bool first) {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    table[i] = is_letter(c) || c == '_' || c == ':' || i >= 0x80 || (!first && (is_digit(c) || c == '-' || c == '.'));
  }
  return table;
}
inline constexpr auto name_start = name_chars(true);
inline constexpr auto name_inside = name_chars(false);
}  // namespace detail

inline bool is_name_start(char c) noexcept { return detail::name_start[static_cast<unsigned char>(c)]; }
inline bool is_name_char(char c) noexcept { return detail::name_inside[static_cast<unsigned char>(c)]; }

/// The first `c` in [from, to), or `to`.
inline const char* find_char(const char* from, const char* to, char c) noexcept {
  if (from >= to) return to;
  const void* const found = std::memchr(from, c, static_cast<std::size_t>(to - from));
  return found ? static_cast<const char*>(found) : to;
}

/// Whether the text behind "<?" is the target "xml".
inline bool same_xml_target(std::string_view rest) noexcept {
  return rest.size() > 3 && rest.starts_with("xml") && (is_blank(rest[3]) || rest[3] == '?');
}

/// Characters that XML 1.0 §2.2 allows.
constexpr bool is_xml_character(std::uint32_t code) noexcept {
  return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code < 0x110000);
}

/// Controls that no text means: a reference to one was written for windows-1252, as HTML reads it.
constexpr bool is_c1_control(std::uint32_t code) noexcept { return code >= 0x80 && code < 0xA0; }

/// What stands at an "&".
struct Reference {
  enum Kind : std::uint8_t { none, character, bad_character, predefined, named } kind = none;
  std::size_t size = 1;    ///< of the whole reference, ";" included
  std::uint32_t code = 0;  ///< of a character reference
  std::string_view name;   ///< of an entity
};

inline Reference read_character_reference(const char* amp, const char* to) noexcept {
  const char* c = amp + 2;
  const bool hex = c < to && (*c == 'x' || *c == 'X');
  const bool upper = hex && *c == 'X';  // XML has &#x only
  if (hex) ++c;
  const char* const digits = c;
  std::uint32_t code = 0;
  for (; c < to; ++c) {
    const char folded = static_cast<char>(*c | 0x20);
    std::uint32_t digit;
    if (is_digit(*c))
      digit = static_cast<std::uint32_t>(*c - '0');
    else if (hex && folded >= 'a' && folded <= 'f')
      digit = static_cast<std::uint32_t>(folded - 'a' + 10);
    else
      break;
    code = code > 0x110000 ? code : code * (hex ? 16 : 10) + digit;
  }
  if (c == digits || c == to || *c != ';') return {};
  const auto size = static_cast<std::size_t>(c + 1 - amp);
  return {is_xml_character(code) && !upper ? Reference::character : Reference::bad_character, size, code, {}};
}

/// Reads the reference that begins at `amp` ("&"), not beyond `to`.
[[gnu::always_inline]] inline Reference read_reference(const char* amp, const char* to) noexcept {
  if (to - amp < 3) return {};
  if (to - amp >= 4 && amp[2] == 't' && amp[3] == ';') {  // escaped markup is full of these two
    if (amp[1] == 'l' || amp[1] == 'g') return {Reference::predefined, 4, 0, {amp + 1, 2}};
  }
  if (amp[1] == '#') return read_character_reference(amp, to);
  if (!is_name_start(amp[1])) return {};
  const char* c = amp + 2;
  while (c < to && c - amp < 64 && is_name_char(*c)) ++c;
  if (c == to || *c != ';') return {};
  const std::string_view name(amp + 1, static_cast<std::size_t>(c - amp - 1));
  const bool predefined = is_one_of(name, "amp", "lt", "gt", "quot", "apos");
  return {predefined ? Reference::predefined : Reference::named, name.size() + 2, 0, name};
}

/// Offset behind the ">" of a DOCTYPE at the start of `text`, or npos. An internal subset in brackets, quoted values
/// and comments are skipped over.
inline std::size_t end_of_doctype(std::string_view text) noexcept {
  bool subset = false;
  for (std::size_t i = 9; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\'') {
      i = text.find(c, i + 1);
    } else if (c == '<' && text.substr(i, 4) == "<!--") {
      i = text.find("-->", i + 4);
      if (i != text.npos) i += 2;
    } else if (c == '[') {
      subset = true;
    } else if (c == ']') {
      subset = false;
    } else if (c == '>' && !subset) {
      return i + 1;
    }
    if (i == text.npos) return i;
  }
  return text.npos;
}

}  // namespace almanac::rss
