#include "microformats.hpp"

#include <almanac/base/byte_block.hpp>
#include <almanac/text/html.hpp>

#include "names.hpp"
#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

struct Tag {
  std::string_view name, classes, value;
  std::size_t end = 0;  ///< behind ">"
};

/// The next "dt" at or behind a place.
std::size_t find_dt(std::string_view html, std::size_t at) noexcept {
  return find_block(html, at, 1,
                    [](const char* bytes) { return ByteBlock::at(bytes).is('d') & ByteBlock::at(bytes + 1).is('t'); });
}

/// Whether "dt-start" or "dtstart" stands anywhere: one pass over what most feeds do not have.
bool may_hold_event(std::string_view html) noexcept {
  for (std::size_t at = find_dt(html, 0); at < html.size(); at = find_dt(html, at + 2)) {
    const std::string_view behind = html.substr(at + 2);
    if (behind.starts_with("start") || behind.starts_with("-start")) return true;
  }
  return false;
}

/// Reads the tag at `at` ("<").
Tag read_tag(std::string_view html, std::size_t at) noexcept {
  Tag tag;
  std::size_t i = at + 1;
  while (i < html.size() && is_name_char(html[i])) ++i;
  tag.name = html.substr(at + 1, i - at - 1);
  while (i < html.size() && html[i] != '>') {
    const std::size_t start = i;
    while (i < html.size() && is_name_char(html[i])) ++i;
    const std::string_view name = html.substr(start, i - start);
    if (name.empty() || i >= html.size() || html[i] != '=') {
      if (name.empty()) ++i;
      continue;
    }
    ++i;
    std::string_view value;
    if (i < html.size() && (html[i] == '"' || html[i] == '\'')) {
      const std::size_t stop = std::min(html.find(html[i], i + 1), html.size());
      value = html.substr(i + 1, stop - i - 1);
      i = std::min(stop + 1, html.size());
    } else {
      const std::size_t stop = std::min(html.find_first_of(" \t\r\n>", i), html.size());
      value = html.substr(i, stop - i);
      i = stop;
    }
    if (same_word(name, "class")) tag.classes = value;
    if (same_word(name, "datetime") || same_word(name, "content") || (same_word(name, "title") && tag.value.empty()) ||
        (same_word(name, "value") && same_word(tag.name, "data")))
      tag.value = value;
  }
  tag.end = std::min(i + 1, html.size());
  return tag;
}

bool has_class(std::string_view classes, std::string_view wanted) noexcept {
  while (!classes.empty()) {
    const std::size_t blank = std::min(classes.find_first_of(" \t\r\n"), classes.size());
    if (classes.substr(0, blank) == wanted) return true;
    classes.remove_prefix(std::min(blank + 1, classes.size()));
  }
  return false;
}

/// What stands between the tag and the one that closes it (nesting of the same name is counted).
std::string_view inner_html(std::string_view html, const Tag& tag) noexcept {
  std::size_t depth = 1, at = tag.end;
  const std::size_t limit = std::min(html.size(), tag.end + 2000);
  while (depth > 0 && (at = html.find('<', at)) < limit) {
    const bool closing = at + 1 < html.size() && html[at + 1] == '/';
    const std::string_view name = html.substr(at + (closing ? 2 : 1), tag.name.size());
    if (same_word(name, tag.name)) depth = closing ? depth - 1 : depth + 1;
    if (depth > 0) ++at;
  }
  return html.substr(tag.end, std::min(at, limit) - tag.end);
}

/// The next start tag at or after `at`, which moves behind it; one without a name is none.
Tag next_tag(std::string_view html, std::size_t& at) noexcept {
  while ((at = html.find('<', at)) < html.size()) {
    if (at + 1 < html.size() && is_letter(html[at + 1])) {
      const Tag tag = read_tag(html, at);
      at = tag.end;
      return tag;
    }
    ++at;
  }
  return {};
}

/// The time that an element gives: in an attribute, in parts of class "value" (the value class pattern), in a `time`
/// inside, or as its text.
std::string moment(std::string_view html, const Tag& tag) {
  if (!tag.value.empty()) return html_to_line(tag.value);
  const std::string_view inner = inner_html(html, tag);
  std::string parts;
  std::string_view stated;
  std::size_t at = 0;
  for (Tag part = next_tag(inner, at); !part.name.empty(); part = next_tag(inner, at)) {
    if (has_class(part.classes, "value") || has_class(part.classes, "value-title")) {
      if (!parts.empty()) parts += ' ';
      parts += html_to_line(part.value.empty() ? inner_html(inner, part) : part.value);
    } else if (stated.empty() && same_word(part.name, "time")) {
      stated = part.value;
    }
  }
  return !parts.empty() ? parts : html_to_line(stated.empty() ? inner : stated);
}

/// "12:00", "7:30pm", "9am": no date.
bool is_time_of_day(std::string_view text) noexcept {
  return text.size() <= 14 && !text.empty() && is_digit(text.front()) && text.find_first_of(":ap") <= 2;
}

/// An end that gives a time alone is on the day of the start.
void add_day(std::string& end, std::string_view start) {
  const bool has_day = start.size() >= 10 && start[4] == '-' && start[7] == '-';
  if (has_day && is_time_of_day(end)) end.insert(0, std::string(start.substr(0, 10)) + ' ');
}

}  // namespace

MarkedEvent find_marked_event(std::string_view html) {
  MarkedEvent event;
  if (!may_hold_event(html)) return event;
  std::size_t at = 0;
  for (Tag tag = next_tag(html, at); !tag.name.empty(); tag = next_tag(html, at)) {
    if (tag.classes.empty()) continue;
    if (has_class(tag.classes, "dt-start") || has_class(tag.classes, "dtstart")) {
      if (!event.start.empty()) break;  // the next event
      event.start = moment(html, tag);
    } else if (event.end.empty() && (has_class(tag.classes, "dt-end") || has_class(tag.classes, "dtend"))) {
      event.end_is_last_day = has_class(tag.classes, "dt-end");
      event.end = moment(html, tag);
    } else if (event.duration.empty() &&
               (has_class(tag.classes, "dt-duration") || has_class(tag.classes, "duration"))) {
      event.duration = moment(html, tag);
    } else if (event.location.empty() && (has_class(tag.classes, "p-location") || has_class(tag.classes, "location"))) {
      event.location = html_to_line(inner_html(html, tag));
    }
  }
  add_day(event.end, event.start);
  return event;
}

}  // namespace almanac::rss
