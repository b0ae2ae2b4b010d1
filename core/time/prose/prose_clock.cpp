#include <algorithm>
#include <almanac/time/dates/date_zones.hpp>

#include "prose_clock_text.hpp"
#include "prose_dates.hpp"
#include "prose_hours.hpp"
#include "prose_opens.hpp"
#include "prose_zone.hpp"

namespace almanac::prose {
namespace {

/// One time of day.
struct Clock {
  int minutes = -1;
  bool half_known = false;  ///< am, pm, a 24-hour form, or a word settles the half of the day
  bool halves = false;      ///< am or pm does
  bool sure = false;        ///< cannot be another number: "18:30", "6 pm", "18 Uhr"
  std::uint32_t to = 0;
};

class ClockReader : ClockText {
 public:
  ClockReader(const ProseText& text, std::uint32_t end) : ClockText(text, end) {}

  std::optional<ClockSpan> read(std::uint32_t at) {
    std::uint32_t start = at;
    Clock first = one(at);
    if (first.minutes < 0) return std::nullopt;
    ClockSpan span;
    span.from = start, span.to = first.to, span.start = first.minutes;
    if (offset(at, span)) return span;
    std::uint32_t next = first.to;
    if ((range_sign(next) || joins_between(at, next)) && !begins_date(next)) {
      Clock second = one(next);
      first.sure |= second.minutes >= 0 && said_from(at) && !counts(second.to);
      if (second.minutes >= 0 && (first.sure || second.sure)) {
        // "6-8 pm", "11:30-1 pm": the half of the second goes back as far as that makes sense.
        if (!first.half_known && second.halves && second.minutes >= 720 && first.minutes < 720 &&
            first.minutes + 720 < second.minutes)
          span.start = first.minutes + 720;
        else if (first.half_known && !second.half_known && first.minutes >= 720 &&
                 (first.halves || first.minutes < 780) && second.minutes < 720 && !colon24(second))
          second.minutes += 720;
        span.end = second.minutes;
        span.to = second.to;
        first.sure = true;
      }
    }
    if (!first.sure && !(word(first.to, "for") && gathers_before(at, first, span))) return std::nullopt;
    if (!first.half_known && !first.halves && span.start < 720 && text_.at(at).digits == 1 &&
        is_afternoon_before(at, span.start)) {
      span.start += 720;
      if (span.end >= 0 && span.end < 720) span.end += 720;
    }
    read_zone(text_, end_, span);
    if (span.end < 0 && span.stated != dates::Stated::nothing) read_zoned_end(span);
    return span;
  }

 private:
  /// "6 for 6:30": when to come and when it begins, in the evening.
  [[gnu::noinline]] bool gathers_before(std::uint32_t at, const Clock& first, ClockSpan& span) const {
    if (!number(at) || first.minutes < 5 * 60 || first.minutes >= 12 * 60) return false;
    const Clock second = one(first.to + 1);
    if (!second.sure || second.minutes % 720 <= first.minutes || second.minutes % 720 > first.minutes + 60)
      return false;
    span.to = second.to;
    span.start += 720;
    return true;
  }

  /// "doors 7pm, talks 7:30": the half of the day of a time just before that is no later.
  [[gnu::noinline]] bool is_afternoon_before(std::uint32_t at, int minutes) const {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = at; i > 1 && at - i < reach; --i) {
      const Piece& piece = text_.at(i - 1);
      if (piece.kind == PieceKind::line) return false;
      if (piece.kind != PieceKind::word || piece.to - piece.from != 2) continue;
      if (text_.is_one_of(piece, "am")) return false;
      if (!text_.is_one_of(piece, "pm") || !text_.is_number(i - 2)) continue;
      const bool has_minutes = i > 4 && text_.is_symbol(i - 3, ':') && text_.is_number(i - 4);
      const int hour = text_.at(has_minutes ? i - 4 : i - 2).value % 12;
      return hour * 60 + (has_minutes ? text_.at(i - 2).value : 0) <= minutes;
    }
    return false;
  }

