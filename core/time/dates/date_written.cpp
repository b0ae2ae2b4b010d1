#include <algorithm>
#include <array>

#include "date_civil.hpp"
#include "date_parts.hpp"
#include "date_tokens.hpp"
#include "date_zones.hpp"
#include "written_clock.hpp"

namespace almanac::dates {
namespace {

constexpr std::string_view era_letters = "RHSTM";
constexpr std::array era_years{2018, 1988, 1925, 1911, 1867};  ///< the year zero of each

/// Reads the pieces of a written date: times, zones and marked numbers; what the rest must be the day tells.
class WrittenReader : ClockReader {
 public:
  WrittenReader(std::string_view text, const DateReading& reading) : ClockReader(text, reading) {}

  Result<DateParts> read() {
    if (!cut_tokens(text_, tokens_)) return DateErrc::not_a_date;
    while (at_ < tokens_.size)
      if (!step()) return DateErrc::not_a_date;
    if (!day_.settle(has_clock_, parts_) || !settle_clock()) return DateErrc::not_a_date;
    if (day_.is_impossible()) return DateErrc::impossible;
    if (skipped_word_ && parts_.precision > Precision::day) return DateErrc::not_a_date;
    if (parts_.has_time() && parts_.stated <= Stated::nothing && !tokens_.comment.empty()) {
      DateParts commented = parts_;
      if (read_zone(tokens_.comment, commented) && commented.stated != Stated::unknown) parts_ = commented;
    }
    if (tokens_.korean) parts_.country_zone = "Asia/Seoul";
    return parts_;
  }

 private:
  bool step() {
    const Token& token = tokens_.items[at_];
    if (token.kind == TokenKind::number) return number(token);
    if (token.kind == TokenKind::word) return word(token);
    return symbol(token);
  }

  /// "EST +0100", "PST -0800": an offset at the end says it better than the abbreviation before it.
  bool offset_after_abbreviation(const Token& token) {
    const bool abbreviated = parts_.stated == Stated::offset && tokens_.items[at_ - 1].kind == TokenKind::word;
    std::size_t used = 0;
    const auto offset = abbreviated && token.spaced ? read_offset(text_.substr(token.from), used) : std::nullopt;
    if (!offset || token.from + used != text_.size()) return false;
    set_offset(*offset);
    at_ = tokens_.size;
    return true;
  }

  bool symbol(const Token& token) {
    const bool after_time = has_clock_ && parts_.stated == Stated::nothing && at_ == clock_end_;
    const bool is_sign = token.symbol == '+' || token.symbol == '-';
    if (after_time && is_sign && (symbol_ahead(1, '+') || symbol_ahead(1, '-')) && !ahead(1)->spaced) {
      clock_end_ = ++at_;  // "--0500": the second sign counts
      return true;
    }
    if (is_sign && has_clock_ && at_ > 0 && offset_after_abbreviation(token)) return true;
    if (token.symbol == '+' || (token.symbol == '-' && after_time && number_ahead(1) && !ahead(1)->spaced)) {
      std::size_t used = 0;
      const bool fits = (has_clock_ || day_.looks_whole()) && parts_.stated == Stated::nothing;
      const auto offset = fits ? read_offset(text_.substr(token.from), used) : std::nullopt;
      if (!offset) return false;
      if (!has_clock_ && token.from + used != text_.size()) return false;
      set_offset(*offset);
      skip_to(token.from + used);
      return at_ == tokens_.size || tokens_.items[at_].from == token.from + used || tokens_.items[at_].spaced;
    }
    constexpr std::string_view allowed = ",;./\\-@|\'[]:";
    if (token.symbol == 0 || allowed.find(token.symbol) == allowed.npos) return false;
    if (token.symbol == ':' && (at_ == 0 || tokens_.items[at_ - 1].kind != TokenKind::word)) return false;
    separator_ = token.symbol;
    const bool last = at_ + 1 == tokens_.size;
    if (last && token.symbol != '.' && token.symbol != ',' && token.symbol != ']') return false;
    ++at_;
    return true;
  }

  void skip_to(std::size_t position) {
    while (at_ < tokens_.size && tokens_.items[at_].from < position) ++at_;
  }

  void set_offset(std::int32_t offset) {
    parts_.stated = Stated::offset;
    parts_.offset = offset;
  }

