// Which words are names of months and weekdays here: many are words of other languages.
#include <algorithm>

#include "prose_atoms.hpp"

namespace almanac::prose {

using dates::mask_of;
using dates::Tongue;

/// "20. + 21. März": whose number has a stop is German, whatever few words are around.
bool AtomReader::is_german_month(std::uint32_t i) const {
  return (piece(i).name->month_in & mask_of(Tongue::de)) != 0 && piece(i).capital && i >= 2 &&
         text_.is_symbol(i - 1, '.') && text_.is_number(i - 2) && text_.at(i - 2).digits <= 2;
}

/// "13 mars 2027": between a day and a year even a short name is nothing but a month.
bool AtomReader::stands_in_date(std::uint32_t i) const {
  const std::uint32_t day = i > 1 && text_.is_symbol(i - 1, '.') ? i - 2 : i - 1;
  return i > 0 && text_.is_number(day) && text_.at(day).digits <= 2 && piece(i).spaced &&
         piece(i + 1).kind == PieceKind::number && piece(i + 1).digits == 4 && piece(i + 1).value >= 1900 &&
         piece(i + 1).value <= 2200;
}

/// "5 nov", "12 févr.": short names behind a day that are no other words.
bool AtomReader::is_short_month(std::uint32_t i) const {
  return i > 0 && text_.is_number(i - 1) && text_.at(i - 1).digits <= 2 && piece(i).spaced &&
         any(i, "jan", "janv", "ene", "feb", "fev", "fevr", "apr", "abr", "avr", "jun", "jul", "juil", "aug", "sep",
             "sept", "oct", "okt", "ott", "nov", "dec", "dez", "dic");
}

/// "jeudi 11 mars", "fredag 14 maj": the name of a weekday in the language of the month.
bool AtomReader::follows_weekday_of(std::uint32_t i) const {
  constexpr std::uint32_t reach = 5;
  for (std::uint32_t back = 1; back <= std::min(reach, i); ++back) {
    const Piece& p = text_.at(i - back);
    if (p.kind == PieceKind::line) return false;
    if (p.name && p.name->weekday != 0)
      return p.to - p.from >= 4 && (p.name->weekday_in & piece(i).name->month_in) != 0;
  }
  return false;
}

/// The same of "So, 21. März" and of "Fr, 19. bis So".
bool AtomReader::is_german_weekday(std::uint32_t i) const {
  if ((piece(i).name->weekday_in & mask_of(Tongue::de)) == 0 || !piece(i).capital) return false;
  std::uint32_t next = symbol(i + 1, '.') || symbol(i + 1, ',') ? i + 2 : i + 1;
  if (symbol(i + 1, '.') && symbol(i + 2, ',')) ++next;
  if (!number(next) || !symbol(next + 1, '.') || piece(next + 1).spaced) return false;
  const Piece& behind = piece(next + 2);
  const bool stopped = symbol(next + 3, '.') || (next + 3 == end_ && text_.is_symbol(end_, '.'));
  if (number(next + 2) && !behind.spaced && stopped) return true;  // "Mi, 10.3."
  return (behind.name && behind.name->month != 0) || any(next + 2, "bis", "und") || symbol(next + 2, '-');
}

/// "Mi 10.3.", "Mi., 10.3.", "środa 10.03": stops behind day and month are those of a date there.
bool AtomReader::follows_foreign_weekday(std::uint32_t i) const {
  while (i > 0 && (text_.is_symbol(i - 1, ',') || text_.is_symbol(i - 1, '.'))) --i;
  if (i == 0 || text_.at(i - 1).kind != PieceKind::word || !text_.at(i - 1).name) return false;
  const Piece& name = text_.at(i - 1);
  if ((name.name->weekday_in & mask_of(Tongue::de)) != 0 && name.capital) return true;
  return name.to - name.from >= 4 && name.name->weekday_in != 0 && (name.name->weekday_in & mask_of(Tongue::en)) == 0;
}

/// ", godz. 18", " klo 18", ", 18:30": what stands behind a day and goes before its hour.
bool AtomReader::precedes_hour(std::uint32_t i) const {
  if (symbol(i, ',')) ++i;
  if (number(i)) return piece(i).spaced && symbol(i + 1, ':');
  return any(i, "godz", "o", "od", "klo", "kl", "v", "ve", "um", "ab", "om", "alle", "ore", "dalle", "в", "с");
}

/// The month that a word names here. Short names that are words of other languages ("set", "out", "die") count only in
/// their language.
int AtomReader::month_name(std::uint32_t i, bool beside_day) const {
  const Piece& p = piece(i);
  if (p.kind != PieceKind::word || !p.name || p.name->month == 0) return 0;
  if (beside_day && stands_in_date(i)) return p.name->month;
  const std::size_t length = p.to - p.from;
  if (beside_day && length < 5 && is_short_month(i)) return p.name->month;
  if (length >= 4 && !p.capital && (p.name->month_in & mask_of(Tongue::en)) == 0 && piece(i + 1).digits == 4 &&
      piece(i + 1).value >= 1900 && piece(i + 1).value <= 2200)
    return p.name->month;  // "i mars 2027"
  if (beside_day && length < 5 && (is_german_month(i) || follows_weekday_of(i))) return p.name->month;
  if ((p.name->month_in & anchor_.tongues()) == 0 && length < 5) return 0;
  const bool english_only = (p.name->month_in & anchor_.tongues() & ~mask_of(Tongue::en)) == 0;
  if (english_only && !p.capital && (length <= 3 || !beside_day || any(i, "march"))) return 0;
  return p.name->month;
}

int AtomReader::weekday_name(std::uint32_t i, std::uint32_t& to) const {
  const Piece& p = piece(i);
  if (!p.name || p.name->weekday == 0) return 0;
  if (p.kind == PieceKind::sign) {
    to = i + 1;
    while (to < end_ && piece(to).from < p.from + p.name->word.size) ++to;
    return p.name->weekday;
  }
  if (p.kind != PieceKind::word) return 0;
  const std::size_t length = p.to - p.from;
  if ((p.name->weekday_in & anchor_.tongues()) == 0 && length < 5 && !is_german_weekday(i)) return 0;
  if (length <= 3 && !p.capital && (p.name->weekday_in & anchor_.tongues() & ~mask_of(Tongue::en)) == 0) return 0;
  to = i + 1;
  if (symbol(to, '.') && length <= 4) ++to;
  if (symbol(to, '-') && word(to + 1, "feira")) to += 2;
  return p.name->weekday;
}

std::uint32_t AtomReader::skip_weekday(std::uint32_t i) const {
  const bool bracket = symbol(i, '(');
  std::uint32_t to = 0;
  const std::uint32_t name = bracket ? i + 1 : i;
  if (piece(name).kind != PieceKind::word || weekday_name(name, to) == 0) return 0;
  if (bracket) return symbol(to, ')') ? to + 1 : 0;
  const std::uint32_t next = symbol(to, ',') || symbol(to, '/') || symbol(to, '|') ? to + 1 : to;
  return number(next) && !month_name(next + 1, true) && !symbol(next + 1, '.') ? to : 0;
}

/// "Mo–Fr", "lunes a viernes", "pn. - pt.": the days of opening hours, of which the weekday at [i, to) is one.
bool AtomReader::is_weekday_range(std::uint32_t i, std::uint32_t to) const {
  const auto joins = [&](std::uint32_t at) {
    return symbol(at, '-') || any(at, "bis", "to", "through", "a", "au", "al", "tot", "t", "till", "do", "az", "до");
  };
  std::uint32_t end = 0;
  const auto is_weekday = [&](std::uint32_t at) {
    end = at + 1;
    return weekday_name(at, end) != 0 || (piece(at).name && piece(at).name->weekday != 0 && piece(at).capital);
  };
  if (joins(to) && is_weekday(to + 1) && (!number(end) || clock_at(text_, end, end_))) return true;
  if (i < 2 || !joins(i - 1)) return false;
  return is_weekday(symbol(i - 2, '.') && i > 2 ? i - 3 : i - 2);
}

/// "Freitag abend", "samedi soir", "viernes por la tarde": behind the part of a day that stands at `i`, if one does.
std::uint32_t AtomReader::skip_part_of_day(std::uint32_t i) const {
  if (any(i, "abend", "nachmittag", "vormittag", "fruh", "soir", "matin", "sera", "pomeriggio", "mattina", "noite",
          "tarde", "avond", "middag", "ochtend", "wieczorem", "rano", "vecer", "kvall", "kvallen", "aften", "kveld",
          "вечером", "утром", "днем", "illalla", "aksami"))
    return i + 1;
  if (any(i, "apres") && symbol(i + 1, '-') && word(i + 2, "midi")) return i + 3;
  if (any(i, "por", "en", "de", "a", "da") && any(i + 1, "la") && any(i + 2, "tarde", "noche", "manana")) return i + 3;
  if (any(i, "a", "de", "da", "pela") && any(i + 1, "noite", "tarde", "manha")) return i + 2;
  return i;
}

/// "się 12": of the short names of months, which never stand before the day there, some are words.
bool AtomReader::is_polish_word(std::uint32_t i) const {
  const Piece& p = piece(i);
  return p.to - p.from <= 3 && (p.name->month_in & anchor_.tongues() & ~mask_of(Tongue::pl)) == 0;
}

}  // namespace almanac::prose
