#include "sniff.hpp"

namespace almanac::jsonfeed {

int sniff_feed(std::string_view prefix, std::string_view media_type) {
  if (prefix.starts_with("\xEF\xBB\xBF")) prefix.remove_prefix(3);
  const std::size_t start = prefix.find_first_not_of(" \t\r\n");
  if (start == prefix.npos || prefix[start] != '{') return 0;
  const auto has = [prefix](std::string_view text) { return prefix.find(text) != prefix.npos; };
  if (has("jsonfeed.org/version") || has("jsonfeed.org\\/version")) return 100;
  if (media_type.starts_with("application/feed+json")) return 90;
  if (has("\"items\"") && (has("\"home_page_url\"") || has("\"feed_url\""))) return 80;
  if (has("\"rss\"") && has("\"channel\"")) return 80;
  return has("\"items\"") && (has("\"content_html\"") || has("\"content_text\"") || has("\"date_published\"")) ? 60 : 0;
}

}  // namespace almanac::jsonfeed
