#pragma once
#include <string_view>

namespace almanac::jsonfeed {

/// How surely a document that begins with `prefix` is a JSON Feed, 0 … 100.
int sniff_feed(std::string_view prefix, std::string_view media_type);

}  // namespace almanac::jsonfeed
