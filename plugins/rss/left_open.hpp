#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace almanac::rss {

/// How many of the innermost `open` elements the start of `next` shows to have been left open, in a document whose tags
/// do not nest: an item or entry stands in a channel, feed or the like, so that what is open in between never closed;
/// a title or date holds no other element of a feed; a description may hold markup, but no date; an element of a module
/// holds none of those that say what an item is, and none of another module. Names as written, compared without regard
/// to ASCII case. Linear in the depth.
std::size_t count_left_open(const std::vector<std::string_view>& open, std::string_view next) noexcept;

/// Elements of a feed that hold text alone: "title", "pubDate", "dc:date".
bool holds_text(std::string_view name) noexcept;

/// Elements of a feed of which half says something too, under any prefix: "description", "content:encoded".
bool holds_prose(std::string_view name) noexcept;

/// Elements of a feed that hold text or markup: "title", "pubDate", "content:encoded".
bool holds_words(std::string_view name) noexcept;

}  // namespace almanac::rss