  /// "6 pm EST - 8 pm EST": each has its zone.
  void read_zoned_end(ClockSpan& span) {
    std::uint32_t next = span.to;
    if (!range_sign(next) || begins_date(next)) return;
    const Clock second = one(next);
    if (second.minutes < 0 || !second.sure || (!second.half_known && second.minutes <= span.start)) return;
    span.end = second.minutes;
    ClockSpan last{.from = next, .to = second.to};
    read_zone(text_, end_, last);
    span.to = last.to;
  }

  static bool colon24(const Clock& clock) { return clock.half_known; }

  /// The offset of ISO 8601 that a sign leads: "T19:00-05:00", "19:00:00-05:00"; without a "T" or seconds a range.
  bool offset(std::uint32_t from, ClockSpan& span) const {
    const std::uint32_t sign = span.to;
    const bool stands = (symbol(sign, '+') || symbol(sign, '-')) && !at(sign).spaced && number(sign + 1) &&
                        !at(sign + 1).spaced && at(sign + 1).digits % 2 == 0;
    const bool in_iso =
        symbol(sign, '+') || sign == from + 5 || (sign == from + 3 && from > 0 && text_.is_word(from - 1, "t"));
    if (!stands || !in_iso || !symbol(from + 1, ':')) return false;
    std::size_t used = 0;
    const auto offset = dates::read_offset(std::string_view{text_.folded()}.substr(at(sign).from, 6), used);
    if (!offset) return false;
    span.stated = dates::Stated::offset;
    span.offset = *offset;
    span.to = static_cast<std::uint32_t>(text_.piece_at(at(sign).from + used));
    return true;
  }

  /// "19:00 - 15.03.2027", "19:00 to 15 March": the other side of the sign is a day, no hour.
  bool begins_date(std::uint32_t i) const {
    if (at(i).kind != PieceKind::number) return false;
    if (at(i).digits == 4) return !is_military(i);
    if (any(i + 1, "月", "日", "월", "일", "号", "號")) return true;
    for (const char separator : {'.', '/', '-'})
      if (symbol(i + 1, separator) && number(i + 2) && symbol(i + 3, separator) &&
          (at(i + 4).kind == PieceKind::number || separator == '.'))
        return true;
    const std::uint32_t name = symbol(i + 1, '.') || any(i + 1, "de", "st", "nd", "rd", "th") ? i + 2 : i + 1;
    return at(name).name && at(name).name->month != 0;
  }

  /// "am", "p.m.", "a. m." after a number; its length in pieces, 0 if none. `pm` gets which.
  std::uint32_t meridiem(std::uint32_t i, bool& pm) const {
    if (any(i, "am", "pm")) return pm = word(i, "pm"), 1;
    if (any(i, "a", "p") && !at(i).spaced && !symbol(i + 1, '.')) return pm = word(i, "p"), 1;  // "5:30p"
    if (any(i, "a", "p") && symbol(i + 1, '.') && word(i + 2, "m"))
      return pm = word(i, "p"), symbol(i + 3, '.') && !at(i + 3).spaced ? 4 : 3;
    return part_of_day(i, pm);
  }

