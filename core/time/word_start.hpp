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

/// The first four bytes of a text as one number, the first the lowest; behind its end there is 0.
constexpr std::uint32_t first_four(std::string_view text) noexcept {
  std::uint32_t four = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little && text.size() >= sizeof four) {
    std::memcpy(&four, text.data(), sizeof four);
    return four;
  }
  for (std::size_t i = 0; i < sizeof four && i < text.size(); ++i)
    four |= std::uint32_t{static_cast<unsigned char>(text[i])} << 8U * i;
  return four;
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
constexpr std::uint32_t word_start(std::string_view text) noexcept { return word_start(first_four(text)); }

/// Whether a word_start is that of a Latin word of less than four letters.
constexpr bool is_short_start(std::uint32_t start) noexcept { return (start & 0xFF00'0080U) == 0; }

/// What a phrase begins with, as one number: its word_start, or when its first word is a short Latin one behind which
/// it goes on, its first four bytes.
constexpr std::uint32_t phrase_start(std::string_view phrase) noexcept {
  const std::uint32_t start = word_start(phrase);
  return start != 0 && is_short_start(start) && phrase.size() >= 4 ? first_four(phrase) : start;
}

/// A number below 2^bits, spread evenly over word starts.
constexpr std::uint32_t scattered(std::uint32_t start, unsigned bits) noexcept {
  return start * 0x9E37'79B1U >> (32U - bits);
}

/// Tells most words that are not in a table from those that may be, by their word_start or phrase_start.
class StartFilter {
  static constexpr unsigned bits = 13;

 public:
  static constexpr std::size_t slots = std::size_t{1} << bits;
  /// The slot of a start, less than `slots`; several share one.
  static constexpr std::size_t slot_of(std::uint32_t start) noexcept { return scattered(start, bits); }

  constexpr void add(std::uint32_t start) noexcept { words_[slot_of(start) / 64] |= bit(start); }
  constexpr bool may_hold(std::uint32_t start) const noexcept {
    return (words_[slot_of(start) / 64] & bit(start)) != 0;
  }

  /// Calls `visit(slot)` for the slots of all that was added.
  template <class Visit>
  constexpr void each_slot(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
  }

 private:
  static constexpr std::uint64_t bit(std::uint32_t start) noexcept { return std::uint64_t{1} << slot_of(start) % 64; }

  std::array<std::uint64_t, slots / 64> words_{};
};

}  // namespace almanac::dates
