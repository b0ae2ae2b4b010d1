#include "facts_steps.hpp"

namespace almanac::facts {

Mode mode_of_text(const Reading& reading, const Place& place) {
  bool online = false, hybrid = false, in_person = place.stated(), no_online = false;
  for (const SignHit& hit : reading.signs) {
    if (hit.sign == Sign::only_online || hit.sign == Sign::moved_online) return Mode::online;
    online |= hit.sign == Sign::online;
    hybrid |= hit.sign == Sign::hybrid;
    in_person |= hit.sign == Sign::in_person;
    no_online |= hit.sign == Sign::no_online;
  }
  if (no_online) online = hybrid = false;
  if (hybrid || (online && in_person)) return Mode::hybrid;
  if (online) return Mode::online;
  return in_person ? Mode::in_person : Mode::unknown;
}

}  // namespace almanac::facts
