// The texts of constant tables without pointers: position-independent code has to set each pointer of a table whenever
// the program starts, and so to copy each page that holds one; a table without any stays as it is in the file.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace almanac {

/// Where a text of a table stands among the characters of the table.
struct PackedText {
  std::uint16_t at = 0, size = 0;

  /// The text. `chars` are the PackedChars that hold it.
  constexpr std::string_view in(const char* chars) const noexcept { return {chars + at, size}; }
};

/// The characters of all texts of a table: N at most. Filled at compile time.
template <std::size_t N>
class PackedChars {
 public:
  /// Appends a text. More than N characters do not compile.
  constexpr PackedText add(std::string_view text) {
    if (text.size() > N - size_) throw "the texts are longer than was said";
    const PackedText packed{static_cast<std::uint16_t>(size_), static_cast<std::uint16_t>(text.size())};
    for (const char c : text) chars_[size_++] = c;
    return packed;
  }
  constexpr const char* data() const noexcept { return chars_.data(); }

 private:
  static_assert(N < 0x1'0000);
  std::array<char, N> chars_{};
  std::size_t size_ = 0;
};

}  // namespace almanac
