#include "rule_walk.hpp"

#include <algorithm>
#include <bit>
#include <chrono>

#include "local_seconds.hpp"

namespace almanac {
namespace {

constexpr std::int64_t farthest_period = std::int64_t{1} << 40;

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::int64_t unit_of(Frequency frequency) {
  switch (frequency) {
    case Frequency::secondly:
      return 1;
    case Frequency::minutely:
      return 60;
    case Frequency::hourly:
      return 3600;
    default:
      return day_seconds;
  }
}

}  // namespace

void RuleWalk::List::fill(std::uint64_t mask, int otherwise) {
  if (!mask) return only(otherwise);
  for (size = 0; mask; mask &= mask - 1) at[size++] = static_cast<std::uint8_t>(std::countr_zero(mask));
}

RuleWalk::RuleWalk(Rule rule, std::int64_t start, bool dates_only, std::size_t& steps)
    : rule_(std::move(rule)),
      start_(start),
      start_day_(floor_div(start, day_seconds)),
      dates_only_(dates_only),
      steps_(steps),
      last_(last_second) {
  fill_in_from_start();
  set_clock_lists();
  filters_days_ =
      rule_.months || rule_.has_month_days() || rule_.has_weekdays() || rule_.has_year_days() || rule_.has_weeks();
}

void RuleWalk::fill_in_from_start() {
  // A series of days has no finer steps.
  if (dates_only_ && rule_.frequency < Frequency::daily) rule_.frequency = Frequency::daily;
  const auto month = civil_month_of(start_day_);
  const auto this_month = 1u << month.month;
  if (rule_.has_weekdays() || rule_.has_year_days() || rule_.has_weeks()) return;
  if (rule_.has_month_days()) {
    // A yearly rule that names the start's own day repeats its date; only another day is meant in every month, and days
    // to choose from by BYSETPOS.
    if (rule_.frequency == Frequency::yearly && !rule_.months && rule_.positions.empty() &&
        (days_filter_.passing(month) >> (start_day_ - month.first + 1) & 1))
      rule_.months = this_month;
    return;
  }
  if (rule_.frequency == Frequency::weekly) rule_.weekdays = static_cast<std::uint8_t>(1u << weekday_of(start_day_));
  if (rule_.frequency < Frequency::monthly) return;
  rule_.month_days = 1u << (start_day_ - month.first + 1);
  if (rule_.frequency == Frequency::yearly && !rule_.months) rule_.months = this_month;
}

void RuleWalk::set_clock_lists() {
  const auto clock = static_cast<int>(start_ - start_day_ * day_seconds);
  hours_.fill(dates_only_ ? 0 : rule_.hours, clock / 3600);
  minutes_.fill(dates_only_ ? 0 : rule_.minutes, clock / 60 % 60);
  seconds_.fill(dates_only_ ? 0 : rule_.seconds, clock % 60);
}

void RuleWalk::stop_after(std::int64_t local) { last_ = std::min(last_, local); }

bool RuleWalk::pay() {
  if (steps_ == 0) {
    ran_out_ = ended_ = true;
    return false;
  }
  --steps_;
  return true;
}

std::int64_t RuleWalk::period_holding(std::int64_t local) const {
  const auto day = floor_div(local, day_seconds);
  switch (rule_.frequency) {
    case Frequency::yearly:
      return (civil_month_of(day).year - civil_month_of(start_day_).year) / rule_.interval;
    case Frequency::monthly: {
      const auto to = civil_month_of(day), from = civil_month_of(start_day_);
      return ((to.year - from.year) * 12 + to.month - from.month) / rule_.interval;
    }
    case Frequency::weekly:
      return (day - start_day_) / 7 / rule_.interval;
    default:
      return (local - start_) / unit_of(rule_.frequency) / rule_.interval;
  }
}

std::optional<std::int64_t> RuleWalk::instances_per_period() const {
  if (!rule_.positions.empty() || rule_.months || rule_.has_month_days() || rule_.has_year_days() || rule_.has_weeks())
    return std::nullopt;
  const auto times = static_cast<std::int64_t>(times_per_day());
  if (rule_.frequency == Frequency::weekly) return std::popcount(rule_.weekdays) * times;
  if (rule_.frequency == Frequency::daily && !rule_.weekdays) return times;
  const bool clock_filters = rule_.hours || rule_.minutes || rule_.seconds;
  if (rule_.frequency < Frequency::daily && !rule_.weekdays && !clock_filters) return 1;
  return std::nullopt;
}

void RuleWalk::seek(std::int64_t local) {
  if (local <= start_) return;
  // One period early: a week may begin before the day it is counted from, SKIP=FORWARD may leave its month.
  const auto target = std::clamp<std::int64_t>(period_holding(std::min(local, last_second)) - 1, 0, farthest_period);
  if (!rule_.count) {
    period_ = target;
    if (load_period()) skip_before(local);
    return;
  }
  const auto each = instances_per_period();
  if (!each || target < 2 || !load_period()) return;
  std::int64_t in_first = 0;
  for (std::size_t i = 0; i < size_; ++i) in_first += value(i) >= start_;
  produced_ = in_first + (target - 1) * *each;
  period_ = target;
  at_ = size_ = 0;
  if (produced_ >= *rule_.count) ended_ = true;
}

std::optional<std::int64_t> RuleWalk::next() {
  for (;;) {
    while (at_ < size_) {
      if (!pay()) return std::nullopt;
      const auto local = value(at_++);
      if (local < start_) continue;
      if (local > last_ || (rule_.count && produced_ >= *rule_.count)) {
        ended_ = true;
        return std::nullopt;
      }
      ++produced_;
      return local;
    }
    if (ended_ || !load_period()) return std::nullopt;
  }
}

std::int64_t RuleWalk::value(std::size_t index) const {
  if (!rule_.positions.empty()) index = picked_[index];
  const auto times = times_per_day();
  if (times == 1) return days_[index] * day_seconds + hours_.at[0] * 3600 + minutes_.at[0] * 60 + seconds_.at[0];
  const auto day = index / times, clock = index % times;
  const auto s = clock % seconds_.size, m = clock / seconds_.size % minutes_.size,
             h = clock / seconds_.size / minutes_.size;
  return days_[day] * day_seconds + hours_.at[h] * 3600 + minutes_.at[m] * 60 + seconds_.at[s];
}

/// Loads the next period that has instances. False at the end.
bool RuleWalk::load_period() {
  at_ = size_ = 0;
  while (!ended_) {
    if (!pay()) return false;
    day_count_ = 0;
    if (!(rule_.frequency >= Frequency::daily ? load_days() : load_subdaily())) {
      ended_ = true;
      return false;
    }
    ++period_;
    size_ = day_count_ * times_per_day();
    if (!rule_.positions.empty()) pick_positions();
    if (size_ == 0) continue;
    skip_before(start_);
    return true;
  }
  return false;
}

void RuleWalk::pick_positions() {
  picked_.clear();
  const auto size = static_cast<std::int64_t>(size_);
  for (const auto position : rule_.positions) {
    const auto index = position > 0 ? position - 1 : size + position;
    if (index >= 0 && index < size) picked_.push_back(static_cast<std::size_t>(index));
  }
  std::sort(picked_.begin(), picked_.end());
  picked_.erase(std::unique(picked_.begin(), picked_.end()), picked_.end());
  size_ = picked_.size();
}

/// Passes over whole days of the loaded period that end before `local`.
void RuleWalk::skip_before(std::int64_t local) {
  if (!rule_.positions.empty() || day_count_ == 0) return;
  const auto first = std::lower_bound(days_.begin(), days_.begin() + static_cast<std::ptrdiff_t>(day_count_),
                                      floor_div(local, day_seconds));
  at_ = std::max(at_, static_cast<std::size_t>(first - days_.begin()) * times_per_day());
}

bool RuleWalk::load_days() {
  const auto steps = period_ * rule_.interval;
  if (rule_.frequency == Frequency::weekly) {
    const auto week = start_day_ - (weekday_of(start_day_) - rule_.week_start + 7) % 7;
    return load_weeks(week + 7 * steps);
  }
  if (rule_.frequency == Frequency::daily) {
    const auto day = start_day_ + steps;
    if (day * day_seconds > last_) return false;
    if (!filters_days_ || day_passes(day)) days_[day_count_++] = day;
    return true;
  }
  const auto first = civil_month_of(start_day_);
  if (rule_.frequency == Frequency::monthly) {
    const auto index = first.year * std::int64_t{12} + first.month - 1 + steps;
    if (floor_div(index, 12) > 9999) return false;
    const auto month = civil_month(floor_div(index, 12), static_cast<int>(index - floor_div(index, 12) * 12) + 1);
    if (month.first * day_seconds > last_) return false;
    add_month(month);
    return true;
  }
  const auto year = first.year + steps;
  if (year > 9999 || civil_month(year, 1).first * day_seconds > last_) return false;
  for (int m = 1; m <= 12; ++m)
    if (!rule_.months || (rule_.months >> m & 1)) {
      if (!pay()) break;
      add_month(civil_month(year, m));
    }
  return true;
}

bool RuleWalk::load_weeks(std::int64_t week) {
  if (week * day_seconds > last_) return false;
  const bool only_weekdays = !rule_.months && !rule_.has_month_days() && !rule_.has_year_days() && !rule_.has_weeks();
  for (int d = 0; d < 7; ++d) {
    const int weekday = (rule_.week_start + d) % 7;
    if (rule_.weekdays && !(rule_.weekdays >> weekday & 1)) continue;
    if (only_weekdays || day_passes(week + d)) days_[day_count_++] = week + d;
  }
  return true;
}

void RuleWalk::add_month(const CivilMonth& month) {
  for (auto bits = days_filter_.passing(month); bits; bits &= bits - 1) {
    const auto day = month.first + std::countr_zero(bits) - 1;
    // SKIP=FORWARD may have named the 1st already.
    if (day_count_ == 0 || days_[day_count_ - 1] != day) days_[day_count_++] = day;
  }
}

bool RuleWalk::day_passes(std::int64_t day) {
  if (month_.length == 0 || day < month_.first || day >= month_.first + month_.length) {
    month_ = civil_month_of(day);
    passing_ = days_filter_.passing(month_);
  }
  return passing_ >> (day - month_.first + 1) & 1;
}

/// The first second of the next unit after `at` that may pass the filters; nothing when `at` passes them all.
std::optional<std::int64_t> RuleWalk::later_unit(std::int64_t at) {
  const auto day = floor_div(at, day_seconds);
  if (filters_days_ && !day_passes(day)) {
    const auto ahead =
        passing_ >> (day - month_.first + 1) & ((std::uint64_t{2} << (month_.first + month_.length - 1 - day)) - 1);
    const auto next_day = ahead ? day + std::countr_zero(ahead) : month_.first + month_.length;
    return next_day * day_seconds;
  }
  const auto clock = static_cast<int>(at - day * day_seconds);
  const int h = clock / 3600, m = clock / 60 % 60, s = clock % 60;
  if (rule_.hours && !(rule_.hours >> h & 1)) {
    const auto ahead = static_cast<std::uint64_t>(rule_.hours) >> h;
    return day * day_seconds + (ahead ? h + std::countr_zero(ahead) : 24) * 3600;
  }
  if (rule_.frequency == Frequency::hourly) return std::nullopt;
  if (rule_.minutes && !(rule_.minutes >> m & 1)) {
    const auto ahead = rule_.minutes >> m;
    return at - m * 60 - s + (ahead ? m + std::countr_zero(ahead) : 60) * 60;
  }
  if (rule_.frequency == Frequency::minutely) return std::nullopt;
  if (rule_.seconds && !(rule_.seconds >> s & 1)) {
    const auto ahead = rule_.seconds >> s;
    return at - s + (ahead ? s + std::countr_zero(ahead) : 60);
  }
  return std::nullopt;
}

bool RuleWalk::load_subdaily() {
  const auto unit = unit_of(rule_.frequency);
  const auto origin = floor_div(start_, unit);
  for (;;) {
    const auto at = (origin + period_ * rule_.interval) * unit;
    if (at > last_) return false;
    const auto later = later_unit(at);
    if (!later) {
      days_[day_count_++] = floor_div(at, day_seconds);
      const auto clock = static_cast<int>(at - days_[0] * day_seconds);
      hours_.only(clock / 3600);
      if (rule_.frequency <= Frequency::minutely) minutes_.only(clock / 60 % 60);
      if (rule_.frequency == Frequency::secondly) seconds_.only(clock % 60);
      return true;
    }
    if (!pay()) return false;
    const auto units = *later / unit - origin;
    period_ = std::max(period_ + 1, (units + rule_.interval - 1) / rule_.interval);
  }
}

}  // namespace almanac
