#include "prose_dates.hpp"

#include <algorithm>
#include <array>

#include "prose_atoms.hpp"
#include "prose_leading_words.hpp"
#include "prose_settle.hpp"

namespace almanac::prose {
namespace {

using dates::CivilDay;

/// Turns atoms (prose_atoms.hpp) into spans: joins ranges and lists, completes what one side leaves to the other, adds
/// times.
class DateFinder {
 public:
  DateFinder(const ProseText& text, const Anchor& anchor, std::uint32_t end)
      : text_(text), anchor_(anchor), atoms_(text, anchor, end), end_(end) {}

  void find(std::uint32_t from, std::vector<DateSpan>& spans) {
    std::optional<ClockSpan> ahead;  // the last time that no date has taken
    const auto next = [&](std::uint32_t i) {
      return static_cast<std::uint32_t>(text_.next_marked(i, Mark::opener, end_));
    };
    for (std::uint32_t i = next(from); i < end_; i = next(i)) {
      if (atoms_.is_lonely_article(i)) {
        ++i;
        continue;
      }
      if (const Atom first = atoms_.at(i); first.to != 0) {
        DateSpan& span = spans.emplace_back();
        if (read(i, first, span)) {
          i = std::max(span.to, i + 1);
          if (ahead && leads_to(*ahead, span)) {
            span.from = ahead->from;
            span.first_clock = ahead;
            if (span.zone) share_zone(*span.first_clock, *span.zone);
          }
          ahead.reset();
          take_clocked_end(span);
          i = std::max(span.to, i);
          continue;
        }
        spans.pop_back();
      }
      if (auto clock = clock_at(text_, i, end_)) {
        i = std::max(clock->to, i + 1);
        ahead = std::move(clock);
      } else {
        i = skip(i);
      }
    }
  }

 private:
  /// "at 17:00 on 5 March", "23h59 do dia 30": a time right before a date that has none.
  bool leads_to(const ClockSpan& clock, const DateSpan& span) const {
    if (span.first_clock || span.precision != Precision::day || span.from < clock.to || span.from - clock.to > 3)
      return false;
    for (std::uint32_t i = clock.to; i < span.from; ++i)
      if (!stands_between(i)) return false;
    return true;
  }
  /// Whether a piece may stand between a time and its day.
  bool stands_between(std::uint32_t i) const {
    return text_.is_symbol(i, ',') || text_.is_one_of(text_.at(i), "on", "the", "am", "le", "do", "dia", "de", "del",
                                                      "el", "op", "du", "il", "of", "uhr", "dnia", "w", "dniu");
  }

  /// "from 6 pm on Friday, 26 February to 6 am on Sunday, 28 February": both days stand behind their times.
  void take_clocked_end(DateSpan& span) {
    if (!span.first_clock || span.first_clock->end >= 0 || span.is_range() || span.precision != Precision::day) return;
    std::uint32_t next = span.to;
    if (atoms_.joint(next, false) != Joint::range) return;
    const std::optional<ClockSpan> clock = clock_at(text_, next, end_);
    if (!clock || clock->end >= 0) return;
    for (std::uint32_t i = clock->to; i < end_ && i - clock->to <= 3; ++i) {
      Atom last = atoms_.at(i);
      if (last.day == 0 || last.month == 0 || last.period || last.relative != 0) {
        if (!stands_between(i)) return;
        continue;
      }
      if (last.year == 0) last.year = span.first.year + (last.month < span.first.month ? 1 : 0);
      CivilDay day;
      if (!settle_day(text_, anchor_, last, day) || day_count(day) <= day_count(span.first) ||
          day_count(day) - day_count(span.first) > 400)
        return;
      span.last = day, span.last_clock = clock, span.to = last.to;
      share_zone(*span.first_clock, *span.last_clock);
      return;
    }
  }

  /// Past a number that is part of something longer: "4.2.0", "#2027", "1-555-0136", a time.
  std::uint32_t skip(std::uint32_t i) const {
    if (!text_.is_number(i)) return i + 1;
    std::uint32_t to = i + 1;
    while (to + 1 < end_ && !text_.at(to).spaced && text_.at(to).kind == PieceKind::symbol &&
           text_.at(to).symbol != ',' && text_.at(to).symbol != '|' && text_.at(to).symbol != '(' &&
           text_.is_number(to + 1) && !text_.at(to + 1).spaced)
      to += 2;
    return to;
  }

  bool read(std::uint32_t i, const Atom& first, DateSpan& span) {
    if (first.bare()) return read_list(i, first, span) || (first.weekday != 0 && finish(i, first, span));
    return finish(i, first, span);
  }

