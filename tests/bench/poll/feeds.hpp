#pragma once
#include <fmt/format.h>

#include <string>

namespace almanac::bench {

inline constexpr const char* words[] = {"learning", "systems",  "privacy", "graphs",   "compilers", "vision",
                                        "robotics", "language", "theory",  "networks", "storage",   "music",
                                        "biology",  "security", "ethics",  "climate"};

/// One item: about 700 bytes.
inline std::string item(int feed, int n) {
  const int mix = feed * 131 + n * 17;
  return fmt::format(
      "<item><title>{} and {}: meeting {} of group {}</title><link>https://group{}.example/events/{}</link>"
      "<guid isPermaLink=\"false\">{}-{}@group.example</guid><pubDate>Mon, 02 Nov 2026 08:{:02}:00 GMT</pubDate>"
      "<ev:startdate>2026-12-{:02}T18:30:00+01:00</ev:startdate><ev:location>Hall {}, Cologne</ev:location>"
      "<description>&lt;p&gt;We talk about {} and {}, about what was read since, and about what to build next. Bring a "
      "friend; the room is open from six. Notes are at &lt;a href=\"https://group{}.example/notes/{}\"&gt;the usual "
      "place&lt;/a&gt;.&lt;/p&gt;</description><category>{}</category></item>\n",
      words[mix % 16], words[(mix / 16 + 3) % 16], n, feed, feed, n, feed, n, n % 60, 1 + mix % 28, mix % 9,
      words[mix % 16], words[(mix + 5) % 16], feed, n, words[mix % 16]);
}

/// An RSS feed of a group with that many items.
inline std::string feed_text(int feed, int items) {
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
      "xmlns:ev=\"http://purl.org/rss/1.0/modules/event/\">"
      "<channel><title>Group {}</title><link>https://group{}.example/</link><description>What group {} "
      "does</description>\n",
      feed, feed, feed);
  for (int n = 0; n < items; ++n) text += item(feed, n);
  return text + "</channel></rss>\n";
}

/// A loopback address of its own for each feed: none waits for another's host.
inline std::string host_of(int feed) {
  return fmt::format("127.{}.{}.{}", 1 + feed / 62'500, 1 + feed / 250 % 250, 1 + feed % 250);
}

}  // namespace almanac::bench
