#pragma once
#include <string>

namespace almanac::rss {

/// What the source's configuration says.
struct Options {
  std::string url;  ///< the source's address: what plan() asks for
  bool bare_event_elements =
      false;  ///< option event_elements=yes: <startDate>, <end_date> … without a namespace are the event's
};

}  // namespace almanac::rss
