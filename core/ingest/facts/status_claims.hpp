#pragma once
#include <almanac/model/kind.hpp>
#include <cstdint>
#include <vector>

#include "facts_cues.hpp"

namespace almanac::facts {

/// What a word of a text says about the state of something.
struct StatusClaim {
  EventStatus status = EventStatus::unknown;
  bool of_event = false;  ///< of the event itself, not of a talk, a ticket or a deadline
  bool in_title = false;
  bool is_denial = false;                      ///< "not cancelled"
  std::uint32_t from = 0, behind = 0, to = 0;  ///< pieces: its sentence, and where in it the word ends
};

/// All such words of a text that state a fact: "if it is cancelled" and "will not take place here but there" do not.
/// In order.
std::vector<StatusClaim> status_claims(const Reading& reading);

}  // namespace almanac::facts