  bool number(const Token& token) {
    if (const auto fits = clock(token)) return *fits;
    const WordRole next = role_ahead(1);
    if (token.digits == 4 && symbol_ahead(1, ':') && number_ahead(2) && !has_clock_ && day_.has_name()) {
      const bool fits = figure(token);  // "02/Mar/2026:18:15:30", as web servers log it
      return ++at_, fits;
    }
    if (next == WordRole::year) return marked_year(token, 2);
    if (next == WordRole::month) return marked(token, DayPart::month);
    if (next == WordRole::day) return marked(token, DayPart::day);
    if (era_ != 0) return marked_year(token, 1);
    if (unsigned_offset(token)) return true;
    if (separator_ == '\'' && token.digits == 2) {
      separator_ = 0;
      ++at_;
      return day_.mark_year(token.value, 2), true;
    }
    return figure(token);
  }

  bool marked_year(const Token& token, std::size_t tokens) {
    if (day_.has_year() || token.digits > 4) return false;
    day_.mark_year(token.value + era_, era_ != 0 ? 4 : token.digits);
    era_ = 0;
    at_ += tokens;
    return true;
  }

  bool marked(const Token& token, DayPart part) {
    if (token.digits > 2 || !day_.mark(part, token.value)) return false;
    at_ += 2;
    return true;
  }

  /// "18:15:30 0200" at the end of a date that has its year.
  bool unsigned_offset(const Token& token) {
    const bool in_place =
        has_clock_ && at_ == clock_end_ && at_ + 1 == tokens_.size && parts_.stated == Stated::nothing;
    if (!in_place || token.digits != 4 || !token.spaced || !day_.looks_whole()) return false;
    if (token.value > 1400 || token.value % 100 > 59) return false;
    set_offset(token.value / 100 * 3600 + token.value % 100 * 60);
    ++at_;
    return true;
  }

  bool figure(const Token& token) {
    const bool joined = at_ > 0 && !token.spaced && tokens_.items[at_ - 1].kind == TokenKind::symbol;
    if (joined && tokens_.items[at_ - 1].symbol == '-' && tokens_.items[at_ - 1].spaced && token.digits == 4 &&
        token.value < 100)
      return false;  // the year -0001: what PHP makes of no date
    const char before = separator_ != 0 ? separator_ : joined ? tokens_.items[at_ - 1].symbol : ' ';
    if (has_clock_ && token.digits < 3 && day_.looks_whole()) return false;  // "06-Mar-2003 09:03:29 ZE10"
    if (token.digits > 4 || !day_.add({token.value, token.digits, before})) return false;
    separator_ = 0;
    ++at_;
    return true;
  }

  /// A zone that adds nothing: behind the offset ("+0100 CET"), or behind a day without a time ("2 March 2026 GMT").
  bool is_idle_zone(const Token& token) const {
    const bool last = at_ + 1 == tokens_.size;
    const bool behind_day = last && !has_clock_ && day_.looks_whole();
    return (parts_.stated == Stated::offset || behind_day) && token.to - token.from > (last ? 1 : 2) &&
           is_capital(token) && find_offset(text_.substr(token.from, token.to - token.from));
  }

  bool word(const Token& token) {
    if (token.name == nullptr && is_idle_zone(token)) return ++at_, true;
    // Right after a clock, a zone is likelier than anything else.
    if (has_clock_ && parts_.stated == Stated::nothing &&
        ((token.name == nullptr && zone_word(token)) || capital_zone(token)))
      return true;
    if (token.name != nullptr && !(token.role == WordRole::am && meridiem_place())) {
      if (!day_.add(token.name)) return false;
      ++at_;
      return true;
    }
    if (is_meridiem(token.role)) return meridiem_word(token);
    if (token.role == WordRole::noon && number_ahead(1) && is_east_asian(token)) {  // 中午12:05
      meridiem_ = WordRole::pm;
      return ++at_, true;
    }
    if (token.role == WordRole::noon || token.role == WordRole::midnight) {
      if (has_clock_) return false;
      start_clock(token.role == WordRole::noon ? 12 : 0);
      clock_end_ = ++at_;
      return true;
    }
    if (token.role == WordRole::era) era_ = token.value;
    if (is_era_letter(token)) era_ = era_years[era_letters.find(text_[token.from])];
    if (token.role == WordRole::unknown && !unknown_word(token)) return false;
    const bool shortened = symbol_ahead(1, '.') && ahead(2) && ahead(2)->spaced;  // "kl. 19"
    at_ += (symbol_ahead(1, ':') || shortened) && token.role == WordRole::filler ? 2 : 1;
    separator_ = 0;
    return true;
  }

