#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "prose_anchor.hpp"
#include "prose_dates.hpp"
#include "prose_text.hpp"

namespace almanac::prose {

/// One date as far as its own words go; 0 stands for what they leave open.
struct Atom {
  enum Relative : std::uint8_t { none, today, tomorrow, after_tomorrow, this_week, next_week, next_one, week_after };
  int weekday = 0, day = 0, month = 0, year = 0;
  Relative relative = none;
  int days_later = 0;      ///< than the day that `relative` names
  bool period = false;     ///< no day: a month, a season, a year
  bool season = false;     ///< a season, a quarter or half a year
  bool numeric = false;    ///< in figures only
  bool undecided = false;  ///< "03/04/2027"
  std::uint32_t to = 0;    ///< end, exclusive; 0: there is no date

  /// Only a day (and perhaps its weekday): needs a neighbour with a month.
  bool bare() const noexcept { return to != 0 && day != 0 && month == 0; }
  bool weekday_only() const noexcept { return to != 0 && weekday != 0 && day == 0 && month == 0 && !period; }
};

/// Little words that may stand in front of a date.
inline constexpr std::string_view article_words[] = {"the", "le",  "den", "der",  "el",  "il",  "am",  "l", "au",
                                                     "al",  "dal", "dia", "dias", "los", "vom", "zum", "du"};
/// What joins two dates.
enum class Joint : std::uint8_t {
  none,
  range,  ///< "–", "to", "bis", 至
  list,   ///< "and", "y", ","
};

/// Reads atoms within a stretch of pieces.
class AtomReader {
 public:
  AtomReader(const ProseText& text, const Anchor& anchor, std::uint32_t end)
      : text_(text), anchor_(anchor), end_(end) {}

  /// Whether nothing begins here but an article that no date can follow.
  bool is_lonely_article(std::uint32_t i) const;

  /// The date that starts at a piece.
  Atom at(std::uint32_t i) const;
  /// The joint at `i`, which moves behind it. Commas join only days that wait for their month.
  Joint joint(std::uint32_t& i, bool commas) const;
  /// "t/m", "t.e.m.": whether it stands at `i`, which goes behind it.
  bool up_to_and_with(std::uint32_t& i) const;
  /// Whether the number that ends at `i` counts something ("20 people", "18:30"), so that it is no day.
  bool counts_something(std::uint32_t i) const;
  /// Whether a bare day that ends at `i` is followed by what may follow a date: a year, a comma, a time, the end.
  bool settles(std::uint32_t i) const;

  /// Behind the weekday at `i` that a date goes before: "(Thu) 18:00", ", csütörtökön 18 órakor"; 0: none.
  std::uint32_t skip_weekday(std::uint32_t i) const;

  /// Reads ", 2027", " de 2027", " '27" at `i` into an atom, and moves its end; false when no year stands there.
  bool read_year_after(std::uint32_t i, Atom& atom) const;

 private:
  const Piece& piece(std::uint32_t i) const { return i < end_ ? text_.at(i) : text_.at(static_cast<std::size_t>(-1)); }
  bool symbol(std::uint32_t i, char c) const { return piece(i).kind == PieceKind::symbol && piece(i).symbol == c; }
  bool number(std::uint32_t i, int digits_most = 2) const {
    return piece(i).kind == PieceKind::number && piece(i).digits <= digits_most;
  }
  bool word(std::uint32_t i, std::string_view w) const { return text_.is_word(piece(i), w); }
  template <std::size_t... Sizes>
  bool any(std::uint32_t i, const char (&... words)[Sizes]) const {
    return text_.is_one_of(piece(i), words...);
  }
  bool one_of(std::uint32_t i, std::span<const std::string_view> words) const {
    const Piece& p = piece(i);
    if (p.kind != PieceKind::word && p.kind != PieceKind::sign) return false;
    for (const std::string_view w : words)
      if (text_.is_word(p, w)) return true;
    return false;
  }
  int month_name(std::uint32_t i, bool beside_day) const;
  int weekday_name(std::uint32_t i, std::uint32_t& to) const;
  bool follows_article(std::uint32_t i) const;
  void skip_second_weekday(std::uint32_t& next) const;
  std::uint32_t skip_part_of_day(std::uint32_t i) const;
  bool is_weekday_range(std::uint32_t i, std::uint32_t to) const;
  bool shares_month(std::uint32_t i) const;
  bool is_german_month(std::uint32_t i) const;
  bool stands_in_date(std::uint32_t i) const;
  bool is_short_month(std::uint32_t i) const;
  bool follows_weekday_of(std::uint32_t i) const;
  bool precedes_clock(std::uint32_t i) const;
  bool is_polish_word(std::uint32_t i) const;
  void read_suffix(Atom& atom) const;
  bool follows_foreign_weekday(std::uint32_t i) const;
  bool precedes_hour(std::uint32_t i) const;
  bool is_german_weekday(std::uint32_t i) const;
  bool follows_ordinal(std::uint32_t i) const;
  bool leads_to_stopped(std::uint32_t i) const;
  bool year_at(std::uint32_t i, int& year, std::uint32_t& to) const;
  bool read_numeric(std::uint32_t i, Atom& atom) const;
  bool read_day_first(std::uint32_t i, Atom& atom) const;
  bool read_month_first(std::uint32_t i, Atom& atom) const;
  bool read_year_first(std::uint32_t i, Atom& atom) const;
  bool read_east_asian(std::uint32_t i, Atom& atom) const;
  bool day_before(std::uint32_t i) const;
  bool read_period(std::uint32_t i, Atom& atom) const;
  int days_counted_before(std::uint32_t i) const;
  bool read_day_word(std::uint32_t i, Atom& atom) const;
  bool read_relative(std::uint32_t i, Atom& atom) const;
  void settle_by_weekday(Atom& atom) const;
  bool read_short_pair(std::uint32_t i, Atom& atom) const;
  bool read_east_asian_pair(std::uint32_t i, Atom& atom) const;
  bool read_day_behind(std::uint32_t i, Atom& atom) const;
  bool read_east_asian_week(std::uint32_t i, Atom& atom) const;
  void read_sign_weekday(std::uint32_t& next, Atom& atom) const;
  bool decide_pair(int first, int second, char separator, Atom& atom) const;

  const ProseText& text_;
  const Anchor& anchor_;
  std::uint32_t end_;
};

}  // namespace almanac::prose