  /// "15–17 March", "18, 19 e 20 de junho", "Samstag 20. und Sonntag 21. März": days before the month they share.
  bool read_list(std::uint32_t i, Atom first, DateSpan& span) {
    if (numbers_place(i)) return false;
    Atom last = first;
    for (int joined = 0; joined < 8; ++joined) {
      std::uint32_t next = last.to;
      const Joint joint = atoms_.joint(next, true);
      if (joint == Joint::none) return false;
      Atom follower = atoms_.at(next);
      if (follower.to == 0 || follower.day == 0) return false;
      last = follower;
      if (follower.bare()) continue;
      if (follower.period || follower.month == 0 || follower.day <= first.day) {
        if (follower.day == 0 || follower.period) return false;
        return finish(next, follower, span);
      }
      first.month = follower.month;
      const Atom later = later_month(follower);
      if (later.month != first.month) return complete(i, first, later, later.to, span, std::nullopt, true);
      first.to = follower.to;
      return complete(i, first, follower, follower.to, span, std::nullopt, false);
    }
    return false;
  }

  /// "Room 5, 14 March": the number is no day.
  bool numbers_place(std::uint32_t i) const {
    return i > 0 && text_.is_one_of(text_.at(i - 1), "room", "hall", "booth", "stand", "stage", "track", "floor",
                                    "building", "suite", "level", "gate", "table", "unit", "raum", "saal", "halle",
                                    "zimmer", "etage", "haus", "salle", "batiment", "sala", "aula", "piso", "edificio",
                                    "zaal", "lokaal", "session", "episode", "part", "teil", "no", "nr");
  }

  /// "9, 16, 23 January and 6 February 2027": days of a later month go on in the list.
  Atom later_month(Atom last) {
    std::uint32_t next = last.to;
    if (last.year != 0 || atoms_.joint(next, true) != Joint::list) return last;
    const Atom follower = atoms_.at(next);
    const bool goes_on = follower.to != 0 && follower.day != 0 && follower.month > last.month && follower.relative == 0;
    return goes_on ? follower : last;
  }

  /// A full atom: perhaps a range to another, with times on either side.
  bool finish(std::uint32_t i, Atom first, DateSpan& span) {
    std::optional<ClockSpan> clock = clock_after(first.to);
    if (!clock && first.weekday != 0 && first.month != 0 && first.day != 0) clock = bare_hours(first.to);
    std::uint32_t to = clock ? clock->to : first.to;
    std::uint32_t next = to;
    const Joint joint = first.period && first.month == 0 ? Joint::none : atoms_.joint(next, false);
    if (Atom last = listed_days(first, to); last.to != 0) return complete(i, first, last, last.to, span, clock, true);
    if (joint != Joint::none && (!clock || clock->end < 0)) {
      Atom second = atoms_.at(next);
      if (joins(first, second, joint, next) && !goes_back(first, second)) {
        if (second.month == 0) second.month = first.month;
        if (second.year == 0 && first.year != 0 && second.month >= first.month) second.year = first.year;
        second = more_days(second, joint);
        if (first.year == 0 && second.year == 0) atoms_.read_year_after(second.to, second);
        return complete(i, first, second, second.to, span, clock, true);
      }
    }
    if (const Atom last = day_after(first, to); last.to != 0)
      return complete(i, first, last, last.to, span, clock, true);
    return complete(i, first, first, to, span, clock, false);
  }

  /// "June 25, 2027, June 26, 2027": the day after one, both in full. Nothing else: `to` is 0.
  Atom day_after(const Atom& first, std::uint32_t from) const {
    if (!is_full(first) || !text_.is_symbol(from, ',')) return {};
    const Atom next = atoms_.at(from + 1);
    const bool follows = is_full(next) && day_count({next.year, next.month, next.day}) ==
                                              day_count({first.year, first.month, first.day}) + 1;
    return follows ? next : Atom{};
  }
  static bool is_full(const Atom& atom) {
    return atom.to != 0 && atom.day != 0 && atom.month != 0 && atom.year != 0 && !atom.undecided;
  }

  /// "from 30 September to 23 September": the second day takes the place of the first.
  static bool goes_back(const Atom& first, const Atom& second) {
    constexpr int few = 4 * 31;  // days; a range over the turn of the year goes back by more
    if (first.period || first.month == 0 || second.month == 0) return false;
    if (first.year != 0 && second.year != 0 && first.year != second.year) return second.year < first.year;
    const int ahead = (second.month - first.month) * 31 + second.day - first.day;
    return ahead < 0 && ahead > -few;
  }

