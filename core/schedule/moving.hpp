#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/model/source.hpp>
#include <string_view>

namespace almanac {

/// What a good poll showed of where a source lives.
struct Journey {
  std::string_view asked, answered;  ///< addresses: the source's own, and the one that gave the answer
  bool is_permanent = false;         ///< every redirect between them was a 301 or 308
};

/// What is known of a move after another good poll. A temporary redirect, or another target, begins anew.
Move after_journey(const Move& known, const Journey& journey, sys_seconds now);

/// Whether the new address takes the old one's place: after 5 good polls in a row over at least 7 days, of which the
/// first found something there that was known; at once when only "http" became "https".
bool is_confirmed(const Move& move, std::string_view asked, sys_seconds now);

}  // namespace almanac
