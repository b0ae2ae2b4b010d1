#include "source.hpp"

#include <array>

namespace almanac {
namespace {
constexpr std::array<std::string_view, 5> states{"active", "failing", "gone", "needs_auth", "paused"};
}

std::string_view to_text(SourceState state) { return states[static_cast<std::size_t>(state)]; }

std::optional<SourceState> source_state_from(std::string_view word) {
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == word) return static_cast<SourceState>(i);
  return std::nullopt;
}

}  // namespace almanac
