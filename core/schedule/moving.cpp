#include "moving.hpp"

namespace almanac {
namespace {

constexpr int polls_needed = 5;
constexpr std::chrono::hours span_needed{24 * 7};

/// The same address but for "https" in the place of "http".
bool is_upgrade(std::string_view from, std::string_view to) {
  return from.starts_with("http://") && to.starts_with("https://") && from.substr(7) == to.substr(8);
}

}  // namespace

Move after_journey(const Move& known, const Journey& journey, sys_seconds now) {
  if (!journey.is_permanent || journey.asked == journey.answered) return {};
  if (known.to == journey.answered) return {known.to, known.polls + 1, known.since};
  return {std::string(journey.answered), 1, now};
}

bool is_confirmed(const Move& move, std::string_view asked, sys_seconds now) {
  if (move.to.empty() || !move.since) return false;
  return is_upgrade(asked, move.to) || (move.polls >= polls_needed && now - *move.since >= span_needed);
}

}  // namespace almanac
