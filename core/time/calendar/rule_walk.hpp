#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rule.hpp"
#include "rule_days.hpp"

namespace almanac {

/// Yields the instances of a rule on its local clock, in order, from the series' start on (RFC 5545 §3.3.10). What the
/// rule leaves open (the weekday, the hour …) comes from the start; BYSETPOS picks within each period; COUNT is kept,
/// UNTIL is the caller's. Work is paid in steps, about one a period or a visited instance. Nothing is yielded after the
/// year 9999.
class RuleWalk {
 public:
  /// `start` in local seconds; `dates_only`: a series of days, whose clock parts are ignored. `steps` is drawn down; it
  /// must outlive this.
  RuleWalk(Rule rule, std::int64_t start, bool dates_only, std::size_t& steps);
  RuleWalk(const RuleWalk&) = delete;
  RuleWalk& operator=(const RuleWalk&) = delete;

  /// Instances after `local` are not wanted.
  void stop_after(std::int64_t local);
  /// Instances before `local` need not be yielded: jumps there when the rule has no COUNT, or one whose periods are
  /// alike. Once, before the first next().
  void seek(std::int64_t local);
  std::optional<std::int64_t> next();
  /// The steps ran out before the end.
  bool ran_out() const { return ran_out_; }

 private:
  void fill_in_from_start();
  void set_clock_lists();
  std::size_t times_per_day() const { return hours_.size * minutes_.size * seconds_.size; }
  bool load_period();
  bool load_days();
  bool load_subdaily();
  std::optional<std::int64_t> later_unit(std::int64_t at);
  bool load_weeks(std::int64_t week_start_day);
  void add_month(const CivilMonth& month);
  void pick_positions();
  void skip_before(std::int64_t local);
  std::int64_t value(std::size_t index) const;
  std::optional<std::int64_t> instances_per_period() const;
  std::int64_t period_holding(std::int64_t local) const;
  bool day_passes(std::int64_t day);
  bool pay();

  struct List {
    std::array<std::uint8_t, 60> at{};
    std::size_t size = 0;
    void fill(std::uint64_t mask, int otherwise);
    void only(int value) {
      at[0] = static_cast<std::uint8_t>(value);
      size = 1;
    }
  };

  Rule rule_;
  RuleDays days_filter_{rule_};
  const std::int64_t start_, start_day_;
  const bool dates_only_;
  std::size_t& steps_;
  bool filters_days_ = false;
  bool ended_ = false, ran_out_ = false;
  std::int64_t last_, produced_ = 0, period_ = 0;

  CivilMonth month_;  ///< of which `passing_` tells
  std::uint64_t passing_ = 0;
  List hours_, minutes_, seconds_;
  std::array<std::int64_t, 400> days_;
  std::size_t day_count_ = 0, size_ = 0, at_ = 0;
  std::vector<std::size_t> picked_;
};

}  // namespace almanac
