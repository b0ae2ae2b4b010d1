#include "prose_settle.hpp"

namespace almanac::prose {
namespace {

using dates::CivilDay;

class DaySettler {
 public:
  DaySettler(const ProseText& text, const Anchor& anchor) : text_(text), anchor_(anchor) {}

  /// Gives an atom its year and day; false when that day does not exist.
  bool settle(Atom& atom, CivilDay& day) const {
    if (atom.day == 0 && !atom.weekday_only() && atom.relative == 0) atom.day = 1;
    if (atom.month == 0 && atom.period) atom.month = 1;
    if (atom.relative != 0 || atom.weekday_only()) return settle_relative(atom, day);
    if (atom.month == 0) return settle_weekday(atom, day);
    if (atom.year == 0 && !infer_year(atom)) return false;
    if (atom.month < 1 || atom.month > 12 || atom.year < 1900 || atom.year > 2200 || atom.day < 1 ||
        atom.day > dates::days_in_month(atom.year, atom.month))
      return false;
    day = {atom.year, atom.month, atom.day};
    return true;
  }

 private:
  /// "Friday the 13th": the next month in which the two agree.
  bool settle_weekday(const Atom& atom, CivilDay& day) const {
    if (!anchor_.today() || atom.weekday == 0 || !stands_alone(atom.to)) return false;
    CivilDay month = dates::civil_from_days(*anchor_.today());
    for (int tries = 0; tries < 15; ++tries) {
      const auto count = atom.day <= dates::days_in_month(month.year, month.month)
                             ? dates::days_from_civil(month.year, month.month, atom.day)
                             : 0;
      if (count >= *anchor_.today() && dates::weekday_of(count) == atom.weekday)
        return day = {month.year, month.month, atom.day}, true;
      if (++month.month == 13) month.month = 1, ++month.year;
    }
    return false;
  }

  /// Whether no month follows a day, be it one that we cannot be sure of.
  bool stands_alone(std::uint32_t i) const {
    const bool has_figures = !text_.at(i).spaced && text_.is_number(i) && i > 0 && text_.is_symbol(i - 1, '.');
    return !has_figures && !(text_.at(i).name && text_.at(i).name->month != 0);
  }

  /// The nearest such day on or after the publication; the title's year if it has one.
  bool infer_year(Atom& atom) const {
    if (atom.month < 1 || atom.month > 12) return false;
    if (anchor_.title_year() != 0) {
      atom.year = anchor_.title_year();
      // A deadline for next spring's event lies in the year before the one in its name.
      if (anchor_.today() && atom.day <= dates::days_in_month(atom.year, atom.month)) {
        const auto in_title_year = dates::days_from_civil(atom.year, atom.month, atom.day);
        const int before = atom.year - 1;
        if (in_title_year > *anchor_.today() + 330 && atom.day <= dates::days_in_month(before, atom.month) &&
            dates::days_from_civil(before, atom.month, atom.day) >= *anchor_.today())
          atom.year = before;
      }
      return true;
    }
    if (!anchor_.today()) return false;
    const int now = dates::civil_from_days(*anchor_.today()).year;
    for (int year = now; year <= now + 8; ++year)
      if (atom.day <= dates::days_in_month(year, atom.month) &&
          dates::days_from_civil(year, atom.month, atom.day) >= *anchor_.today())
        return atom.year = year, true;
    return false;
  }

  bool settle_relative(const Atom& atom, CivilDay& day) const {
    if (!anchor_.today()) return false;
    const std::int64_t today = *anchor_.today();
    const int weekday = dates::weekday_of(today);
    std::int64_t found = today;
    switch (atom.relative) {
      case Atom::this_week:
        found = today - weekday + atom.weekday;
        break;
      case Atom::next_week:
        found = today - weekday + 7 + atom.weekday;
        break;
      case Atom::next_one:
        found = today + (atom.weekday - weekday + 6) % 7 + 1;
        break;
      case Atom::week_after:
        found = today + (atom.weekday - weekday + 7) % 7 + 7;
        break;
      case Atom::today:
        break;
      case Atom::tomorrow:
        found = today + 1;
        break;
      case Atom::after_tomorrow:
        found = today + 2;
        break;
      default:
        found = today + (atom.weekday - weekday + 7) % 7;
        break;
    }
    day = dates::civil_from_days(found + atom.days_later);
    return true;
  }

  const ProseText& text_;
  const Anchor& anchor_;
};

}  // namespace

bool settle_day(const ProseText& text, const Anchor& anchor, Atom& atom, CivilDay& day) {
  return DaySettler(text, anchor).settle(atom, day);
}

}  // namespace almanac::prose
