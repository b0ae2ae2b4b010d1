#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace almanac::store_detail {

/// Writes eight bytes, the low one first, whatever the machine.
inline void put_low_bytes(char* at, std::uint64_t value) {
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(at, &value, sizeof value);
  } else {
    for (std::size_t i = 0; i < sizeof value; ++i, value >>= 8) at[i] = static_cast<char>(value);
  }
}

/// Reads what put_low_bytes wrote.
inline std::uint64_t low_bytes(const char* at) {
  std::uint64_t value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, at, sizeof value);
  } else {
    for (std::size_t i = sizeof value; i-- > 0;) value = value << 8 | static_cast<unsigned char>(at[i]);
  }
  return value;
}

}  // namespace almanac::store_detail