  /// "de la tarde", "du soir", "da manhã", "di sera"; "abends", "вечера", "wieczorem", "μ.μ.".
  std::uint32_t part_of_day(std::uint32_t i, bool& pm) const {
    pm =
        any(i, "abends", "nachmittags", "wieczorem", "вечера", "вечером", "vecer", "odpoledne", "дня", "mittags", "μμ");
    if (pm || any(i, "morgens", "vormittags", "rano", "утра", "dopoledne", "πμ")) return 1;
    if (word(i, "s") && symbol(i + 1, '\'') && any(i + 2, "avonds", "middags", "morgens", "ochtends"))
      return pm = any(i + 2, "avonds", "middags"), 3;  // the stroke before the "s" may be lost
    if (symbol(i, '\'') && word(i + 1, "s") && any(i + 2, "avonds", "middags", "morgens", "ochtends"))
      return pm = any(i + 2, "avonds", "middags"), 3;
    if (any(i, "pa", "om") &&
        any(i + 1, "kvallen", "aftenen", "kvelden", "morgonen", "morgenen", "ettermiddagen", "eftermiddagen"))
      return pm = !any(i + 1, "morgonen", "morgenen"), 2;
    if (any(i, "μ", "π") && symbol(i + 1, '.') && word(i + 2, "μ"))
      return pm = word(i, "μ"), symbol(i + 3, '.') && !at(i + 3).spaced ? 4 : 3;
    if (word(i, "in") && word(i + 1, "the") && any(i + 2, "evening", "afternoon", "morning"))
      return pm = !word(i + 2, "morning"), 3;
    if (!any(i, "de", "du", "da", "di", "del", "della")) return 0;
    const std::uint32_t part = word(i, "de") && word(i + 1, "la") ? i + 2 : i + 1;
    pm = any(part, "tarde", "noche", "soir", "noite", "sera", "pomeriggio");
    return pm || any(part, "manana", "matin", "manha", "mattina") ? part + 1 - i : 0;
  }

