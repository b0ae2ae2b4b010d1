#include "prose_atoms.hpp"

#include <algorithm>

#include "prose_opens.hpp"

namespace almanac::prose {

using dates::mask_of;
using dates::Tongue;

namespace {

/// "27" is 2027, and "95" is 1995.
int year_of_two_figures(int figures) { return figures + (figures < 50 ? 2000 : 1900); }

}  // namespace

/// "Fr 13.3. 19.30", "Fr 13.3. 19 Uhr": the number behind the day is an hour.
bool AtomReader::precedes_clock(std::uint32_t i) const {
  if (!piece(i).spaced || !number(i) || piece(i).value > 24) return false;
  if (any(i + 1, "uhr", "uur", "h", "hodin", "часов", "ч")) return true;
  return symbol(i + 1, '.') && !piece(i + 1).spaced && number(i + 2) && piece(i + 2).digits == 2 &&
         piece(i + 2).value < 60 && !piece(i + 2).spaced;
}

bool AtomReader::year_at(std::uint32_t i, int& year, std::uint32_t& to) const {
  if (piece(i).kind == PieceKind::number && piece(i).digits == 4 && piece(i).value >= 1900 && piece(i).value <= 2200) {
    // "2027.01" and "2027-3" are versions or other dates, and "10 April 2000 people" has no way to be told.
    if (symbol(i + 1, ':') && number(i + 2) && !piece(i + 2).spaced) return false;
    year = piece(i).value;
    to = i + 1;
    return true;
  }
  if (symbol(i, '\'') && number(i + 1) && piece(i + 1).digits == 2 && !piece(i + 1).spaced) {
    year = year_of_two_figures(piece(i + 1).value);
    to = i + 2;
    return true;
  }
  return false;
}

/// ", 2027", " de 2027", " 2027", "'27" behind a day and month.
bool AtomReader::read_year_after(std::uint32_t i, Atom& atom) const {
  std::uint32_t next = i;
  if (symbol(next, ',') || symbol(next, '.') || symbol(next, '-') || symbol(next, '/')) ++next;
  if (any(next, "de", "del", "of", "do", "dell", "d")) ++next;
  if (symbol(next, '\'') && piece(next + 1).digits != 2) ++next;
  return year_at(next, atom.year, atom.to);
}

bool AtomReader::decide_pair(int first, int second, char separator, Atom& atom) const {
  if (first < 1 || second < 1) return false;
  bool day_first = true;
  if (first > 12) {
    if (second > 12) return false;
  } else if (second > 12) {
    if (separator == '.') return false;  // "first talk 9.15."
    day_first = false;
  } else if (separator != '.' && first != second) {
    const DayOrder order = anchor_.day_order();
    day_first = order.day_first;
    atom.undecided = !order.is_known;
  }
  atom.day = day_first ? first : second;
  atom.month = day_first ? second : first;
  return true;
}

/// "20./21.03.2027": the stroke at `i` stands behind a day with a stop.
bool AtomReader::follows_ordinal(std::uint32_t i) const {
  return i >= 2 && text_.is_symbol(i - 1, '.') && text_.is_number(i - 2) && text_.at(i - 2).digits <= 2 &&
         !(i >= 3 && !text_.at(i - 2).spaced && text_.is_symbol(i - 3, '.'));
}

/// "- 21.03.2027": what stands before it with stops is its first day.
bool AtomReader::leads_to_stopped(std::uint32_t i) const {
  std::uint32_t next = i;
  if (joint(next, false) != Joint::range) return false;
  return number(next) && symbol(next + 1, '.') && number(next + 2) && symbol(next + 3, '.') &&
         piece(next + 4).kind == PieceKind::number;
}

/// ISO dates, and "13.03.2027", "13.3.", "02/18/2027", "5-3-2027".
bool AtomReader::read_numeric(std::uint32_t i, Atom& atom) const {
  const Piece& first = piece(i);
  const char separator = piece(i + 1).symbol;
  if (piece(i + 1).kind != PieceKind::symbol || piece(i + 1).spaced ||
      (separator != '-' && separator != '/' && separator != '.'))
    return false;
  if (i > 0 && !first.spaced && first.digits <= 2 && text_.at(i - 1).kind == PieceKind::symbol &&
      ((text_.is_symbol(i - 1, '/') && !follows_ordinal(i - 1)) || text_.is_symbol(i - 1, '.') ||
       text_.is_symbol(i - 1, '#')))
    return false;
  if (!number(i + 2) || (piece(i + 2).spaced && separator != '.')) return false;
  const bool third = symbol(i + 3, separator) && !piece(i + 3).spaced && piece(i + 4).kind == PieceKind::number &&
                     (!piece(i + 4).spaced || (separator == '.' && !symbol(i + 5, ':') && !precedes_clock(i + 4)));
  if (separator == '.' && i > 0 && !first.spaced && text_.at(i - 1).kind == PieceKind::word)
    return false;  // "v2026.12.1"
  atom.numeric = true;
  if (first.digits == 4 && third && first.value >= 1900 && first.value <= 2200 && piece(i + 4).digits <= 2) {
    atom.year = first.value, atom.month = piece(i + 2).value, atom.day = piece(i + 4).value;
    atom.to = i + 5;
    // "2027. 2. 10. ~ 2027. 3. 1."
    if (separator == '.' && piece(i + 2).spaced && symbol(atom.to, '.') && !piece(atom.to).spaced) ++atom.to;
    // "2027-03-06T18:30"
    if (word(atom.to, "t") && number(atom.to + 1) && symbol(atom.to + 2, ':')) ++atom.to;
    const bool goes_on =
        symbol(atom.to, separator) && piece(atom.to + 1).kind == PieceKind::number && !piece(atom.to + 1).spaced;
    return !goes_on || (piece(atom.to + 1).digits == 4 && symbol(atom.to + 2, separator));
  }
  if (first.digits > 2) return false;
  if (third && (piece(i + 4).digits == 4 || (piece(i + 4).digits == 2 && separator != '-'))) {
    if (!decide_pair(first.value, piece(i + 2).value, separator, atom)) return false;
    atom.year = piece(i + 4).digits == 4 ? piece(i + 4).value : year_of_two_figures(piece(i + 4).value);
    atom.to = i + 5;
    if (separator == '.' && symbol(i + 5, '.') && number(i + 6) && !piece(i + 6).spaced) return false;  // an address
    return piece(i + 4).digits == 4 || separator == '/' || (piece(i + 4).value >= 20 && first.digits == 2);
  }
  // "13.3." and "13.03." without a year, in languages that write so.
  // The last stop may be that of the sentence.
  const bool is_led = separator == '.' && follows_foreign_weekday(i);
  const bool is_stopped = symbol(i + 3, '.') || (i + 3 == end_ && text_.is_symbol(end_, '.'));
  if (separator == '.' && (is_stopped || (is_led && precedes_hour(i + 3))) && !third && piece(i + 2).digits <= 2 &&
      !(i > 0 &&
        text_.is_one_of(text_.at(i - 1), "version", "versione", "versao", "versie", "versio", "wersja", "wersje",
                        "wersji", "verze", "verzi", "versionen", "версия", "версии", "версию", "release")) &&
      ((anchor_.tongues() & ~mask_of(Tongue::en)) != 0 || leads_to_stopped(i + 4) || is_led) &&
      decide_pair(first.value, piece(i + 2).value, '.', atom)) {
    atom.to = std::min(is_stopped ? i + 4 : i + 3, end_);
    int year = 0;
    if (is_stopped && piece(i + 4).digits == 4 && year_at(i + 4, year, atom.to)) atom.year = year;
    return atom.month <= 12;
  }
  return false;
}

/// "11 April 2027", "13. März", "1er avril", "5 de marzo de 2027", "12-Feb-2027", and a bare day.
bool AtomReader::read_day_first(std::uint32_t i, Atom& atom) const {
  if (!number(i) || piece(i).value < 1 || piece(i).value > 31) return false;
  atom.day = piece(i).value;
  std::uint32_t next = i + 1;
  if (!piece(next).spaced && any(next, "st", "nd", "rd", "th", "er", "e", "o", "a", "ª", "º", "η", "ησ"))
    ++next;
  else if (symbol(next, other_symbol) && !piece(next).spaced)
    ++next;  // "1º", "1°"
  else if (symbol(next, '.') && !piece(next).spaced)
    ++next;
  atom.to = next;
  if (any(next, "day") && any(next + 1, "of")) ++next;  // "the 20th day of March"
  const bool hyphened =
      symbol(next, '-') && !piece(next).spaced && !piece(next + 1).spaced && month_name(next + 1, true) != 0;
  if (hyphened) ++next;
  if (any(next, "de", "of", "di", "d")) ++next;
  if (symbol(next, '\'')) ++next;
  if (const int month = month_name(next, true)) {
    atom.month = month;
    atom.to = next + 1;
    if (symbol(atom.to, '.') && piece(next).to - piece(next).from <= 5 && piece(atom.to + 1).kind != PieceKind::line)
      ++atom.to;
    if (hyphened && symbol(atom.to, '-') && piece(atom.to + 1).digits == 2 && !piece(atom.to + 1).spaced)
      atom.year = year_of_two_figures(piece(atom.to + 1).value), atom.to += 2;  // "12-Feb-27"
    else
      read_year_after(atom.to, atom);
    return true;
  }
  return true;
}

/// "március 11-én", "Március 11., csütörtök": what stands behind a day in Hungarian.
void AtomReader::read_suffix(Atom& atom) const {
  if (symbol(atom.to, '.') && !piece(atom.to).spaced) ++atom.to;
  if (symbol(atom.to, '-') && !piece(atom.to).spaced && !piece(atom.to + 1).spaced &&
      any(atom.to + 1, "en", "an", "jen", "jan", "ei", "ai", "i"))
    atom.to += 2;
}

/// "March 19, 2027", "JAN 8TH", "Sept. 26".
bool AtomReader::read_month_first(std::uint32_t i, Atom& atom) const {
  const int month = month_name(i, true);
  if (month == 0 || is_polish_word(i)) return false;
  std::uint32_t next = i + 1;
  if (symbol(next, '.') && piece(i).to - piece(i).from <= 5) ++next;
  if (any(next, "the")) ++next;
  if (!number(next) || piece(next).value < 1 || piece(next).value > 31 || counts_something(next + 1)) return false;
  if (!piece(next).spaced && !symbol(next - 1, '.')) return false;  // "May2", "Oct-3" are names
  atom.month = month;
  atom.day = piece(next).value;
  atom.to = next + 1;
  if (!piece(atom.to).spaced && any(atom.to, "st", "nd", "rd", "th")) ++atom.to;
  if ((piece(i).name->month_in & mask_of(Tongue::hu)) != 0) read_suffix(atom);
  read_year_after(atom.to, atom);
  return true;
}

/// "2027. március 15.", "2027 March 15".
bool AtomReader::read_year_first(std::uint32_t i, Atom& atom) const {
  const std::uint32_t name = symbol(i + 1, '.') && !piece(i + 1).spaced ? i + 2 : i + 1;
  if (piece(i).digits != 4 || !piece(name).spaced || !piece(name).name) return false;
  if (!read_month_first(name, atom) || atom.year != 0) return false;
  int year = 0;
  std::uint32_t to = 0;
  if (!year_at(i, year, to)) return false;
  atom.year = year;
  return true;
}

/// "24/25 October": what stands behind the stroke is a day, too.
bool AtomReader::shares_month(std::uint32_t i) const {
  const bool day_before = i >= 2 && ((text_.is_number(i - 2) && text_.at(i - 2).digits <= 2) || follows_ordinal(i - 1));
  const std::uint32_t behind = any(i + 1, "de", "of", "di") || symbol(i + 1, '.') ? i + 2 : i + 1;
  return day_before && month_name(behind, true) != 0;
}

/// "Sat/Sun", "Sa. & So.", "Freitag und Samstag": the first of two days tells enough.
void AtomReader::skip_second_weekday(std::uint32_t& next) const {
  if (!symbol(next, '/') && !symbol(next, '&') && !symbol(next, '+') && !symbol(next, '-') &&
      !any(next, "and", "und", "et", "y", "e", "en", "to", "bis"))
    return;
  std::uint32_t to = 0;
  if (weekday_name(next + 1, to) == 0) return;
  if (symbol(to, ',')) ++to;
  if (number(to) && !clock_at(text_, to, end_)) next = to;  // not "Mo-Fr 9-12 Uhr"
}

/// "Thursday 9/2/2027": the stated weekday fits one reading only.
void AtomReader::settle_by_weekday(Atom& atom) const {
  if (!atom.undecided || atom.year < 1900) return;
  const bool as_read = dates::weekday_of(dates::days_from_civil(atom.year, atom.month, atom.day)) == atom.weekday;
  const bool swapped = dates::weekday_of(dates::days_from_civil(atom.year, atom.day, atom.month)) == atom.weekday;
  if (as_read == swapped) return;
  if (swapped) std::swap(atom.day, atom.month);
  atom.undecided = false;
}

/// Whether a piece is what a date may go on with behind "the", "le" or "al"; most words are not.
bool AtomReader::follows_article(std::uint32_t i) const {
  const Piece& p = piece(i);
  return p.kind == PieceKind::number || p.name || symbol(i, '\'') || any(i, "dia", "dias");
}

bool AtomReader::is_lonely_article(std::uint32_t i) const {
  return piece(i).opens == Opens::article && !follows_article(i + 1);
}

Atom AtomReader::at(std::uint32_t i) const {
  Atom atom;
  if (i >= end_) return atom;
  const std::uint8_t opens = piece(i).opens;
  if ((opens & ~Opens::clock) == 0) return atom;
  if (is_lonely_article(i)) return atom;
  // A weekday in front, and little words between it and the date.
  std::uint32_t next = i, weekday_to = 0;
  int weekday = 0;
  if (piece(i).name && piece(i).name->weekday != 0) weekday = weekday_name(i, weekday_to);
  // "do", "set", "so": names elsewhere, which open nothing else.
  const bool is_name_only = opens == Opens::named && piece(i).kind == PieceKind::word;
  if (is_name_only && weekday == 0 && month_name(i, true) == 0) return atom;
  if (weekday != 0) {
    next = weekday_to;
    skip_second_weekday(next);
    if (symbol(next, ',')) ++next;
    if (any(next, "the", "le", "den", "der", "dem", "am", "el", "il", "op", "dia", "de", "d", "evening", "night",
            "morning", "afternoon", "l")) {
      ++next;
    } else if (const std::uint32_t to = skip_part_of_day(next); to != next) {
      next = to;
      if (symbol(next, ',')) ++next;
    }
    if (symbol(next, '\'')) ++next;
  } else if ((opens & Opens::article) != 0) {
    next = i + 1;
    if (symbol(next, '\'')) ++next;
    if (any(next, "dia", "dias")) ++next;
    std::uint32_t to = 0;
    if (const int later = weekday_name(next, to)) {
      weekday = later;
      next = symbol(to, ',') ? to + 1 : to;
      if (any(next, "the", "den", "dem", "der")) ++next;
    }
    if (next == i + 1 && piece(next).kind != PieceKind::number) return atom;
  }
  Atom dated;
  const bool is_number = piece(next).kind == PieceKind::number;
  bool read = false;
  if (piece(is_number ? next + 1 : next).kind == PieceKind::sign) read = read_east_asian(next, dated);
  if (!read && is_number) {
    dated = {};
    read = read_numeric(next, dated);
  }
  if (!read && is_number) {
    dated = {};
    const bool glued = next > 0 && !piece(next).spaced && text_.at(next - 1).kind == PieceKind::symbol &&
                       (text_.is_symbol(next - 1, '.') || (text_.is_symbol(next - 1, '/') && !shares_month(next)) ||
                        text_.is_symbol(next - 1, '#') || text_.is_symbol(next - 1, '$'));
    read = !glued && read_day_first(next, dated);
  }
  if (!read && is_number) {
    dated = {};
    read = read_year_first(next, dated);
  }
  if (!read || (dated.bare() && is_number))
    if (Atom pair{.weekday = weekday}; is_number && read_short_pair(next, pair)) dated = pair, read = true;
  if (!read && piece(next).kind == PieceKind::word && piece(next).name) {
    dated = {};
    read = read_month_first(next, dated);
  }
  if (read && weekday != 0 && dated.bare() &&
      (counts_something(dated.to) || (symbol(dated.to, '-') && clock_at(text_, next, end_))))
    read = false;  // "Friday, 7 pm", "Fr 9-12 Uhr"
  if (read && weekday != 0) {
    dated.weekday = weekday;
    settle_by_weekday(dated);
  }
  if (read) return dated;
  atom = {};
  if ((opens & (Opens::named | Opens::period)) != 0 && read_period(i, atom)) return atom;
  atom = {};
  const bool counts_on =
      (opens & ~(Opens::article | Opens::period | Opens::clock)) != 0 && piece(i).kind != PieceKind::number;
  if (counts_on && read_relative(i, atom)) return atom;
  return {};
}

bool AtomReader::counts_something(std::uint32_t i) const {
  if (symbol(i, ':') || symbol(i, '%')) return number(i + 1);
  if (!piece(i).spaced && (any(i, "h", "k", "am", "pm", "x", "min", "km") || symbol(i, '%'))) return true;
  return any(i, "hours", "people", "participants", "teams", "h", "am", "pm", "days", "months", "minutes", "uhr",
             "personen", "stunden", "uur", "heures", "horas", "ore", "ora", "orakor", "oratol", "часов", "ч", "時",
             "时", "名", "人", "分");
}

bool AtomReader::settles(std::uint32_t i) const {
  const Piece& p = piece(i);
  return p.kind == PieceKind::line || p.kind == PieceKind::symbol || p.kind == PieceKind::sign || p.digits == 4 ||
         any(i, "at", "in", "from", "um", "in", "a", "de", "y", "e", "et", "und", "and");
}

}  // namespace almanac::prose
