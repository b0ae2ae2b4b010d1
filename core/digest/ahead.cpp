#include "ahead.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/model/listing.hpp>

namespace almanac {
namespace {

/// Now on both clocks that dates are written in.
class Present {
 public:
  Present(sys_seconds now, const Zone& zone) : utc_(now.time_since_epoch().count()), local_(zone.to_local(utc_)) {}

  bool has_closed(const Deadline& deadline) const { return closing_second(deadline) < utc_; }
  bool has_ended(const Occurrence& occurrence) const {
    // A point in time lasts its second.
    return std::max(occurrence.end, occurrence.start + 1) <= clock(occurrence.kind);
  }
  bool has_ended(const When& when) const {
    const Moment& start = when.start;
    if (start.kind == MomentKind::unread) return false;
    const std::int64_t least = start.seconds + (start.kind == MomentKind::date ? day_seconds : 1);
    const bool bounded = when.end && when.end->kind == start.kind;
    return (bounded ? std::max(least, when.end->seconds) : least) <= clock(start.kind);
  }

 private:
  std::int64_t clock(MomentKind kind) const { return kind == MomentKind::instant ? utc_ : local_; }

  std::int64_t utc_, local_;
};

}  // namespace

bool is_over(const Event& event, sys_seconds now, const Zone& zone) {
  if (event.occurrences.empty() && event.deadlines.empty() && !event.when) return false;
  const Present present(now, zone);
  const auto closed = [&](const Deadline& deadline) { return present.has_closed(deadline); };
  const auto ended = [&](const Occurrence& occurrence) { return present.has_ended(occurrence); };
  if (!std::all_of(event.deadlines.begin(), event.deadlines.end(), closed)) return false;
  // The first date as published counts only where it has not been spread out.
  if (event.occurrences.empty()) return !event.when || present.has_ended(*event.when);
  return std::all_of(event.occurrences.begin(), event.occurrences.end(), ended);
}

std::optional<Occurrence> date_ahead(const Event& event, sys_seconds now, const Zone& zone) {
  if (event.occurrences.empty()) return std::nullopt;
  const Present present(now, zone);
  const auto ahead = [&](const Occurrence& occurrence) { return !present.has_ended(occurrence); };
  const auto first = std::find_if(event.occurrences.begin(), event.occurrences.end(), ahead);
  return first != event.occurrences.end() ? *first : event.occurrences.back();
}

}  // namespace almanac