  Clock one(std::uint32_t i) const {
    if (at(i).kind == PieceKind::word) return in_words(i);
    bool east_pm = false, east = false;
    if (i + 1 < end_ && at(i).kind == PieceKind::sign) {
      static constexpr std::string_view ams[] = {"午前", "上午", "凌晨", "早上", "朝", "오전", "아침", "새벽"},
                                        pms[] = {"午後", "下午", "晚上", "夕方", "夜",
                                                 "오후", "中午", "저녁", "밤",   "낮"};
      for (const std::string_view noon : {"正午", "정오"})
        if (text_.starts_with(i, noon)) return {720, true, false, true, i + 2};
      std::string_view part;
      for (const auto w : ams)
        if (text_.starts_with(i, w)) part = w;
      for (const auto w : pms)
        if (text_.starts_with(i, w)) part = w, east_pm = true;
      if (part.empty()) return in_ideographs(i, false);
      east = true;
      i = static_cast<std::uint32_t>(text_.piece_at(at(i).from + part.size()));
      if (Clock clock = in_ideographs(i, east_pm); clock.minutes >= 0) return clock;
    }
    if (number(i) && at(i).digits == 4 && is_military(i) && at(i).value % 100 < 60 && at(i).value < 2400)
      return {at(i).value / 100 * 60 + at(i).value % 100, true, false, true, any(i + 1, "hrs", "uhr") ? i + 2 : i + 1};
    if (!number(i) || at(i).digits > 2 || at(i).value > 24 || behind_stop(i)) return {};
    if (i > 0 && !east && text_.is_one_of(text_.at(i - 1), "晚", "晩", "夜", "este", "delutan"))
      east = east_pm = true;  // 明晚8点
    Clock clock{at(i).value * 60, false, false, false, i + 1};
    const bool minutes_follow =
        number(i + 2) && at(i + 2).digits == 2 && at(i + 2).value < 60 && !at(i + 2).spaced && !at(i + 1).spaced;
    if (minutes_follow && (symbol(i + 1, ':') || word(i + 1, "h") || word(i + 1, "u"))) {
      if (symbol(i + 3, ':') && number(i + 4) && !at(i + 4).spaced && at(i + 4).digits == 2)
        clock.to = i + 5;
      else
        clock.to = i + 3;
      clock.minutes += at(i + 2).value;
      clock.sure = true;
      clock.half_known = at(i).value > 12 || (at(i).digits == 2 && at(i).value < 10);
      if (symbol(clock.to, ':') && number(clock.to + 1) && !at(clock.to + 1).spaced) return {};
    } else if (minutes_follow && symbol(i + 1, '.') && dotted(i)) {
      clock.minutes += at(i + 2).value;
      clock.to = i + 3;
      clock.sure = true;
      clock.half_known = at(i).value > 12 || (at(i).digits == 2 && at(i).value < 10);
    } else if (any(i + 1, "時", "时", "點", "点", "시") && !word(i + 2, "間") && !word(i + 2, "间")) {
      clock.to = i + 2;
      clock.sure = true;
      clock.half_known = east || at(i).value > 12;
      if (word(i + 2, "半")) {
        clock.minutes += 30, clock.to = i + 3;
      } else if (number(i + 2) && at(i + 2).digits <= 2 && any(i + 3, "分", "분")) {
        clock.minutes += at(i + 2).value, clock.to = i + 4;
      }
    } else if (any(i + 1, "h", "uhr", "uur", "часов", "часа", "ч", "hodin", "orakor", "oratol", "horakor") &&
               !at(i + 1).upper) {
      clock.to = i + 2;
      clock.sure = clock.half_known = true;
      if (word(i + 1, "h") && at(i + 1).spaced && number(i + 2) && at(i + 2).digits == 2 && at(i + 2).value < 60) {
        clock.minutes += at(i + 2).value;  // "13 h 30"
        clock.to = i + 3;
      } else if (any(i + 1, "uhr", "uur") && number(i + 2) && at(i + 2).digits == 2 && at(i + 2).value < 60 &&
                 (i + 3 >= end_ || at(i + 3).kind == PieceKind::symbol || at(i + 3).kind == PieceKind::line)) {
        clock.minutes += at(i + 2).value;  // "19 Uhr 30"
        clock.to = i + 3;
      }
    } else if (counted_hour(i)) {
      clock.to = i + 2;
      clock.sure = clock.half_known = true;
    } else if (said_hour(i)) {
      clock.sure = clock.half_known = true;
      if (word(i + 1, "e") && number(i + 2) && at(i + 2).digits == 2 && at(i + 2).value < 60) {
        clock.minutes += at(i + 2).value;  // "ore 20 e 30"
        clock.to = i + 3;
      }
    } else if (word(i + 1, "o") && symbol(i + 2, '\'') && word(i + 3, "clock")) {
      clock.to = i + 4;
      clock.sure = true;
    }
    bool pm = false;
    if (const auto size = meridiem(clock.to, pm); size > 0 && at(i).value <= 12) {
      clock.to += size;
      clock.sure = clock.half_known = clock.halves = true;
      if (pm && clock.minutes < 720) clock.minutes += 720;
      if (!pm && clock.minutes >= 720 && clock.minutes < 780) clock.minutes -= 720;
    } else if (any(clock.to, "uhr", "uur", "h", "hrs", "hs", "horas", "ore", "часов", "orakor", "oratol") &&
               clock.sure) {
      ++clock.to;
      clock.half_known = true;
    } else if (any(clock.to, "noon") && at(i).value == 12) {
      ++clock.to, clock.sure = true;
    }
    if (east_pm && clock.minutes < 720) clock.minutes += 720;
    clock.half_known |= east;
    clock.halves |= east;
    if (clock.minutes > 1440) return {};
    return clock;
  }

  /// "1930 hrs", "0800 UTC", "0800-1600 Zulu": four figures that are a time.
  [[gnu::noinline]] bool is_military(std::uint32_t i) const {
    const auto is_said = [&](std::uint32_t behind) { return any(behind, "hrs", "uhr", "utc", "gmt", "zulu"); };
    return is_said(i + 1) ||
           (symbol(i + 1, '-') && number(i + 2) && at(i + 2).digits == 4 && at(i + 2).value < 2400 && is_said(i + 3));
  }

  /// "noon", "midnight", "half past six".
  Clock in_words(std::uint32_t i) const {
    switch (clock_starts.find(text_.text_of(at(i)), at(i).start)) {
      case ClockWord::noon:
        return {720, true, false, true, i + 1};
      case ClockWord::midnight:
        return {0, true, false, true, i + 1};
      case ClockWord::divided:
        if (!symbol(i + 1, '-') || !any(i + 2, "dia", "noite")) return {};
        return {word(i + 2, "dia") ? 720 : 0, true, false, true, i + 3};
      case ClockWord::half:
        return word(i + 1, "past") ? half_past(i + 2) : half_before(i + 1);
      case ClockWord::quarter:
        return quarter(i + 1);
      default:
        return {};
    }
  }

