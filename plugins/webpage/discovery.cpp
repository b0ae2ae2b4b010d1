#include "discovery.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/url.hpp>
#include <set>

namespace almanac::webpage {
namespace {

constexpr std::size_t most_feeds = 64;

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    while (at < list.size() && is_space(list[at])) ++at;
    std::size_t end = at;
    while (end < list.size() && !is_space(list[end])) ++end;
    if (equal_nocase(list.substr(at, end - at), word)) return true;
    at = end;
  }
  return false;
}

std::string bare_type(std::string_view type) {
  type = type.substr(0, type.find(';'));
  while (!type.empty() && is_space(type.front())) type.remove_prefix(1);
  while (!type.empty() && is_space(type.back())) type.remove_suffix(1);
  return to_lower(type);
}

bool is_calendar_type(std::string_view type) {
  return type == "text/calendar" || type == "application/calendar+xml" || type == "application/calendar+json" ||
         type == "text/x-vcalendar";
}

bool is_feed_type(std::string_view type) {
  for (const std::string_view known :
       {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml",
        "text/atom+xml", "application/x-rss+xml", "application/rss", "text/rss", "text/xml", "application/xml"}) {
    if (type == known) return true;
  }
  return is_calendar_type(type);
}

/// JSON Feed 1.0 asks for application/json, which other things behind a page have too: the address or title must say
/// what it is.
bool is_json_feed(const PageLink& link, std::string_view type) {
  return type == "application/json" && find_nocase(link.href, "/wp-json/") == link.href.npos &&
         (find_nocase(link.href, "feed") != link.href.npos || find_nocase(link.title, "feed") != link.title.npos);
}

bool is_comment_feed(const PageLink& link) {
  const std::string href = to_lower(link.href), title = to_lower(link.title);
  return href.find("/comments/") != href.npos || href.find("comments/default") != href.npos ||
         title.find("comments feed") != title.npos || title.find("comment feed") != title.npos ||
         title.ends_with("comments");
}

// The path of an address, lower-case, without query and fragment.
std::string path_of(std::string_view url) {
  std::string path = to_lower(url.substr(0, url.find_first_of("?#")));
  while (path.ends_with('/')) path.pop_back();
  return path;
}

bool looks_like_calendar(const std::string& url) {
  return starts_with_nocase(url, "webcal:") || starts_with_nocase(url, "webcals:") || path_of(url).ends_with(".ics") ||
         find_nocase(url, "/ical/") != url.npos || find_nocase(url, "ical=1") != url.npos ||
         find_nocase(url, "format=ical") != url.npos;
}

bool looks_like_feed(const std::string& url) {
  const std::string path = path_of(url);
  for (const std::string_view end : {".rss", ".atom", ".rdf", "/feed", "/rss", "/atom", "/feed.xml", "/rss.xml",
                                     "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default"}) {
    if (path.ends_with(end)) return true;
  }
  return find_nocase(url, "format=rss") != url.npos || find_nocase(url, "feed=rss") != url.npos;
}

/// Value of a query parameter, as it stands in the address; "" when absent.
std::string_view query_value(std::string_view url, std::string_view name) {
  for (std::size_t at = url.find('?'); at != url.npos && at < url.size(); at = url.find('&', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != '=') continue;
    const std::string_view value = rest.substr(name.size() + 1);
    return value.substr(0, value.find_first_of("&#"));
  }
  return {};
}

/// A Google calendar that a page shows in a frame has a public iCalendar address of its own; "" for all else.
std::string calendar_behind_frame(std::string_view url) {
  const bool is_google = starts_with_nocase(url, "https://calendar.google.com/calendar/embed?") ||
                         starts_with_nocase(url, "https://www.google.com/calendar/embed?") ||
                         starts_with_nocase(url, "https://calendar.google.com/calendar/u/0/embed?");
  const std::string_view id = is_google ? query_value(url, "src") : std::string_view();
  if (id.empty() || id.find('/') != id.npos) return {};
  return "https://calendar.google.com/calendar/ical/" + std::string(id) + "/public/basic.ics";
}

class Finder {
 public:
  explicit Finder(std::string_view base) : base_(base) {}

  void add(const PageLink& link, std::string type) {
    if (found_.size() >= most_feeds) return;
    std::string url = resolve_link(base_, link.href);
    const bool fetched = starts_with_nocase(url, "http:") || starts_with_nocase(url, "https:") ||
                         starts_with_nocase(url, "webcal") || starts_with_nocase(url, "feed:") ||
                         starts_with_nocase(url, "file:");
    if (!fetched || !seen_.insert(url).second) return;
    found_.push_back({std::move(url), std::move(type), link.title});
  }

  void add_declared(const Page& page, bool comments) {
    for (const auto& link : page.links) {
      if (link.anchor) continue;
      std::string type = bare_type(link.type);
      const bool declared = (has_word(link.rel, "alternate") && (is_feed_type(type) || is_json_feed(link, type))) ||
                            (has_word(link.rel, "feed") && (type.empty() || is_feed_type(type)));
      if (declared && is_comment_feed(link) == comments) add(link, std::move(type));
    }
  }

  bool has(bool calendar) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const FoundFeed& feed) { return is_calendar_type(feed.type) == calendar; });
  }

  void add_anchors(const Page& page) {
    const bool calendars = !has(true), feeds = !has(false);
    for (const auto& link : page.links) {
      if (!link.anchor) continue;
      const std::string type = bare_type(link.type), url = resolve_link(base_, link.href);
      if (const std::string behind = calendar_behind_frame(url); calendars && !behind.empty()) {
        add({{}, behind, {}, link.title, true}, "text/calendar");
        continue;
      }
      if (link.rel == "frame") continue;
      if (calendars && (is_calendar_type(type) || looks_like_calendar(url))) {
        add(link, "text/calendar");
      } else if (feeds && !is_comment_feed(link) && ((!type.empty() && is_feed_type(type)) || looks_like_feed(url))) {
        add(link, type);
      }
    }
  }

  std::vector<FoundFeed> take() && { return std::move(found_); }

 private:
  std::string_view base_;
  std::vector<FoundFeed> found_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<FoundFeed> find_feeds(const Page& page, std::string_view base) {
  Finder finder(base);
  finder.add_declared(page, false);
  const bool any = finder.has(true) || finder.has(false);
  finder.add_anchors(page);
  if (!any) finder.add_declared(page, true);
  return std::move(finder).take();
}

}  // namespace almanac::webpage
