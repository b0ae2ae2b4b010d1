#pragma once
#include <almanac/base/packed_text.hpp>
#include <cstdint>
#include <span>
#include <string_view>

namespace almanac::dates {

/// Languages whose months and weekdays are known.
enum class Tongue : std::uint8_t {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  pl,
  ru,
  el,
  hu,
  cs,
  sv,
  da,
  no,
  fi,
  tr,
  uk,
  ro,
  ca,
  id,
  ko,
  ja,
  zh
};

constexpr std::uint32_t mask_of(Tongue tongue) noexcept { return 1U << static_cast<unsigned>(tongue); }

/// What a word can mean in a date. "mar" is March and, in Spanish, Italian and French, Tuesday.
struct DateName {
  PackedText word;               ///< folded; word_of tells it
  std::uint8_t month = 0;        ///< 1…12, or 0
  std::uint8_t weekday = 0;      ///< Monday 1 … Sunday 7, or 0
  std::uint32_t month_in = 0;    ///< languages (mask_of) in which it is a month
  std::uint32_t weekday_in = 0;  ///< … a weekday
};

/// The meaning of a folded word; nullptr when it is no name of a month or day. No allocation.
const DateName* find_date_name(std::string_view folded) noexcept;
/// … of a word whose word_start is known.
const DateName* find_date_name(std::string_view folded, std::uint32_t start) noexcept;

/// A word, folded for comparison: lower case, Latin letters without marks ("août" → "aout", "ß" → "ss", "ł" → "l"),
/// Greek without accents, Cyrillic lower case. At most 31 bytes are kept, so `find_date_name` of a longer word finds
/// nothing.
class FoldedWord {
 public:
  explicit FoldedWord(std::string_view utf8) noexcept;
  std::string_view view() const noexcept { return {bytes_, size_}; }

 private:
  void put(char32_t c) noexcept;
  char bytes_[32];
  std::uint8_t size_ = 0;
};

/// All of them, in order.
std::span<const DateName> date_names() noexcept;
std::string_view word_of(const DateName& name) noexcept;

/// One code point folded as in FoldedWord, to 0 … 2 code points; their number.
int fold_code_point(char32_t c, char32_t (&out)[2]) noexcept;

/// One code point of valid UTF-8 at `at` (which it moves on); ill-formed bytes are read as U+FFFD, one at a time.
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

}  // namespace almanac::dates
