#include "facts_steps.hpp"

namespace almanac::facts {

EventStatus status_of_text(const Reading& reading) {
  EventStatus status = EventStatus::unknown;
  for (const SignHit& hit : reading.signs) {
    if (hit.sign == Sign::cancelled) return EventStatus::cancelled;
    if (hit.sign == Sign::postponed) status = EventStatus::postponed;
    if (hit.sign == Sign::moved_online && status == EventStatus::unknown) status = EventStatus::moved_online;
  }
  return status;
}

}  // namespace almanac::facts
