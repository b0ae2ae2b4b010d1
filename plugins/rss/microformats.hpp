#pragma once
#include <string>
#include <string_view>

namespace almanac::rss {

/// An event marked up in HTML: h-event (dt-start, dt-end, dt-duration, p-location) or hCalendar (dtstart, dtend,
/// duration, location).
struct MarkedEvent {
  std::string start, end, duration, location;
  bool end_is_last_day = false;  ///< h-event; hCalendar took over the day after from iCalendar
};

/// A light look at the first such event: `datetime`, `title` or `content` of the element with the class, the values of
/// its parts, or its text.
/// Linear time; nothing is found in a text that has neither "dt-start" nor "dtstart". No HTML tree is built: nesting is
/// not checked.
MarkedEvent find_marked_event(std::string_view html);

}  // namespace almanac::rss
