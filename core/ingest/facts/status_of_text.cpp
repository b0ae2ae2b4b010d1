#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/time/zones/zone.hpp>

#include "facts_steps.hpp"

namespace almanac::facts {
namespace {

/// Days since 1970 of a moment, on the clock of its zone.
std::int64_t local_day(const Moment& moment) {
  std::int64_t local = moment.seconds;
  if (moment.kind == MomentKind::instant && !moment.zone.empty())
    if (const auto zone = Zone::find(moment.zone)) local = zone->to_local(local);
  return (local - ((local % day_seconds) + day_seconds) % day_seconds) / day_seconds;
}

/// Whether only other days than the event's are called off: "the one of 2 May is off, the next is on 9 May".
bool is_of_other_days(const ProseDates& dates, const std::optional<Moment>& start) {
  if (dates.called_off.empty()) return false;
  if (!start || start->precision == Precision::month || start->precision == Precision::year) return false;
  return std::find(dates.called_off.begin(), dates.called_off.end(), local_day(*start)) == dates.called_off.end();
}

}  // namespace

EventStatus status_of_text(const std::vector<StatusClaim>& claims, const ProseDates& dates,
                           const std::optional<Moment>& start) {
  EventStatus status = EventStatus::unknown;
  bool cancelled_in_title = false, postponed_in_title = false;
  const bool of_others = is_of_other_days(dates, start);
  for (const StatusClaim& claim : claims) {
    if (claim.is_denial) return EventStatus::unknown;
    if (!claim.of_event) continue;
    postponed_in_title |= claim.in_title && claim.status == EventStatus::postponed;
    if (claim.status == EventStatus::cancelled && !of_others && !postponed_in_title) {
      status = EventStatus::cancelled;
      cancelled_in_title |= claim.in_title;
    }
    // "is off on 4 March, we make up for it on the 11th"
    if (claim.status == EventStatus::postponed && !cancelled_in_title) status = EventStatus::postponed;
    if (claim.status == EventStatus::moved_online && status == EventStatus::unknown) status = EventStatus::moved_online;
  }
  return status;
}

}  // namespace almanac::facts
