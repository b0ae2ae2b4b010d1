#include "prose_hours.hpp"

#include <string_view>

namespace almanac::prose {
namespace {

/// 1 … 10 as one ideograph; 0: it is none.
int figure_at(const ProseText& text, std::uint32_t i) {
  constexpr std::string_view figures[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  for (std::size_t n = 0; n < std::size(figures); ++n)
    if (text.is_word(i, figures[n])) return static_cast<int>(n) + 1;
  return text.is_word(i, "两") ? 2 : 0;
}

}  // namespace

int hour_in_ideographs(const ProseText& text, std::uint32_t& i) {
  int hour = figure_at(text, i);
  if (hour == 0) return 0;
  ++i;
  if (const int more = hour == 10 ? figure_at(text, i) : 0; more == 1 || more == 2) hour += more, ++i;
  return hour;
}

}  // namespace almanac::prose
