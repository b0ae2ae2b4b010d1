#pragma once
#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace almanac {

/// A text of at most N bytes that holds them itself: for the rows of constant tables, which need no pointers then
/// (packed_text.hpp says what that is good for). Made of a literal; read as a std::string_view, which refers to it.
template <std::size_t N>
class ShortText {
 public:
  constexpr ShortText() = default;
  /// A literal that is too long does not compile.
  template <std::size_t Size>
  consteval ShortText(const char (&literal)[Size]) : size_(Size - 1) {  // NOLINT(google-explicit-constructor)
    static_assert(Size <= N + 1);
    std::copy_n(literal, Size - 1, chars_.begin());
  }

  constexpr std::string_view view() const& noexcept { return {chars_.data(), size_}; }
  constexpr operator std::string_view() const& noexcept { return view(); }  // NOLINT(google-explicit-constructor)
  operator std::string_view() const&& = delete;                             // it would outlive the text
  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }

  friend constexpr bool operator==(const ShortText& a, std::string_view b) noexcept { return a.view() == b; }
  friend constexpr auto operator<=>(const ShortText& a, std::string_view b) noexcept { return a.view() <=> b; }

 private:
  static_assert(N <= 255);
  std::array<char, N> chars_{};
  std::uint8_t size_ = 0;
};

}  // namespace almanac
