#pragma once
#include <array>
#include <cstddef>
#include <optional>

#include "date_parts.hpp"
#include "date_tokens.hpp"

namespace almanac::dates {

/// A number that is neither part of a time nor of a zone, and what stands around it.
struct Figure {
  int value = 0;
  int digits = 0;
  char before = 0;  ///< separator between it and the figure before
};

enum class DayPart { month, day };

/// The names and figures of a written date that say which day it is, and what each of them must be.
class WrittenDay {
 public:
  /// `reading` must outlive the object.
  explicit WrittenDay(const DateReading& reading) : reading_(reading) {}

  // False when there are too many of them for a date.
  bool add(const Figure& figure);
  bool add(const DateName* name);  ///< of a month or a weekday
  bool mark(DayPart part, int value);
  /// A year that is marked as one; month and day follow it in this order when it comes first.
  void mark_year(int value, int digits) {
    year_leads_ = figures_ == 0;
    set_year(value, digits);
  }

  bool has_year() const { return year_digits_ != 0; }
  bool has_name() const { return name_count_ > 0; }
  bool has_figures() const { return figures_ > 0; }
  /// Whether what was added so far may be a whole day.
  bool looks_whole() const;

  /// Says in `parts` which day it is, to which precision; false when this is no date.
  bool settle(bool has_clock, DateParts& parts);
  /// Whether there is no such day; known after `settle`.
  bool is_impossible() const { return impossible_; }

 private:
  void set_year(int value, int digits) { year_ = value, year_digits_ = digits; }
  void set_year(const Figure& figure) { set_year(figure.value, figure.digits); }
  bool settle_names();
  bool settle_figures();
  bool settle_day(std::size_t count);
  bool settle_numeric(std::size_t count);
  bool settle_pair(Figure first, Figure second, bool year_first, char separator);
  bool is_weekday_of(int day, int month) const;
  std::optional<bool> day_first_by_weekday(int first, int second) const;
  bool finish_partial(Precision precision);
  bool finish_day(int day = 0);

  const DateReading& reading_;
  DateParts* parts_ = nullptr;  ///< of `settle`
  bool has_clock_ = false;
  std::array<Figure, 4> figure_{};
  std::size_t figures_ = 0, year_place_ = 9;
  std::array<const DateName*, 4> names_{};
  std::size_t name_count_ = 0;
  int year_ = 0, year_digits_ = 0, month_ = 0, day_ = 0, weekday_ = 0;
  bool impossible_ = false, year_leads_ = false;
};

}  // namespace almanac::dates
