#include "value_text.hpp"

#include <algorithm>
#include <cstring>

#include "scan.hpp"

namespace almanac::ical {

std::string_view unescape(std::string_view text, Arena& arena) {
  const void* found = text.empty() ? nullptr : std::memchr(text.data(), '\\', text.size());
  if (!found) return text;
  char* const out = arena.reserve(text.size());
  char* to = out;
  const char* at = text.data();
  const char* const end = at + text.size();
  const char* slash = static_cast<const char*>(found);
  while (slash) {
    const auto before = static_cast<std::size_t>(slash - at);
    std::memcpy(to, at, before);
    to += before;
    const char next = slash + 1 == end ? '\0' : slash[1];
    const char plain = next == 'n' || next == 'N'                                                 ? '\n'
                       : next == '\\' || next == ',' || next == ';' || next == ':' || next == '"' ? next
                                                                                                  : '\0';
    *to++ = plain ? plain : '\\';
    at = slash + (plain ? 2 : 1);
    slash = at == end ? nullptr : static_cast<const char*>(std::memchr(at, '\\', static_cast<std::size_t>(end - at)));
  }
  std::memcpy(to, at, static_cast<std::size_t>(end - at));
  to += end - at;
  const auto used = static_cast<std::size_t>(to - out);
  arena.take(used);
  return {out, used};
}

std::string_view take_item(std::string_view& list, std::string_view separators) noexcept {
  const auto separates = [separators](char c) {
    return std::any_of(separators.begin(), separators.end(), [c](char separator) { return c == separator; });
  };
  std::size_t at = 0;
  while (at < list.size() && !separates(list[at])) at += list[at] == '\\' ? 2 : 1;
  const std::string_view item = list.substr(0, at);
  list = at < list.size() ? list.substr(at + 1) : std::string_view();
  return trim_controls(item);
}

}  // namespace almanac::ical
