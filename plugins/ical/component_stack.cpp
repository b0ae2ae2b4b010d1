#include "component_stack.hpp"

#include <algorithm>

#include "scan.hpp"

namespace almanac::ical {

Component component_of(std::string_view name) noexcept {
  if (is_word(name, "VEVENT")) return Component::event;
  if (is_word(name, "VCALENDAR")) return Component::calendar;
  if (is_word(name, "VTIMEZONE")) return Component::zone;
  if (is_word(name, "VTODO")) return Component::todo;
  if (is_word(name, "VLOCATION")) return Component::place;
  return Component::other;
}

ComponentStack::Frame ComponentStack::frame(Component component, std::string_view name) noexcept {
  Frame out{component, static_cast<std::uint8_t>(std::min(name.size(), sizeof Frame::name)), {}};
  std::transform(name.begin(), name.begin() + out.size, out.name.begin(), upper);
  return out;
}

bool ComponentStack::open(Component component, std::string_view name) noexcept {
  if (depth_ == max_depth || uncounted_ > 0) {
    ++uncounted_;
    return false;
  }
  frames_[depth_++] = frame(component, name);
  return true;
}

std::size_t ComponentStack::closed_by(std::string_view name) noexcept {
  const Frame wanted = frame(component_of(name), name);
  const bool known = wanted.component != Component::other;
  if (uncounted_ > 0 && !known) {
    --uncounted_;
    return 0;
  }
  for (std::size_t i = depth_; i > 0; --i) {
    const Frame& open = frames_[i - 1];
    if (open.component != wanted.component || open.size != wanted.size || open.name != wanted.name) continue;
    uncounted_ = 0;
    return depth_ - i + 1;
  }
  return 0;
}

bool ComponentStack::holds(Component component) const noexcept {
  return std::any_of(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(depth_),
                     [&](const Frame& frame) { return frame.component == component; });
}

}  // namespace almanac::ical