  /// "May 3rd, 4th and 5th": days behind their month, parted by commas, the last by a word. Nothing else: `to` is 0.
  Atom listed_days(const Atom& first, std::uint32_t from) {
    Atom last;
    if (first.day == 0 || first.month == 0 || first.year != 0 || !text_.is_symbol(from, ',')) return last;
    int day = first.day;
    for (std::uint32_t next = from; next < end_;) {
      const bool parts = text_.is_symbol(next, ',');
      if (const Joint joint = atoms_.joint(next, true); joint != Joint::list) return {};
      Atom follower = atoms_.at(next);
      if (!follower.bare() || follower.weekday != 0 || follower.day <= day || atoms_.counts_something(follower.to))
        return {};
      day = follower.day;
      next = follower.to;
      if (parts && !(next > 1 && is_last_of_list(follower, from))) continue;
      last = follower;
      last.month = first.month;
      atoms_.read_year_after(last.to, last);
      return atoms_.settles(last.to) || last.year != 0 ? last : Atom{};
    }
    return {};
  }
  /// Whether "and" stands before a day of a list.
  bool is_last_of_list(const Atom& atom, std::uint32_t from) const {
    for (std::uint32_t i = atom.to; i-- > from;)
      if (!text_.is_number(i) && text_.at(i).kind == PieceKind::word) {
        if (text_.is_one_of(text_.at(i), "and", "und", "et", "y", "e", "en")) return true;
        if (!text_.is_one_of(text_.at(i), "st", "nd", "rd", "th")) return false;
      } else if (text_.is_symbol(i, ',')) {
        return false;
      }
    return false;
  }

  /// "September 15, 16 and 17": further days of the same month.
  Atom more_days(Atom last, Joint joint) {
    for (int joined = 0; joined < 6 && joint == Joint::list; ++joined) {
      std::uint32_t next = last.to;
      if (atoms_.joint(next, false) != Joint::list) break;
      Atom follower = atoms_.at(next);
      if (!follower.bare() || follower.day <= last.day || last.year != 0) break;
      follower.month = last.month;
      last = follower;
    }
    return last;
  }

  bool joins(const Atom& first, const Atom& second, Joint joint, std::uint32_t at) const {
    if (second.to == 0 || second.relative != 0) return false;
    if (second.bare()) {
      if (first.day == 0 || first.month == 0 || second.day <= first.day || atoms_.counts_something(second.to) ||
          clock_at(text_, at, end_))
        return false;
      return joint == Joint::range || (second.year != 0 || atoms_.settles(second.to));
    }
    if (second.undecided != first.undecided && second.numeric == first.numeric) return false;
    if (first.period || second.period)
      return joint == Joint::range && first.period && second.period && first.month != 0 && second.month != 0;
    if (second.day == 0 || first.day == 0) return false;
    if (joint == Joint::list && second.year == 0 && first.year != 0) return false;
    return true;
  }

  /// "lørdag 30. januar 10–16, …": two hours right behind a day, and nothing else.
  std::optional<ClockSpan> bare_hours(std::uint32_t i) const {
    const auto is_hour = [&](std::uint32_t at) { return text_.is_number(at) && text_.at(at).digits <= 2; };
    if (i + 2 >= end_ || !is_hour(i) || !text_.at(i).spaced || !text_.is_symbol(i + 1, '-') || !is_hour(i + 2))
      return std::nullopt;
    const int start = text_.at(i).value, last = text_.at(i + 2).value;
    const bool ends = i + 3 >= end_ || text_.is_symbol(i + 3, ',') || text_.at(i + 3).kind == PieceKind::line;
    if (!ends || start < 7 || last <= start || last > 24) return std::nullopt;
    return ClockSpan{.from = i, .to = i + 3, .start = start * 60, .end = last * 60};
  }

  /// A time right behind the date: ", 18:30", "at 6 pm", "um 18 Uhr", "(14:00-17:00)".
  std::optional<ClockSpan> clock_after(std::uint32_t i) const {
    bool bracket = false;
    for (int skipped = 0; skipped < 6 && i < end_; ++skipped) {
      if (auto clock = clock_at(text_, i, end_)) {
        if (bracket && text_.is_symbol(clock->to, ')')) ++clock->to;
        return clock;
      }
      const Piece& piece = text_.at(i);
      if (const std::uint32_t to = atoms_.skip_weekday(i)) {
        i = to;
        continue;
      }
      if (piece.kind == PieceKind::symbol) {
        bracket |= piece.symbol == '(';
        constexpr std::string_view between = ",@|(-:/+'";
        const bool shortened = piece.symbol == '.' && text_.is_one_of(text_.at(i - 1), "kl", "godz", "r", "г");
        if (!shortened && between.find(piece.symbol) == between.npos) return std::nullopt;
        if (piece.symbol == '-' && text_.is_number(i + 1) && atoms_.at(i + 1).to != 0 && !atoms_.at(i + 1).bare())
          return std::nullopt;
      } else if ((leading_word(text_, i) & Leading::clock) == 0) {
        return std::nullopt;
      }
      ++i;
    }
    return std::nullopt;
  }

