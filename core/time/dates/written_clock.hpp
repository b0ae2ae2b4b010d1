#pragma once
#include <optional>

#include "date_parts.hpp"
#include "date_tokens.hpp"
#include "written_day.hpp"

namespace almanac::dates {

/// A walk over the pieces of a written date that reads its clock: "18:30:15", "6 pm", "18h30", "18.30 Uhr".
class ClockReader {
 protected:
  /// `text` and `reading` must outlive the object.
  ClockReader(std::string_view text, const DateReading& reading) : text_(text), day_(reading) {}

  const Token* ahead(std::size_t distance = 1) const { return tokens_.at(at_ + distance); }
  bool symbol_ahead(std::size_t distance, char symbol) const {
    const Token* token = ahead(distance);
    return token && token->kind == TokenKind::symbol && token->symbol == symbol;
  }
  bool number_ahead(std::size_t distance) const {
    const Token* token = ahead(distance);
    return token && token->kind == TokenKind::number;
  }
  WordRole role_ahead(std::size_t distance) const {
    const Token* token = ahead(distance);
    return token && token->kind == TokenKind::word ? token->role : WordRole::unknown;
  }
  static bool is_meridiem(WordRole role) { return role == WordRole::am || role == WordRole::pm; }

  /// Reads the clock that begins with this number; false when it is none after all, nothing when none begins here.
  std::optional<bool> clock(const Token& token);
  /// Begins a clock at the full hour; false when there is one.
  bool start_clock(int hour);
  /// Puts the half of the day to the hour: 12 am is midnight; "14:02 PM" says 14:02. False: a half without a clock.
  bool settle_clock();

  std::string_view text_;
  TokenList tokens_;
  DateParts parts_;
  WrittenDay day_;
  std::size_t at_ = 0;  ///< the token at hand
  bool has_clock_ = false;
  std::size_t clock_end_ = 0;  ///< the token behind the clock
  WordRole meridiem_ = WordRole::unknown;
  char separator_ = 0;  ///< the last symbol, if a number may follow it

 private:
  void take_meridiem();
  bool is_spaced_meridiem() const;
  bool colon_clock(const Token& token);
  bool hour_only(const Token& token);
  bool marked_clock(const Token& token);
  bool has_part(std::size_t behind) const;
  bool is_dotted_clock() const;
  bool dotted_clock(const Token& token);
  bool basic_clock(const Token& token);
};

}  // namespace almanac::dates
