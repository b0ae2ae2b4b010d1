#pragma once
#include <almanac/time/words/word_table.hpp>

#include "prose_opens.hpp"
#include "prose_text.hpp"

namespace almanac::prose {

inline constexpr auto clock_starts = dates::word_table<clock_words>();

/// A stretch of text as the reader of times asks about it: what joins two times, and whether figures with a stop
/// between them ("18.30") are one. Borrows the text.
class ClockText {
 protected:
  ClockText(const ProseText& text, std::uint32_t end) : text_(text), end_(end) {}

  const Piece& at(std::uint32_t i) const { return i < end_ ? text_.at(i) : text_.at(static_cast<std::size_t>(-1)); }
  bool symbol(std::uint32_t i, char c) const { return i < end_ && text_.is_symbol(i, c); }
  bool number(std::uint32_t i) const { return i < end_ && text_.is_number(i); }
  template <std::size_t... Sizes>
  bool any(std::uint32_t i, const char (&... words)[Sizes]) const {
    return i < end_ && text_.is_one_of(text_.at(i), words...);
  }
  template <std::size_t Size>
  bool word(std::uint32_t i, const char (&word)[Size]) const {
    return any(i, word);
  }

  bool counts(std::uint32_t i) const {
    return i < end_ && at(i).kind == PieceKind::word && !at(i).capital &&
           !any(i, "e", "presso", "in", "a", "al", "na", "no", "em", "en", "alla", "nel", "nella", "ore", "y", "con",
                "com");
  }

  /// Whether a sign or word that leads to the end of a time stands at `i`, which goes behind it.
  bool range_sign(std::uint32_t& i) const {
    if (symbol(i, '-') || symbol(i, '~') || symbol(i, '>')) {
      ++i;
      if (symbol(i, '>') && !at(i).spaced) ++i;
      return true;
    }
    if (any(i, "to", "till", "until", "bis", "til", "tot", "a", "ate", "alle", "al", "as", "et", "hasta", "to", "do",
            "до", "εωσ", "μεχρι")) {
      ++i;
      if (any(i, "las", "les", "l", "ore")) ++i;
      if (symbol(i, '\'')) ++i;
      return number(i) || clock_starts.find(text_.text_of(at(i)), at(i).start) != 0;  // "9 am to noon"
    }
    if (ends_behind(i)) return true;
    if (at(i).kind != PieceKind::sign) return false;
    if (word(i, "か") && word(i + 1, "ら")) return i += 2, true;
    if (text_.starts_with(i, "부터") || text_.starts_with(i, "에서")) return i += 2, true;
    if (any(i, "至", "到")) return ++i, true;
    return false;
  }

  /// "at 18:00 and ends at 21:00": `i` behind the first time goes to the second.
  [[gnu::noinline]] bool ends_behind(std::uint32_t& i) const {
    if (!any(i, "and", "und", "et", "y", "e", "en")) return false;
    std::uint32_t next = i + 1;
    if (!any(next, "ends", "ending", "finishes", "closes", "endet", "finit", "termine", "termina", "eindigt"))
      return false;
    ++next;
    if (any(next, "at", "um", "a", "om", "alle", "around")) ++next;
    if (any(next, "las", "les")) ++next;
    if (!number(next)) return false;
    i = next;
    return true;
  }

  /// "between 14:00 and 16:00", "entre las 14 y las 16 h": `i` behind the first time goes to the second.
  bool joins_between(std::uint32_t from, std::uint32_t& i) const {
    if (!any(i, "and", "und", "et", "y", "e", "en") || from == 0) return false;
    const bool article = from > 1 && text_.is_one_of(text_.at(from - 1), "las", "le", "les", "as");
    if (!text_.is_one_of(text_.at(article ? from - 2 : from - 1), "between", "zwischen", "entre", "tra", "tussen"))
      return false;
    i += any(i + 1, "las", "le", "les", "as") ? 2 : 1;
    return true;
  }

