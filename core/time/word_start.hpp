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

/// What a word begins with, as one number by which tables of words are searched: of a Latin word its letters up to the
/// fourth, of any other its first character. `text` is folded and may go on behind the word; 0 when it begins with
/// neither.
constexpr std::uint32_t word_start(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text.front());
  const bool latin = first < 0x80;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && text.size() >= 4) {
    constexpr std::uint32_t each = 0x0101'0101U, high = each * 0x80U;
    std::uint32_t four = 0;
    std::memcpy(&four, text.data(), sizeof four);
    const std::uint32_t low = four & ~high;
    const std::uint32_t others = (~(low + each * (0x80 - 'a')) | (low + each * (0x7F - 'z')) | four) & high;
    if (others == 0) return four;
    if (latin) return four & ((others & -others) - 0x80U) >> 7U;
  }
  const std::size_t most = latin ? 4 : first < 0xE0 ? 2 : 3;
  std::uint32_t start = 0;
  for (std::size_t i = 0; i < most && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (latin && (byte < 'a' || byte > 'z')) break;
    start |= std::uint32_t{byte} << 8U * i;
  }
  return start;
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
