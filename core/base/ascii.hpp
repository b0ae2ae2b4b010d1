#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace almanac {

// Letters and blanks of ASCII: what markup is made of, whatever the locale.

constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alnum(char c) noexcept { return is_digit(c) || is_letter(c); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

constexpr bool equal_nocase(std::string_view a, std::string_view b) noexcept {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}
constexpr bool starts_with_nocase(std::string_view text, std::string_view prefix) noexcept {
  return text.size() >= prefix.size() && equal_nocase(text.substr(0, prefix.size()), prefix);
}
/// Offset of the first occurrence, or npos.
constexpr std::size_t find_nocase(std::string_view text, std::string_view part) noexcept {
  const auto at = std::search(text.begin(), text.end(), part.begin(), part.end(),
                              [](char x, char y) { return lower(x) == lower(y); });
  return at == text.end() && !part.empty() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}
/// Without the blanks at both ends.
constexpr std::string_view trim(std::string_view text, std::string_view blanks = " \t\n\r\f") noexcept {
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == text.npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}
/// Without the blanks and control characters at both ends.
constexpr std::string_view trim_controls(std::string_view text) noexcept {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}
inline std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

}  // namespace almanac
