#include "facts_steps.hpp"

namespace almanac::facts {

EventStatus status_of_text(const Reading& reading) {
  EventStatus status = EventStatus::unknown;
  bool cancelled_in_title = false;
  for (const SignHit& hit : reading.signs) {
    if (hit.sign == Sign::not_cancelled) return EventStatus::unknown;
    if (hit.sign == Sign::cancelled) {
      status = EventStatus::cancelled;
      cancelled_in_title |= hit.from < reading.text.title_pieces();
    }
    // "is off on 4 March, we make up for it on the 11th"
    if (hit.sign == Sign::postponed && !cancelled_in_title) status = EventStatus::postponed;
    if (hit.sign == Sign::moved_online && status == EventStatus::unknown) status = EventStatus::moved_online;
  }
  return status;
}

}  // namespace almanac::facts
