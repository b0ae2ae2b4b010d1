#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "limits.hpp"

namespace almanac::ical {

enum class Component : std::uint8_t { calendar, event, todo, zone, place, other };

/// The component that a BEGIN or END line names, in any case.
Component component_of(std::string_view name) noexcept;

/// The components that are open, outermost first; at most max_depth, what lies deeper is only counted.
class ComponentStack {
 public:
  /// False: too deep, only counted.
  bool open(Component component, std::string_view name) noexcept;
  /// How many components END:`name` closes: the innermost of that name and all that were left open inside it. 0: none
  /// of that name is open, or it closes one that was only counted.
  std::size_t closed_by(std::string_view name) noexcept;
  Component pop() noexcept { return frames_[--depth_].component; }

  bool empty() const noexcept { return depth_ == 0; }
  std::size_t depth() const noexcept { return depth_; }
  /// The innermost component, if properties here belong to it.
  bool is_in(Component component) const noexcept {
    return uncounted_ == 0 && depth_ > 0 && frames_[depth_ - 1].component == component;
  }
  bool holds(Component component) const noexcept;

 private:
  struct Frame {
    Component component;
    std::uint8_t size;
    std::array<char, 22> name;  // upper case, cut; two long names with one beginning count as equal
  };
  static Frame frame(Component component, std::string_view name) noexcept;

  std::array<Frame, max_depth> frames_;
  std::size_t depth_ = 0, uncounted_ = 0;
};

}  // namespace almanac::ical
