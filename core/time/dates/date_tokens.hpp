#pragma once
#include <almanac/time/words/month_names.hpp>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace almanac::dates {

/// What a word other than the name of a month or day does in a date.
enum class WordRole : std::uint8_t {
  unknown,
  filler,   ///< "at", "de", "Uhr": says nothing
  ordinal,  ///< "th", "er", "º" after a day
  am,
  pm,
  noon,  ///< 12:00, or "12 noon"
  midnight,
  year,   ///< 年, 년, "г."
  month,  ///< 月, 월
  day,    ///< 日, 일
  hour,   ///< 時, "h", "Uhr" between numbers
  minute,
  second,
  half,       ///< 半: thirty minutes
  era,        ///< 令和: counts years from another start, see Token::value
  time_mark,  ///< "T" between date and time
};

enum class TokenKind : std::uint8_t { number, word, symbol };

/// A piece of a written date.
struct Token {
  TokenKind kind = TokenKind::symbol;
  WordRole role = WordRole::unknown;
  bool spaced = false;  ///< a blank stands before it
  char symbol = 0;      ///< ASCII; dashes are '-', ideographic punctuation is folded
  std::uint8_t digits = 0;
  std::int32_t value = 0;          ///< of a number; of an era its year zero
  std::uint16_t from = 0, to = 0;  ///< in the text
  const DateName* name = nullptr;  ///< of a word, if it names a month or a day
};

/// The role of a folded word ("Uhr", "a.m.", 午後 …); WordRole::unknown when it is none of ours. `value` gets an era's
/// year zero.
WordRole role_of(std::string_view folded, std::int32_t& value) noexcept;

/// The pieces of a short text. Comments in parentheses are left out; the last one is kept aside.
struct TokenList {
  static constexpr std::size_t most = 40;
  std::array<Token, most> items;
  std::size_t size = 0;
  std::string_view comment;
  bool korean = false;  ///< holds Hangul

  const Token* at(std::size_t index) const noexcept { return index < size ? &items[index] : nullptr; }
};

/// Cuts `text` (≤ 65535 bytes) into pieces; false when there are too many, a number is too long, or a parenthesis does
/// not close.
bool cut_tokens(std::string_view text, TokenList& tokens) noexcept;

}  // namespace almanac::dates
