#include <algorithm>

#include "facts_steps.hpp"

namespace almanac::facts {

Mode mode_of_text(const Reading& reading, const Place& place) {
  bool online = false, hybrid = false, in_person = place.stated(), no_online = false;
  for (const SignHit& hit : reading.signs) {
    online |= hit.sign == Sign::online;
    hybrid |= hit.sign == Sign::hybrid;
    in_person |= hit.sign == Sign::in_person;
    no_online |= hit.sign == Sign::no_online;
  }
  // "moved online": the place is where it was to be.
  const std::string& folded = reading.text.folded();
  for (const std::string_view moved :
       {"moved online",         "moves online",   "move online",          "moving online", "now online",
        "goes online only",     "online instead", "online statt",         "wird online",   "en ligne au lieu",
        "online-only",          "digital only",   "online only",          "fully online",  "nur online",
        "uniquement en ligne",  "solo online",    "オンライン開催に変更", "改为线上",      "改為線上",
        "entierement en ligne", "naar online"})
    if (folded.find(moved) != folded.npos) return Mode::online;
  if (no_online) online = hybrid = false;
  if (hybrid || (online && in_person)) return Mode::hybrid;
  if (online) return Mode::online;
  return in_person ? Mode::in_person : Mode::unknown;
}

}  // namespace almanac::facts
