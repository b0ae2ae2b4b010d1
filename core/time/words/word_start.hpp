#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace almanac::dates {

/// How many bytes between "a" and "z" a text begins with.
inline std::size_t small_letters(std::string_view text) noexcept {
  std::size_t at = 0;
  if constexpr (std::endian::native == std::endian::little)
    for (; at + 8 <= text.size(); at += 8) {
      constexpr std::uint64_t each = 0x0101'0101'0101'0101U, high = each * 0x80U;
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, sizeof eight);
      const std::uint64_t low = eight & ~high;
      const std::uint64_t others = ~(low + each * (0x80 - 'a')) | (low + each * (0x7F - 'z')) | eight;
      if ((others & high) != 0) return at + static_cast<std::size_t>(std::countr_zero(others & high)) / 8;
    }
  while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  return at;
}

/// The first eight bytes of a text as one number, the first the lowest; behind its end there is 0.
constexpr std::uint64_t first_eight(std::string_view text) noexcept {
  std::uint64_t eight = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && text.size() >= sizeof eight) {
    std::memcpy(&eight, text.data(), sizeof eight);
    return eight;
  }
  for (std::size_t i = 0; i < sizeof eight && i < text.size(); ++i)
    eight |= std::uint64_t{static_cast<unsigned char>(text[i])} << 8U * i;
  return eight;
}

/// The lowest 1 … 8 bytes of a number.
constexpr std::uint64_t lowest_bytes(std::uint64_t number, std::size_t count) noexcept {
  return number & ~std::uint64_t{0} >> (64U - 8U * count);
}

/// What a word begins with, as one number by which tables of words are searched: of a Latin word its letters up to the
/// fourth, of any other its first character. `text` is folded and may go on behind the word; 0 when it begins with
/// neither.
constexpr std::uint32_t word_start(std::uint32_t four) noexcept {
  if ((four & 0x80U) != 0) return four & ((four & 0xE0U) == 0xE0U ? 0xFF'FFFFU : 0xFFFFU);
  constexpr std::uint32_t each = 0x0101'0101U, high = each * 0x80U;
  const std::uint32_t low = four & ~high;
  const std::uint32_t others = (~(low + each * (0x80 - 'a')) | (low + each * (0x7F - 'z')) | four) & high;
  return others == 0 ? four : four & ((others & -others) - 0x80U) >> 7U;
}
constexpr std::uint32_t word_start(std::string_view text) noexcept {
  return word_start(static_cast<std::uint32_t>(first_eight(text)));
}

/// What most words differ by: their size, and how they begin. `start` is word_start(word).
constexpr std::uint64_t word_key(std::string_view word, std::uint32_t start) noexcept {
  return std::uint64_t{word.size()} << 32U | start;
}
/// Whether the word_start holds all of a word.
constexpr bool is_start_all(std::string_view word, std::uint32_t start) noexcept {
  return word.size() <= sizeof start && !word.empty() && start >> 8U * (word.size() - 1) != 0;
}

/// A number below 2^bits, spread evenly over word starts.
constexpr std::uint32_t scattered(std::uint32_t start, unsigned bits) noexcept {
  return start * 0x9E37'79B1U >> (32U - bits);
}

/// Tells most words that are not in a table from those that may be, by their word_start.
class StartFilter {
 public:
  constexpr void add(std::uint32_t start) noexcept { words_[scattered(start, bits) / 64] |= bit(start); }
  constexpr bool may_hold(std::uint32_t start) const noexcept {
    return (words_[scattered(start, bits) / 64] & bit(start)) != 0;
  }

 private:
  static constexpr unsigned bits = 13;
  static constexpr std::uint64_t bit(std::uint32_t start) noexcept {
    return std::uint64_t{1} << scattered(start, bits) % 64;
  }

  std::array<std::uint64_t, (1U << bits) / 64> words_{};
};

}  // namespace almanac::dates