  /// "ore 19", "kl. 19", "klo 19", "godz. 19".
  bool said_hour(std::uint32_t i) const {
    const std::uint32_t said = i > 1 && text_.is_symbol(i - 1, '.') ? i - 2 : i - 1;
    return i > 0 && ((text_.is_one_of(text_.at(i - 1), "dalle", "alle", "las", "as") && !counts(i + 1)) ||
                     text_.is_one_of(text_.at(i - 1), "ore", "godzinie", "godziny", "godzina", "ωρα") ||
                     text_.is_one_of(text_.at(said), "kl", "klo", "klokken", "klockan", "godz", "saat"));
  }
  bool is_currency(std::uint32_t i) const {
    return any(i, "eur", "euro", "euros", "usd", "gbp", "chf") || symbol(i, other_symbol) || symbol(i, '$');
  }
  /// "18.30-21.00": two times of a day, in figures of two, one after the other.
  bool spans_hours(std::uint32_t i) const {
    const auto is_time = [&](std::uint32_t from) {
      return number(from) && at(from).digits == 2 && at(from).value <= 24 && symbol(from + 1, '.') &&
             number(from + 2) && at(from + 2).digits == 2 && at(from + 2).value % 5 == 0;
    };
    const bool joined = symbol(i + 3, '-') || any(i + 3, "to", "till", "until", "bis", "tot");
    return is_time(i) && joined && is_time(i + 4) && at(i).value < at(i + 4).value && !is_currency(i + 7) &&
           !symbol(i + 7, '.') && !symbol(i + 7, '%') && !(i > 0 && is_currency(i - 1));
  }
  /// The end of "kl. 12.00-12.45".
  bool ends_dotted_range(std::uint32_t i) const {
    return i > 4 &&
           (text_.is_symbol(i - 1, '-') || text_.is_one_of(text_.at(i - 1), "to", "till", "until", "bis", "tot")) &&
           text_.is_number(i - 2) && text_.at(i - 2).digits == 2 && text_.is_symbol(i - 3, '.') &&
           !text_.at(i - 2).spaced && text_.is_number(i - 4) && text_.at(i - 4).value <= 24 &&
           (text_.at(i - 4).spaced || !text_.is_symbol(i - 5, '.')) && at(i).digits == 2;
  }
  /// "13.3.2027 10.15", "13.03.2027, 10.15", "Fr 13.3. 19.30": right behind a day in figures with stops, and not part
  /// of something longer.
  bool follows_stopped_day(std::uint32_t i) const {
    std::uint32_t to = i > 0 && text_.is_symbol(i - 1, ',') ? i - 1 : i;
    if (!at(i).spaced || to < 4 || is_measure(i + 3)) return false;
    const bool has_year = text_.is_number(to - 1) && text_.at(to - 1).digits == 4;
    if (has_year ? to < 5 : !text_.is_symbol(to - 1, '.')) return false;
    if (has_year && !text_.is_symbol(to - 2, '.')) return false;
    const std::uint32_t month = has_year ? to - 3 : to - 2;
    const auto is_short = [&](std::uint32_t at) { return text_.is_number(at) && text_.at(at).digits <= 2; };
    return is_short(month) && text_.is_symbol(month - 1, '.') && is_short(month - 2) &&
           text_.at(month - 2).value <= 31 && text_.at(month).value <= 12;
  }
  bool is_measure(std::uint32_t i) const {
    return symbol(i, '%') || any(i, "km", "m", "kg", "mb", "gb", "mio", "mrd", "million", "millionen", "prozent");
  }
  /// The minutes of "18.30".
  bool behind_stop(std::uint32_t i) const {
    return i > 1 && !at(i).spaced && text_.is_symbol(i - 1, '.') && !at(i - 1).spaced && text_.is_number(i - 2);
  }
  /// "18.30" is a time when a word around it says so.
  bool dotted(std::uint32_t i) const {
    if (symbol(i + 3, '.') && number(i + 4) && !at(i + 4).spaced) return false;
    if (is_currency(i + 3)) return false;
    if (any(i + 3, "uhr", "uur", "h", "am", "pm", "hrs")) return true;
    std::uint32_t joined = i + 3;  // "tussen 19.00 en 20.30 uur"
    if (joins_between(i, joined) && number(joined)) return true;
    std::uint32_t end = i + 3;  // of "18.30 bis 20.00 Uhr", "18.30-20 Uhr"
    if (range_sign(end) && number(end) && any(symbol(end + 1, '.') ? end + 3 : end + 1, "uhr", "uur", "h", "am", "pm"))
      return true;
    return said_hour(i) || spans_hours(i) || ends_dotted_range(i) || follows_stopped_day(i) ||
           (i > 0 && any(i - 1, "at", "las", "um", "ab", "alle", "om", "dalle", "o'clock", "vanaf", "uhr", "o", "od",
                         "v", "ve", "klockan", "в", "с", "στισ"));
  }

  const ProseText& text_;
  std::uint32_t end_;
};

}  // namespace almanac::prose
