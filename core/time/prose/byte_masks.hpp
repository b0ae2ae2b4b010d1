#pragma once
#include <almanac/base/byte_block.hpp>
#include <cstddef>
#include <cstdint>

namespace almanac::prose {

/// What 64 bytes of a folded text are, a bit each, that of the first the lowest.
struct ByteMasks {
  static constexpr std::size_t size = 64;

  explicit ByteMasks(const char* bytes) noexcept {
    for (std::size_t at = 0; at < size; at += ByteBlock::size) {
      const ByteBlock block = ByteBlock::at(bytes + at);
      const auto add = [at](std::uint64_t& mask, ByteBlock of) { mask |= std::uint64_t{of.bits()} << at; };
      add(letters, block.is_between('a', 'z'));
      add(digits, block.is_between('0', '9'));
      add(blanks, block.is(' '));
      add(high, block.is_beyond_ascii());
    }
  }

  std::uint64_t letters = 0, digits = 0, blanks = 0;
  std::uint64_t high = 0;  ///< beyond ASCII
};

/// The lowest bits, 1 … 64 of them.
constexpr std::uint64_t lowest_bits(std::size_t count) noexcept { return ~std::uint64_t{0} >> (64U - count); }

}  // namespace almanac::prose