  bool is_east_asian(const Token& token) const { return static_cast<unsigned char>(text_[token.from]) >= 0xE0; }
  bool meridiem_place() const { return at_ > 0 && tokens_.items[at_ - 1].kind == TokenKind::number; }

  /// 午後 stands before the hour; German "am" and Portuguese "em" are only words.
  bool meridiem_word(const Token& token) {
    const bool letters = static_cast<unsigned char>(text_[token.from]) < 0x80;
    if (!letters && !has_clock_) meridiem_ = token.role;
    if (letters && token.role == WordRole::pm && lower(text_[token.from]) != 'e') return false;
    ++at_;
    return true;
  }

  /// An unknown word is a weekday in another language at the start; or an English month with a slip ("Aprol"); or no
  /// date.
  bool unknown_word(const Token& token) {
    if (at_ == 0 && (symbol_ahead(1, ',') || symbol_ahead(1, '.'))) return skipped_word_ = true;
    const auto letters = text_.substr(token.from, token.to - token.from);
    if (letters.size() < 4 || letters.size() > 10 || !day_.has_figures()) return false;
    const FoldedWord folded(letters.substr(0, 3));
    const DateName* name = find_date_name(folded.view());
    return name && name->month != 0 && (name->month_in & mask_of(Tongue::en)) != 0 && day_.add(name);
  }

  /// "R8.3.5", "H20.7.4", "S63.1.1": Japanese eras by their letters.
  bool is_era_letter(const Token& token) const {
    return at_ == 0 && token.to - token.from == 1 && era_letters.find(text_[token.from]) != era_letters.npos &&
           number_ahead(1) && !ahead(1)->spaced && ahead(1)->digits <= 2 && symbol_ahead(2, '.');
  }

  bool is_capital(const Token& token) const {
    const auto letters = text_.substr(token.from, token.to - token.from);
    return std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// "18:30 PT", "18:30 AT": zones that are also words, told by their capitals.
  bool capital_zone(const Token& token) {
    if (at_ != clock_end_ || token.to - token.from != 2 || !is_capital(token)) return false;
    if (!read_zone(text_.substr(token.from, 2), parts_)) return false;
    if (parts_.stated == Stated::unknown) return parts_.stated = Stated::nothing, false;
    ++at_;
    return true;
  }

  bool zone_word(const Token& token) {
    const bool adjacent = at_ == clock_end_ || token.spaced || tokens_.items[at_ - 1].symbol == '[';
    const bool letter =
        token.to - token.from == 1 && text_[token.from] >= 'A' && text_[token.from] <= 'Z';  // not the "h" of "18:30 h"
    if (!adjacent || (token.to - token.from == 1 && !letter && text_[token.from] != 'z')) return false;
    if (token.role != WordRole::unknown && (!letter || token.role == WordRole::time_mark)) return false;
    std::size_t last = at_ + 1;  // "Europe/Berlin", "GMT+01:00"
    while (last < tokens_.size && !tokens_.items[last].spaced) ++last;
    const auto take = [&](std::size_t end_token) {
      const std::size_t end = tokens_.items[end_token - 1].to;
      DateParts zoned = parts_;
      if (!read_zone(text_.substr(token.from, end - token.from), zoned) || zoned.stated == Stated::unknown)
        return false;
      parts_ = zoned;
      at_ = end_token;
      return true;
    };
    if (last > at_ + 1 && take(last)) return true;
    for (std::size_t end = tokens_.size; end > at_ + 1; --end)  // "Eastern Standard Time", longest first
      if ((end == last || tokens_.items[end - 1].kind == TokenKind::word ||
           tokens_.items[end - 1].kind == TokenKind::number) &&
          take(end))
        return true;
    if (take(at_ + 1)) {
      if (at_ < tokens_.size && !tokens_.items[at_].spaced && tokens_.items[at_].symbol == '.') ++at_;
      return true;
    }
    if (token.role != WordRole::unknown || !token.spaced || !is_capital(token) || token.to - token.from < 2 ||
        token.to - token.from > 5)
      return false;
    parts_.stated = Stated::unknown;
    ++at_;
    return true;
  }

  int era_ = 0;
  bool skipped_word_ = false;
};

}  // namespace

Result<DateParts> read_written_date(std::string_view text, const DateReading& reading) {
  return WrittenReader(text, reading).read();
}

}  // namespace almanac::dates
