#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac {

// Words of a program beside those of a text. The literals' lengths are constants, so each comparison is a few
// instructions in place of a call.

/// Whether `text` begins with a literal (not empty).
template <std::size_t Size>
[[gnu::always_inline]] constexpr bool begins_with(std::string_view text, const char (&word)[Size]) noexcept {
  return text.size() >= Size - 1 && std::char_traits<char>::compare(text.data(), word, Size - 1) == 0;
}

/// Whether `text` is one of a few literals (not empty).
template <std::size_t... Sizes>
[[gnu::always_inline]] constexpr bool is_one_of(std::string_view text, const char (&... words)[Sizes]) noexcept {
  return ((text.size() == Sizes - 1 && std::char_traits<char>::compare(text.data(), words, Sizes - 1) == 0) || ...);
}

}  // namespace almanac
