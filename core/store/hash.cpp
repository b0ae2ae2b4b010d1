#include <bit>
#include <cstring>

#include "store.hpp"

namespace almanac {
namespace {

constexpr std::uint64_t prime_a = 0x9E3779B185EBCA87ULL, prime_b = 0xC2B2AE3D27D4EB4FULL;

std::uint64_t mix(std::uint64_t h) noexcept {
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDULL;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33);
}

}  // namespace

std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed) noexcept {
  std::uint64_t h = mix(seed + prime_a) ^ (bytes.size() * prime_b);
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);  // the same on every machine
    h = (h ^ mix(word * prime_b)) * prime_a;
    h = h << 29 | h >> 35;
  }
  std::uint64_t tail = 0;
  for (std::size_t i = left; i-- > 0;) tail = tail << 8 | static_cast<unsigned char>(at[i]);
  return mix(h ^ mix(tail + prime_a));
}

}  // namespace almanac
