#include "sniff.hpp"

#include "names.hpp"
#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

bool is_type(std::string_view type, std::string_view wanted) noexcept {
  return type.size() >= wanted.size() && same_word(type.substr(0, wanted.size()), wanted);
}

int score(std::string_view name, std::string_view rest, bool feed_type) {
  switch (term_of(name.substr(name.find(':') + 1))) {
    case Term::rss:
      return 100;
    case Term::feed:
      return rest.find("www.w3.org/2005/Atom") != rest.npos ? 100 : 95;
    case Term::rdf:
      return rest.find("purl.org/rss/") != rest.npos || rest.find("simple/0.9") != rest.npos ? 95 : 50;
    case Term::channel:
      return 80;
    case Term::entry:
      return rest.find("2005/Atom") != rest.npos ? 70 : 20;
    default:
      return feed_type ? 20 : 0;
  }
}

/// Whether a feed begins somewhere inside.
bool has_feed(std::string_view text) noexcept {
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF"})
    if (text.find(root) != text.npos) return true;
  return false;
}

/// Whether a web page is a wrapping around a feed, which begins as it would alone. (RDF in pages states their licence.)
bool wraps_feed(std::string_view page) noexcept {
  return page.find("<rss version=") != page.npos || page.find("<feed xmlns=") != page.npos;
}

}  // namespace

int sniff_feed(std::string_view prefix, std::string_view media_type) {
  const bool feed_type = is_type(media_type, "application/rss+xml") || is_type(media_type, "application/atom+xml") ||
                         is_type(media_type, "application/rdf+xml");
  std::size_t at = prefix.find_first_not_of(" \t\r\n");
  if (at == prefix.npos || prefix[at] != '<') {  // notices of a script before the feed
    return has_feed(prefix) ? 60 : 0;
  }
  for (; at != prefix.npos; at = prefix.find('<', at + 1)) {
    const std::string_view rest = prefix.substr(at);
    if (rest.starts_with("<!--")) {
      at = prefix.find("-->", at);
      if (at == prefix.npos) return feed_type ? 20 : 0;
      continue;
    }
    if (rest.size() < 2 || !is_name_start(rest[1])) continue;
    std::size_t end = 1;
    while (end < rest.size() && is_name_char(rest[end])) ++end;
    const std::string_view name = rest.substr(1, end - 1);
    const int found = score(name, rest, feed_type);
    if (found > 0) return found;
    return (same_word(name, "html") ? wraps_feed(rest) : has_feed(rest)) ? 50 : 0;
  }
  return feed_type ? 30 : 0;
}

}  // namespace almanac::rss
