#include "left_open.hpp"

#include <algorithm>
#include <iterator>

#include "names.hpp"

namespace almanac::rss {
namespace {

// What items and entries stand in, by local name.
constexpr std::string_view item_holders[] = {"channel", "feed", "items", "rdf", "rss", "xml"};
// Elements that hold text alone.
constexpr std::string_view text_holders[] = {
    "category", "comments",  "copyright", "created",       "docs",    "generator",      "guid",
    "id",       "issued",    "language",  "lastbuilddate", "link",    "managingeditor", "modified",
    "pubdate",  "published", "title",     "ttl",           "updated", "webmaster"};
// Elements that hold markup.
constexpr std::string_view markup_holders[] = {"author",      "content",         "content:encoded",
                                               "description", "itunes:subtitle", "itunes:summary",
                                               "subtitle",    "summary",         "tagline"};
// Elements of feeds whose names HTML knows too, and those that it does not.
constexpr std::string_view shared_names[] = {"content", "description", "id",    "image",
                                             "link",    "summary",     "title", "url"};
constexpr std::string_view feed_names[] = {
    "author",    "category", "comments", "content:encoded", "copyright",      "enclosure", "generator", "guid",
    "issued",    "language", "modified", "lastbuilddate",   "managingeditor", "pubdate",   "published", "skipdays",
    "textinput", "ttl",      "updated",  "webmaster"};
constexpr std::string_view module_prefixes[] = {"atom",   "atom10", "dc",    "dcterms", "feedburner", "geo",
                                                "georss", "itunes", "media", "slash",   "sy",         "wfw"};

// Modules whose elements hold text alone.
constexpr std::string_view text_modules[] = {"dc", "dcterms", "slash", "sy", "wfw"};

// All other elements of the podcast module hold text.
constexpr std::string_view itunes_groups[] = {"itunes:category", "itunes:owner"};
// Activity Streams: its objects hold Atom's elements, as entries do.
constexpr std::string_view atom_holder = "activity";

bool is_word_of(std::string_view name, const auto& list) noexcept {
  return std::any_of(std::begin(list), std::end(list), [name](std::string_view word) { return same_word(word, name); });
}

std::string_view prefix_of(std::string_view name) noexcept {
  const std::size_t colon = name.find(':');
  return colon == name.npos ? std::string_view() : name.substr(0, colon);
}

std::string_view name_behind_prefix(std::string_view name) noexcept { return name.substr(name.find(':') + 1); }

bool is_item_name(std::string_view name) noexcept { return same_word(name, "item") || same_word(name, "entry"); }

/// Elements above the innermost item or entry, when the topmost belongs to a module and the item does not.
std::size_t count_above_item(const std::vector<std::string_view>& open) noexcept {
  if (open.empty() || prefix_of(open.back()).empty()) return 0;
  for (std::size_t count = 0; count < open.size(); ++count) {
    const std::string_view name = open[open.size() - 1 - count];
    if (is_item_name(name)) return count;
    if (is_word_of(name, markup_holders) || prefix_of(name) == atom_holder) return 0;
  }
  return 0;
}

}  // namespace

bool holds_text(std::string_view name) noexcept {
  return is_word_of(name, text_holders) || is_word_of(prefix_of(name), text_modules) ||
         (same_word(prefix_of(name), "itunes") && !is_word_of(name, itunes_groups));
}

bool holds_prose(std::string_view name) noexcept {
  const std::string_view local = name_behind_prefix(name);
  return (is_word_of(local, markup_holders) && !same_word(local, "author")) || same_word(local, "encoded");
}

bool holds_words(std::string_view name) noexcept {
  return is_word_of(name, text_holders) || is_word_of(name, markup_holders);
}

std::size_t count_left_open(const std::vector<std::string_view>& open, std::string_view next) noexcept {
  const bool begins_item = is_item_name(name_behind_prefix(next));
  const bool of_feeds = is_word_of(next, feed_names) || is_word_of(prefix_of(next), module_prefixes);
  const bool is_shared = is_word_of(next, shared_names);
  if (is_shared || (of_feeds && !open.empty() && prefix_of(next) != prefix_of(open.back())))
    if (const std::size_t count = count_above_item(open); count > 0) return count;
  if (!open.empty() && holds_text(open.back()) && (of_feeds || is_shared)) return 1;
  if (!begins_item && !of_feeds) return 0;
  for (std::size_t count = 0; count < open.size(); ++count) {
    const std::string_view name = open[open.size() - 1 - count];
    if (is_word_of(name_behind_prefix(name), item_holders)) {
      const bool fits = prefix_of(next).empty() || prefix_of(next) == prefix_of(name);
      return begins_item && fits ? count : 0;
    }
    if (begins_item) continue;
    if (is_item_name(name_behind_prefix(name))) return 0;
    if (is_word_of(name, markup_holders)) return count + 1;
  }
  return 0;
}

}  // namespace almanac::rss
