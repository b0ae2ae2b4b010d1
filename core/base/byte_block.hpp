#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac {

/// Sixteen bytes of a text, or which of them something holds for: for searches that look at many bytes at a step.
class ByteBlock {
 public:
  static constexpr std::size_t size = 16;

#if defined(__SSE2__)
  /// Reads `size` bytes.
  static ByteBlock at(const char* bytes) noexcept {
    return ByteBlock(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
  }
  ByteBlock is(char c) const noexcept { return ByteBlock(_mm_cmpeq_epi8(bytes_, all(c))); }
  /// ASCII; bytes beyond it are in no range.
  ByteBlock is_between(char first, char last) const noexcept {
    // Moved so that `last` is the greatest signed byte, all of the range is above what else there is.
    const __m128i moved = _mm_add_epi8(bytes_, all(static_cast<char>(0x7F - last)));
    return ByteBlock(_mm_cmpgt_epi8(moved, all(static_cast<char>(0x7E - last + first))));
  }
  /// The same letters, all of them small; no other byte becomes a letter.
  ByteBlock small() const noexcept { return ByteBlock(_mm_or_si128(bytes_, all(0x20))); }
  /// … capital or not.
  ByteBlock is_letter() const noexcept { return small().is_between('a', 'z'); }
  ByteBlock is_beyond_ascii() const noexcept { return *this; }  // their highest bit is all that counts
  ByteBlock operator|(ByteBlock other) const noexcept { return ByteBlock(_mm_or_si128(bytes_, other.bytes_)); }
  ByteBlock operator&(ByteBlock other) const noexcept { return ByteBlock(_mm_and_si128(bytes_, other.bytes_)); }
  /// A bit each, that of the first byte the lowest.
  std::uint32_t bits() const noexcept { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes_)); }

 private:
  explicit ByteBlock(__m128i bytes) noexcept : bytes_(bytes) {}
  static __m128i all(char c) noexcept { return _mm_set1_epi8(c); }

  __m128i bytes_;
#else
  static ByteBlock at(const char* bytes) noexcept {
    ByteBlock block;
    std::memcpy(block.bytes_.data(), bytes, size);
    return block;
  }
  ByteBlock is(char c) const noexcept {
    return each([&](std::size_t i) { return bytes_[i] == c; });
  }
  ByteBlock is_between(char first, char last) const noexcept {
    return each([&](std::size_t i) { return bytes_[i] >= first && bytes_[i] <= last; });
  }
  ByteBlock small() const noexcept {
    ByteBlock block = *this;
    for (char& byte : block.bytes_) byte |= 0x20;
    return block;
  }
  ByteBlock is_letter() const noexcept { return small().is_between('a', 'z'); }
  ByteBlock is_beyond_ascii() const noexcept {
    return each([&](std::size_t i) { return static_cast<unsigned char>(bytes_[i]) >= 0x80; });
  }
  ByteBlock operator|(ByteBlock other) const noexcept {
    return each([&](std::size_t i) { return bytes_[i] != 0 || other.bytes_[i] != 0; });
  }
  ByteBlock operator&(ByteBlock other) const noexcept {
    return each([&](std::size_t i) { return bytes_[i] != 0 && other.bytes_[i] != 0; });
  }
  std::uint32_t bits() const noexcept {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) bits |= std::uint32_t{bytes_[i] != 0} << i;
    return bits;
  }

 private:
  template <class Holds>
  static ByteBlock each(Holds holds) noexcept {
    ByteBlock block;
    for (std::size_t i = 0; i < size; ++i) block.bytes_[i] = holds(i) ? 1 : 0;
    return block;
  }

  std::array<char, size> bytes_{};
#endif
};

/// The first offset from `at` on that `is_one` holds for, or the size of the text. `is_one` tells it of sixteen places
/// at once, from where these begin, and may look at `more` bytes behind them; behind the text it finds zeros.
template <class IsOne>
std::size_t find_block(std::string_view text, std::size_t at, std::size_t more, IsOne is_one) noexcept {
  constexpr std::size_t most_more = 16;
  for (; at + ByteBlock::size + more <= text.size(); at += ByteBlock::size)
    if (const std::uint32_t found = is_one(text.data() + at).bits(); found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(found));
  while (at < text.size()) {
    std::array<char, ByteBlock::size + most_more> rest{};
    std::memcpy(rest.data(), text.data() + at, std::min(text.size() - at, ByteBlock::size + more));
    if (const std::uint32_t found = is_one(rest.data()).bits(); found != 0)
      return std::min(at + static_cast<std::size_t>(std::countr_zero(found)), text.size());
    at += ByteBlock::size;
  }
  return text.size();
}

}  // namespace almanac
