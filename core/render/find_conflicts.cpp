#include "find_conflicts.hpp"

#include <algorithm>

namespace almanac::render {
namespace {

class Told {
 public:
  void add(std::string value, const EntryDetail& by) {
    if (value.empty()) return;
    const std::string& name = by.source_name;
    auto known = std::find_if(values_.begin(), values_.end(), [&](const auto& one) { return one.first == value; });
    if (known == values_.end()) known = values_.insert(values_.end(), {std::move(value), {}});
    if (std::find(known->second.begin(), known->second.end(), name) == known->second.end())
      known->second.push_back(name);
  }
  void into(std::vector<Conflict>& out, std::string fact) && {
    if (values_.size() < 2) return;
    std::stable_sort(values_.begin(), values_.end(),
                     [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    out.push_back({std::move(fact), std::move(values_)});
  }

 private:
  std::vector<std::pair<std::string, std::vector<std::string>>> values_;
};

/// The day on the clock of the place, as far as it is known.
std::string day_of(const std::optional<Moment>& moment) {
  if (!moment || moment->kind == MomentKind::unread || moment->precision > Precision::day) return {};
  return iso_text(*moment).substr(0, 10);
}

/// Instants of one day on some clock: a day and a time on it are no contradiction.
bool is_one_day(const Moment& a, const Moment& b) {
  constexpr std::int64_t farthest_clock = 14 * 3600, day = 24 * 3600;
  if (a.kind == MomentKind::instant && b.kind == MomentKind::instant) return a.seconds == b.seconds;
  const std::int64_t apart = std::abs(a.seconds - b.seconds);
  return a.kind == b.kind ? apart < day && day_of(a) == day_of(b) : apart < day + farthest_clock;
}

}  // namespace

std::vector<Conflict> find_conflicts(const DetailedEvent& detail) {
  Told start, place, mode, status;
  const std::optional<When>& when = detail.listed.event.when;
  bool starts_differ = false;
  for (const EntryDetail& one : detail.entries) {
    const Entry& entry = one.entry;
    if (when && entry.start && entry.start->kind != MomentKind::unread && entry.start->precision <= Precision::day)
      starts_differ = starts_differ || !is_one_day(*entry.start, when->start);
    start.add(day_of(entry.start), one);
    place.add(entry.city, one);
    mode.add(std::string(to_text(entry.mode)), one);
    status.add(entry.status == EventStatus::confirmed ? std::string{} : std::string(to_text(entry.status)), one);
  }
  std::vector<Conflict> out;
  if (starts_differ) std::move(start).into(out, "start");
  std::move(place).into(out, "place");
  std::move(mode).into(out, "mode");
  std::move(status).into(out, "status");
  return out;
}

}  // namespace almanac::render
