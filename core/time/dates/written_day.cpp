#include "written_day.hpp"

#include <algorithm>

#include "date_civil.hpp"

namespace almanac::dates {

bool WrittenDay::add(const Figure& figure) {
  if (figures_ == figure_.size()) return false;
  figure_[figures_++] = figure;
  return true;
}

bool WrittenDay::add(const DateName* name) {
  if (name_count_ == names_.size()) return false;
  names_[name_count_++] = name;
  return true;
}

bool WrittenDay::mark(DayPart part, int value) {
  int& into = part == DayPart::month ? month_ : day_;
  if (into != 0) return false;
  into = value;
  if (into == 0) impossible_ = true;
  return true;
}

bool WrittenDay::looks_whole() const {
  return figures_ >= 3 || (name_count_ > 0 && figures_ + (year_digits_ != 0) >= 2) || (month_ != 0 && day_ != 0);
}

bool WrittenDay::settle(bool has_clock, DateParts& parts) {
  has_clock_ = has_clock;
  parts_ = &parts;
  return settle_names() && settle_figures();
}

/// Which of the names is the month: one that can be nothing else, or the last that can.
bool WrittenDay::settle_names() {
  const DateName* month = nullptr;
  for (std::size_t i = 0; i < name_count_; ++i)
    if (names_[i]->month != 0 && (month == nullptr || month->weekday != 0)) month = names_[i];
  for (std::size_t i = 0; i < name_count_; ++i) {
    if (names_[i] == month) continue;
    if (names_[i]->weekday == 0) return false;  // two months
    weekday_ = names_[i]->weekday;
  }
  if (month == nullptr) return true;
  const bool only_weekday = month->weekday != 0 && weekday_ == 0 && (month_ != 0 || figures_ >= 3);
  if (only_weekday) return weekday_ = month->weekday, true;
  if (month_ != 0) return false;
  month_ = month->month;
  return true;
}

bool WrittenDay::settle_figures() {
  std::size_t count = figures_;
  if (count > 3) return false;
  if (year_digits_ == 0) {  // a figure that can only be a year
    for (std::size_t i = 0; i < count; ++i)
      if (figure_[i].digits >= 3) {
        if (year_digits_ != 0) return false;
        set_year(figure_[i]);
        year_place_ = i;
      }
  }
  if (year_digits_ >= 3 && year_place_ < count) {
    std::copy(figure_.begin() + static_cast<std::ptrdiff_t>(year_place_) + 1,
              figure_.begin() + static_cast<std::ptrdiff_t>(count),
              figure_.begin() + static_cast<std::ptrdiff_t>(year_place_));
    --count;
  }
  if (month_ != 0) return settle_day(count);
  if (day_ != 0) return false;
  return settle_numeric(count);
}

/// The month is known; what is left is the day and perhaps a short year.
bool WrittenDay::settle_day(std::size_t count) {
  if (day_ != 0 && count > 0 && year_digits_ == 0 && count == 1) return set_year(figure_[0]), finish_day();
  if (day_ != 0) return count == 0 && finish_day();
  if (count == 0) return year_digits_ != 0 && finish_partial(Precision::month);
  if (count == 1) {
    if (year_digits_ == 0 && figure_[0].value > 31) return set_year(figure_[0]), finish_partial(Precision::month);
    day_ = figure_[0].value;
    return finish_day();
  }
  if (count != 2 || year_digits_ != 0) return false;
  const bool year_first = figure_[0].value > 31;
  set_year(figure_[year_first ? 0 : 1]);
  day_ = figure_[year_first ? 1 : 0].value;
  return finish_day();
}

bool WrittenDay::settle_numeric(std::size_t count) {
  if (count == 0) return year_digits_ == 4 && finish_partial(Precision::year);
  if (year_digits_ != 0 && count == 1) {  // "2026/03", "03/2026"
    month_ = figure_[0].value;
    if (month_ < 1 || month_ > 12) impossible_ = true;
    return finish_partial(Precision::month);
  }
  if (year_digits_ != 0 && count == 2)
    return settle_pair(figure_[0], figure_[1], year_place_ == 0 || year_leads_, figure_[1].before);
  if (year_digits_ == 0 && count == 3) {
    if (figure_[0].value > 31)
      return set_year(figure_[0]), settle_pair(figure_[1], figure_[2], true, figure_[1].before);
    set_year(figure_[2]);
    return settle_pair(figure_[0], figure_[1], false, figure_[1].before);
  }
  return count == 2 && reading_.near && settle_pair(figure_[0], figure_[1], false, figure_[1].before);
}

/// Day and month in figures: after the year the month is first; dots mean day first where that is possible; a slash is
/// decided by what is possible, then by the weekday, then by the source's habit; between blanks nothing
/// is left to habit.
bool WrittenDay::settle_pair(Figure first, Figure second, bool year_first, char separator) {
  bool day_first = !year_first;
  const bool both_months = first.value <= 12 && second.value <= 12;
  if (separator == ' ' && (both_months || year_first || weekday_ != 0)) {
    const auto told = year_first ? std::nullopt : day_first_by_weekday(first.value, second.value);
    if (!told) return false;
    day_first = *told;
  } else if (!year_first) {
    if (first.value > 12)
      day_first = true;
    else if (second.value > 12)
      day_first = false;
    else if (separator != '.')
      day_first = day_first_by_weekday(first.value, second.value).value_or(reading_.day_first);
  }
  day_ = day_first ? first.value : second.value;
  month_ = day_first ? second.value : first.value;
  impossible_ |= month_ == 0;
  return finish_day();
}

/// Whether a weekday was named, and that day is one.
bool WrittenDay::is_weekday_of(int day, int month) const {
  if (weekday_ == 0 || year_digits_ == 0 || day < 1 || month < 1 || month > 12) return false;
  const int year = complete_year(year_, year_digits_, reading_.near);
  return weekday_of(days_from_civil(year, month, day)) == weekday_;
}

std::optional<bool> WrittenDay::day_first_by_weekday(int first, int second) const {
  const bool as_day_first = is_weekday_of(first, second), as_month_first = is_weekday_of(second, first);
  if (as_day_first == as_month_first) return std::nullopt;
  return as_day_first;
}

bool WrittenDay::finish_partial(Precision precision) {
  if (has_clock_) return false;
  parts_->precision = precision;
  return finish_day(1);
}

bool WrittenDay::finish_day(int day) {
  parts_->year = year_;
  parts_->year_digits = year_digits_;
  parts_->month = month_ == 0 ? 1 : month_;
  parts_->day = day != 0 ? day : day_;
  if (parts_->month < 1 || parts_->month > 12 || parts_->day < 1 || parts_->day > 31) impossible_ = true;
  return true;
}

}  // namespace almanac::dates