  bool complete(std::uint32_t i, Atom first, Atom last, std::uint32_t to, DateSpan& span,
                std::optional<ClockSpan> clock, bool range) {
    span.from = i;
    span.weekday = first.weekday;
    span.undecided = first.undecided;
    if (first.year == 0 && last.year != 0) first.year = last.year - (last.month < first.month ? 1 : 0);
    span.year_stated = first.year != 0;
    if (!settle_day(text_, anchor_, first, span.first)) return false;
    if (range && last.year == 0) last.year = span.first.year + (last.month < first.month ? 1 : 0);
    if (last.year == 0) last.year = span.first.year;
    if (!settle_day(text_, anchor_, last, span.last)) return false;
    if (first.relative != 0 || first.weekday_only()) span.said = Said::relative;
    if (first.period) {
      span.said = Said::period;
      span.precision = first.month != 0 && !first.season ? Precision::month : Precision::year;
      if (!(first.month != 0 && last.month != 0)) span.last = span.first;
    }
    span.undecided |= (range || last.day != first.day) && names_choice(i, to);
    const auto day = [](const CivilDay& d) { return dates::days_from_civil(d.year, d.month, d.day); };
    const bool one_day = range && day(span.last) == day(span.first);
    if (day(span.last) < day(span.first) || day(span.last) - day(span.first) > 400) span.last = span.first;
    span.weekday_differs =
        span.said == Said::plain && first.weekday != 0 && dates::weekday_of(day(span.first)) != first.weekday;
    if (clock) span.first_clock = clock;
    span.to = std::max(to, first.to);
    if (range || !clock) {
      if (auto behind = clock_after(span.to)) {
        span.to = behind->to;
        if (range && span.is_range() && (clock || first.to == last.to))
          span.last_clock = std::move(behind);
        else if (one_day && clock && clock->end < 0 && behind->start > clock->start)
          join(*span.first_clock, *behind);  // "14 May 9:00 - 14 May 17:00"
        else if (!clock)
          span.first_clock = std::move(behind);
      }
    }
    if (!span.first_clock && !span.last_clock && span.precision == Precision::day) {
      span.zone = zone_behind(text_, span.to, end_);
      if (span.zone) span.to = span.zone->to;
    }
    if (span.first_clock && span.last_clock) share_zone(*span.first_clock, *span.last_clock);
    if (span.precision == Precision::day) take_zone_ahead(span);
    return true;
  }

  /// "on 5, 12 or 19 October": which of them is left open.
  bool names_choice(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (text_.is_one_of(text_.at(i), "or", "oder", "ou")) return true;
    return false;
  }

  /// "Deadline (AoE): 1 October, 23:59".
  void take_zone_ahead(DateSpan& span) const {
    const std::optional<ClockSpan> zone = zone_ahead(text_, span.from);
    if (!zone) return;
    if (span.first_clock) share_zone(*span.first_clock, *zone);
    if (span.last_clock) share_zone(*span.last_clock, *zone);
    if (!span.first_clock && !span.last_clock && !span.zone) span.zone = zone;
  }

  /// The zone of a later time holds for the earlier one that states none.
  static void share_zone(ClockSpan& first, const ClockSpan& last) {
    if (first.stated != dates::Stated::nothing) return;
    first.stated = last.stated;
    first.offset = last.offset;
    first.zone = last.zone;
  }

  static void join(ClockSpan& first, const ClockSpan& last) {
    first.end = last.start;
    share_zone(first, last);
  }

  const ProseText& text_;
  const Anchor& anchor_;
  AtomReader atoms_;
  std::uint32_t end_;
};

}  // namespace

void find_dates(const ProseText& text, const Anchor& anchor, std::uint32_t from, std::uint32_t to,
                std::vector<DateSpan>& spans) {
  spans.clear();
  DateFinder(text, anchor, to).find(from, spans);
}

}  // namespace almanac::prose
