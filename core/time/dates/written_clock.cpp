#include "written_clock.hpp"

#include "date_civil.hpp"

namespace almanac::dates {

std::optional<bool> ClockReader::clock(const Token& token) {
  if (token.digits <= 2 && symbol_ahead(1, ':') && number_ahead(2)) return colon_clock(token);
  const WordRole next = role_ahead(1);
  const bool in_letters = next != WordRole::unknown &&
                          static_cast<unsigned char>(text_[ahead(1)->from]) < 0xE0;  // 午後 stands before its hour
  if (token.digits <= 2 && in_letters && (is_meridiem(next) || next == WordRole::noon)) return hour_only(token);
  const bool before_clock = number_ahead(2) && symbol_ahead(3, ':');  // "5.3.26 h 18:30"
  if (token.digits <= 2 && next == WordRole::hour && !before_clock) return marked_clock(token);
  if (token.digits <= 2 && is_dotted_clock()) return dotted_clock(token);
  if (token.digits == 6 && at_ > 0 && tokens_.items[at_ - 1].role == WordRole::time_mark) return basic_clock(token);
  return std::nullopt;
}

bool ClockReader::start_clock(int hour) {
  if (has_clock_) return false;
  has_clock_ = true;
  parts_.precision = Precision::minute;
  parts_.hour = hour;
  separator_ = 0;
  return true;
}

/// am and pm on either side of the clock.
void ClockReader::take_meridiem() {
  if (is_meridiem(role_ahead(0)) || role_ahead(0) == WordRole::noon) meridiem_ = tokens_.items[at_++].role;
  if (is_spaced_meridiem()) {
    meridiem_ = lower(text_[ahead(0)->from]) == 'p' ? WordRole::pm : WordRole::am;
    at_ += 3;
  }
  const bool shortened = meridiem_ != WordRole::unknown && at_ > 0 && tokens_.items[at_ - 1].kind == TokenKind::word;
  if (shortened && symbol_ahead(0, '.') && !ahead(0)->spaced) ++at_;
  clock_end_ = at_;
}
/// "p. m." as Spanish writes it.
bool ClockReader::is_spaced_meridiem() const {
  const auto is_letter_token = [&](std::size_t distance, std::string_view letters) {
    const Token* token = ahead(distance);
    return token && token->kind == TokenKind::word && token->to - token->from == 1 &&
           letters.find(lower(text_[token->from])) != letters.npos;
  };
  return is_letter_token(0, "ap") && symbol_ahead(1, '.') && is_letter_token(2, "m");
}

bool ClockReader::colon_clock(const Token& token) {
  if (!start_clock(token.value)) return false;
  const Token& minute = *ahead(2);
  if (minute.digits > 2) return false;
  parts_.minute = minute.value;
  at_ += 3;
  if (symbol_ahead(0, ':') && number_ahead(1)) {
    if (ahead(1)->digits > 2) return false;
    parts_.second = ahead(1)->value;
    parts_.precision = Precision::second;
    at_ += 2;
    const bool milliseconds = symbol_ahead(0, ':') && number_ahead(1) && ahead(1)->digits == 3;  // SQL Server
    if ((symbol_ahead(0, '.') || symbol_ahead(0, ',') || milliseconds) && number_ahead(1) && !ahead(1)->spaced)
      at_ += 2;
    if (symbol_ahead(0, ':')) return false;
  }
  return take_meridiem(), true;
}

bool ClockReader::hour_only(const Token& token) {
  if (!start_clock(token.value)) return false;
  ++at_;
  return take_meridiem(), true;
}

/// "18h30", "9時30分15秒", "3点半".
bool ClockReader::marked_clock(const Token& token) {
  if (!start_clock(token.value)) return false;
  at_ += 2;
  if (symbol_ahead(0, '.') && number_ahead(1)) ++at_;  // "18 ч. 30 мин."
  if (role_ahead(0) == WordRole::half) {
    parts_.minute = 30;
    ++at_;
  } else if (number_ahead(0) && ahead(0)->digits <= 2 &&
             (role_ahead(1) == WordRole::minute || !ahead(0)->spaced ||
              (ahead(0)->digits == 2 && day_.looks_whole()))) {
    parts_.minute = ahead(0)->value;
    at_ += role_ahead(1) == WordRole::minute ? 2 : 1;
    if (number_ahead(0) && role_ahead(1) == WordRole::second) {
      parts_.second = ahead(0)->value;
      parts_.precision = Precision::second;
      at_ += 2;
    }
  }
  return take_meridiem(), true;
}

/// ".30" at a token that many ahead.
bool ClockReader::has_part(std::size_t behind) const {
  return symbol_ahead(behind, '.') && number_ahead(behind + 1) && ahead(behind + 1)->digits == 2 &&
         !ahead(behind + 1)->spaced;
}
/// "18.30" and "18.30.00" when the day has been read and nothing but a zone or "Uhr" follows.
bool ClockReader::is_dotted_clock() const {
  if (has_clock_ || !has_part(1) || symbol_ahead(has_part(3) ? 5 : 3, '.')) return false;
  return day_.looks_whole() && separator_ != '/' && (separator_ != '.' || ahead(0)->spaced);
}

bool ClockReader::dotted_clock(const Token& token) {
  if (!start_clock(token.value)) return false;
  parts_.minute = ahead(2)->value;
  if (has_part(3)) {
    parts_.second = ahead(4)->value;
    parts_.precision = Precision::second;
    at_ += 2;
  }
  at_ += 3;
  return take_meridiem(), true;
}

bool ClockReader::basic_clock(const Token& token) {
  if (!start_clock(token.value / 10000)) return false;
  parts_.minute = token.value / 100 % 100;
  parts_.second = token.value % 100;
  parts_.precision = Precision::second;
  ++at_;
  return take_meridiem(), true;
}

bool ClockReader::settle_clock() {
  if (!has_clock_) return meridiem_ == WordRole::unknown;
  if (meridiem_ == WordRole::pm && parts_.hour < 12) parts_.hour += 12;
  if (meridiem_ == WordRole::am && parts_.hour == 12) parts_.hour = 0;
  return true;
}

}  // namespace almanac::dates
