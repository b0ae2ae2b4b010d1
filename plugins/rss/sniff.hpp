#pragma once
#include <string_view>

namespace almanac::rss {

/// How surely a document that begins with `prefix` is a feed, 0 … 100: by its first element, with the media type as a
/// hint.
int sniff_feed(std::string_view prefix, std::string_view media_type);

}  // namespace almanac::rss