  /// "quarter past seven in the evening", "kwart voor acht 's avonds": only beside a part of the day.
  Clock quarter(std::uint32_t i) const {
    const bool past = any(i, "past", "nach", "over", "efter"), before = any(i, "to", "vor", "voor", "i");
    if ((!past && !before) || i + 1 >= end_) return {};
    int hour = number(i + 1) && at(i + 1).digits <= 2 ? at(i + 1).value : 0;
    if (at(i + 1).kind == PieceKind::word) {
      const std::string_view word = text_.text_of(at(i + 1));
      hour = hours.find(word, at(i + 1).start);
      if (hour == 0) hour = next_hours.find(word, at(i + 1).start);
    }
    bool pm = false;
    const std::uint32_t part = hour < 1 || hour > 12 ? 0 : meridiem(i + 2, pm);
    if (part == 0) return {};
    const int minutes = hour % 12 * 60 + (past ? 15 : -15) + (pm ? 720 : 0);
    return {minutes, true, true, true, i + 2 + part};
  }

  /// "halb acht abends": only beside a part of the day.
  Clock half_before(std::uint32_t i) const {
    const int hour = i < end_ && at(i).kind == PieceKind::word ? next_hours.find(text_.text_of(at(i)), at(i).start) : 0;
    bool pm = false;
    const std::uint32_t part = hour == 0 ? 0 : meridiem(i + 1, pm);
    if (part == 0) return {};
    const int minutes = hour * 60 - 30;
    return {pm && minutes < 720 ? minutes + 720 : minutes, true, true, true, i + 1 + part};
  }

  /// 七点半, 三時.
  Clock in_ideographs(std::uint32_t i, bool pm) const {
    const int hour = hour_in_ideographs(text_, i);
    if (hour == 0 || i >= end_ || !any(i, "点", "點", "時", "时") || any(i + 1, "間", "间", "钟")) return {};
    if (i > 1 && text_.is_one_of(text_.at(i - 2), "晚", "晩", "夜")) pm = true;
    const bool half = word(i + 1, "半");
    return {(hour + (pm && hour < 12 ? 12 : 0)) * 60 + (half ? 30 : 0), pm, pm, true, half ? i + 2 : i + 1};
  }

  /// "half past six in the evening".
  Clock half_past(std::uint32_t i) const {
    const int hour = i < end_ && at(i).kind == PieceKind::word ? hours.find(text_.text_of(at(i)), at(i).start) : 0;
    if (hour == 0) return {};
    Clock clock{hour * 60 + 30, false, false, true, i + 1};
    bool pm = false;
    if (const auto size = meridiem(i + 1, pm)) clock.to += size;
    if (pm && clock.minutes < 720) clock.minutes += 720;
    clock.half_known = clock.halves = pm;
    return clock;
  }

  /// "dalle 10 alle 18", "das 10 às 18": words that only hours have.
  bool said_from(std::uint32_t i) const { return i > 0 && text_.is_one_of(text_.at(i - 1), "dalle", "das"); }
  /// "à 14 heures", "a 13 hs": the word before tells the hour from a duration.
  bool counted_hour(std::uint32_t i) const {
    return i > 0 && any(i + 1, "heures", "heure", "horas", "hs") &&
           text_.is_one_of(text_.at(i - 1), "a", "las", "as", "des", "vers");
  }
};

}  // namespace

std::optional<ClockSpan> clock_at(const ProseText& text, std::uint32_t at, std::uint32_t end) {
  if ((text.at(at).opens & (Opens::clock | Opens::figure)) == 0) return std::nullopt;
  return ClockReader(text, end).read(at);
}

}  // namespace almanac::prose
