#pragma once
#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/byte_block.hpp>
#include <almanac/time/words/word_start.hpp>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

/// The tokens of a text, by which topics are looked for: letters and digits, with "+" and "#" behind them ("c++",
/// "c#"). What is beyond ASCII counts as letters.
namespace almanac::facts::tokens {

inline constexpr auto letters_and_digits = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = i >= 0x80 || is_alnum(static_cast<char>(i));
  return bytes;
}();
constexpr bool is_letter_or_digit(char c) noexcept { return letters_and_digits[static_cast<unsigned char>(c)]; }

/// What may stand behind the letters and digits of a token.
constexpr bool goes_on(char c) noexcept { return c == '+' || c == '#'; }

/// Where the letters and digits end that a token begins with.
constexpr std::size_t letters_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_letter_or_digit(text[at])) ++at;
  return at;
}

/// … where the token ends, from the end of its letters and digits on.
constexpr std::size_t signs_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && goes_on(text[at])) ++at;
  return at;
}

constexpr std::size_t token_end(std::string_view text, std::size_t at) noexcept {
  return signs_end(text, letters_end(text, at));
}

/// Where the first token begins from the end of another on, or the size of the text.
constexpr std::size_t token_begin(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && !is_letter_or_digit(text[at])) ++at;
  return at;
}

/// So many letters and digits of a token are its start.
constexpr std::size_t start_size = 4;

/// Which of its first four bytes are the start of a token with 0 … 63 letters and digits.
inline constexpr auto start_masks = [] {
  std::array<std::uint32_t, 64> masks{};
  for (std::size_t size = 1; size < masks.size(); ++size) masks[size] = ~0U >> (32U - 8U * std::min(size, start_size));
  return masks;
}();

/// How a token with 0 … 63 letters and digits begins, capital or not. Two of the same start may differ.
constexpr std::uint32_t start_of(std::string_view token_and_more, std::size_t letters) noexcept {
  constexpr std::uint32_t small = 0x2020'2020U;
  return (static_cast<std::uint32_t>(dates::first_eight(token_and_more)) | small) & start_masks[letters];
}

/// The number of the lowest bit that is set, of which there is one.
inline unsigned lowest_bit(std::uint64_t bits) noexcept {
  if (bits == 0) __builtin_unreachable();
  return static_cast<unsigned>(std::countr_zero(bits));
}

/// Which of 64 bytes are letters and digits, a bit each.
inline std::uint64_t letter_bits(const char* bytes) noexcept {
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 64; at += ByteBlock::size) {
    const ByteBlock block = ByteBlock::at(bytes + at);
    bits |= std::uint64_t{(block.is_letter() | block.is_between('0', '9') | block.is_beyond_ascii()).bits()} << at;
  }
  return bits;
}

/// A token that each_token has found.
struct FoundToken {
  std::size_t begin, letters;  ///< where, and how many letters and digits
  std::uint32_t start;         ///< start_of it

  /// The first byte of the next token, or 0 if that is further away.
  unsigned char next() const noexcept {
    const std::uint64_t next_begins = begins & (begins - 1);
    return next_begins == 0 ? 0 : static_cast<unsigned char>(step[lowest_bit(next_begins)]);
  }

  const char* step;      ///< the bytes at which it was found
  std::uint64_t begins;  ///< … and the tokens that begin there from this one on, a bit each
};

/// Calls `found` with each token of a text. Linear, 64 bytes a step.
template <class Found>
void each_token(std::string_view text, Found found) {
  constexpr std::size_t step = 64, spare = 8;
  for (std::size_t at = 0; at < text.size();) {  // not within a token
    std::array<char, step + spare> last_bytes;   // with zeros behind, so that all steps read alike
    const char* bytes = text.data() + at;
    if (const std::size_t left = text.size() - at; left < last_bytes.size()) {
      last_bytes.fill(0);
      std::memcpy(last_bytes.data(), bytes, left);
      bytes = last_bytes.data();
    }
    const std::uint64_t letters = letter_bits(bytes);
    std::uint64_t begins = letters & ~(letters << 1U), ends = ~letters & letters << 1U;
    for (; ends != 0; begins &= begins - 1, ends &= ends - 1) {
      const unsigned begin = lowest_bit(begins), size = lowest_bit(ends) - begin;
      found(FoundToken{at + begin, size, start_of({bytes + begin, 8}, size), bytes, begins});
    }
    if (begins == 0) {
      at += step;
    } else if (const unsigned begin = lowest_bit(begins); begin != 0) {
      at += begin;  // the next step sees all of it
    } else {
      const std::size_t end = letters_end(text, at + step);
      found(FoundToken{at, end - at, start_of({bytes, 8}, start_size), bytes, begins});
      at = end;
    }
  }
}

}  // namespace almanac::facts::tokens
