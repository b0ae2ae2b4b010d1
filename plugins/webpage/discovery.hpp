#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "page.hpp"

namespace almanac::webpage {

struct FoundFeed {
  std::string url, type, title;
};

/// The feeds and calendars that a page links to, absolute, each once, in document order. First the declared ones:
/// `link` with rel "alternate" and a feed's type, or rel "feed". Feeds of comments are left out unless there are no
/// others. Then, as second choice, links of the body that look like calendars (when no calendar was declared) or feeds
/// (when no feed was declared). At most 64.
std::vector<FoundFeed> find_feeds(const Page& page, std::string_view base);

}  // namespace almanac::webpage
