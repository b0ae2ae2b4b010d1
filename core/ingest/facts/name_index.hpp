#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace almanac::facts {

/// Where the lines of a table begin, by the key that ends at their first tab: a table of hashes with open slots, made
/// when the program is built (index_names.cpp) and never parsed. A slot holds the offset of a key's first line and a
/// few bits of its hash; free slots are `free_slot`.
namespace name_index {

constexpr std::uint32_t free_slot = 0xFFFF'FFFFU;
constexpr unsigned offset_bits = 22;
constexpr std::uint32_t longest_table = 1U << offset_bits;

/// Eight bytes at a time, the last of them perhaps twice. For machines of one byte order.
inline std::uint64_t hash(std::string_view key) noexcept {
  constexpr std::uint64_t factor = 0x9E37'79B9'7F4A'7C15U;
  std::uint64_t value = key.size() * factor;
  const auto mix = [&](std::uint64_t bits) {
    value = (value ^ bits) * factor;
    value ^= value >> 32U;
  };
  const auto read = [&](auto bits, std::size_t at) {
    std::memcpy(&bits, key.data() + at, sizeof bits);
    return bits;
  };
  if (key.size() >= 8) {
    for (std::size_t at = 0; at + 8 < key.size(); at += 8) mix(read(std::uint64_t{}, at));
    mix(read(std::uint64_t{}, key.size() - 8));
  } else if (key.size() >= 4) {
    mix(std::uint64_t{read(std::uint32_t{}, 0)} << 32U | read(std::uint32_t{}, key.size() - 4));
  } else {
    for (const char c : key) mix(static_cast<unsigned char>(c));
  }
  return value;
}

/// What a slot holds; never `free_slot` while offsets are less than `longest_table` - 1.
constexpr std::uint32_t slot(std::uint64_t hash, std::size_t offset) noexcept {
  return static_cast<std::uint32_t>(hash >> 40U << offset_bits) | static_cast<std::uint32_t>(offset);
}
constexpr std::size_t offset_of(std::uint32_t slot) noexcept { return slot & (longest_table - 1); }
constexpr bool may_be(std::uint32_t slot, std::uint64_t hash) noexcept {
  return slot >> offset_bits == name_index::slot(hash, 0) >> offset_bits;
}

}  // namespace name_index

/// Whether the line that a text begins with has a key.
inline bool is_line_of(std::string_view lines, std::string_view key) noexcept {
  return lines.size() > key.size() && lines[key.size()] == '\t' && lines.starts_with(key);
}

/// A text of lines in the order of their keys, and its index. Refers to bytes of the program.
struct NameTable {
  std::string_view lines;
  std::span<const std::uint32_t> slots;  ///< their number is a power of two

  /// Where the first line of a key starts; npos when there is none.
  std::size_t find(std::string_view key) const noexcept {
    const std::uint64_t hash = name_index::hash(key);
    for (std::size_t at = hash & (slots.size() - 1); slots[at] != name_index::free_slot;
         at = (at + 1) & (slots.size() - 1)) {
      if (!name_index::may_be(slots[at], hash)) continue;
      const std::size_t offset = name_index::offset_of(slots[at]);
      if (is_line_of(lines.substr(offset), key)) return offset;
    }
    return lines.npos;
  }
};

}  // namespace almanac::facts
