#pragma once
#include <cstddef>
#include <cstdint>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac::prose {

/// What 64 bytes of a folded text are, a bit each, that of the first the lowest.
struct ByteMasks {
  static constexpr std::size_t size = 64;

  explicit ByteMasks(const char* bytes) noexcept {
#if defined(__SSE2__)
    constexpr std::size_t step = 16;
    const auto mask = [](__m128i of) { return std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(of))}; };
    const auto between = [&](__m128i of, char first, char last) {  // signed: high bytes are less than all others
      return mask(_mm_and_si128(_mm_cmpgt_epi8(of, _mm_set1_epi8(static_cast<char>(first - 1))),
                                _mm_cmplt_epi8(of, _mm_set1_epi8(static_cast<char>(last + 1)))));
    };
    for (std::size_t at = 0; at < size; at += step) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
      letters |= between(block, 'a', 'z') << at;
      digits |= between(block, '0', '9') << at;
      blanks |= mask(_mm_cmpeq_epi8(block, _mm_set1_epi8(' '))) << at;
      high |= mask(block) << at;
    }
#else
    for (std::size_t at = 0; at < size; ++at) {
      const auto byte = static_cast<unsigned char>(bytes[at]);
      letters |= std::uint64_t{byte >= 'a' && byte <= 'z'} << at;
      digits |= std::uint64_t{byte >= '0' && byte <= '9'} << at;
      blanks |= std::uint64_t{byte == ' '} << at;
      high |= std::uint64_t{byte >= 0x80} << at;
    }
#endif
  }

  std::uint64_t letters = 0, digits = 0, blanks = 0;
  std::uint64_t high = 0;  ///< beyond ASCII
};

/// The lowest bits, 1 … 64 of them.
constexpr std::uint64_t lowest_bits(std::size_t count) noexcept { return ~std::uint64_t{0} >> (64U - count); }

}  // namespace almanac::prose
