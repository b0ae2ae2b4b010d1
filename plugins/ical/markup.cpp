#include "markup.hpp"

#include <almanac/text/html.hpp>
#include <array>
#include <cstring>
#include <string>

#include "address.hpp"
#include "scan.hpp"

namespace almanac::ical {

// Two searches for one character are much faster than one for a set of them.
bool is_markup(std::string_view text) {
  return (text.find('<') != text.npos || text.find('&') != text.npos) && looks_like_html(text);
}

std::string_view show_breaks(std::string_view markup, Arena& arena) {
  constexpr std::array<std::string_view, 5> breaking{"BR", "P", "DIV", "LI", "TABLE"};
  if (markup.find('\n') == markup.npos || markup.size() > (64u << 10)) return markup;
  for (std::size_t at = markup.find('<'); at != markup.npos; at = markup.find('<', at + 1)) {
    std::size_t end = at + 1;
    while (end < markup.size() && is_letter(markup[end])) ++end;
    for (const std::string_view name : breaking)
      if (is_word(markup.substr(at + 1, end - at - 1), name)) return markup;
  }
  std::string out;
  for (const char c : markup) {
    if (c == '\n') out += "<br>";
    out += c;
  }
  return out.size() <= Arena::chunk_size ? arena.keep(out) : markup;
}

std::string_view first_link(std::string_view markup) noexcept {
  for (std::size_t at = markup.find("href="); at != markup.npos; at = markup.find("href=", at + 5)) {
    std::string_view rest = markup.substr(at + 5);
    if (rest.starts_with('"') || rest.starts_with('\'')) rest = rest.substr(1, rest.find(rest.front(), 1) - 1);
    rest = rest.substr(0, rest.find_first_of(" \t\n<>\"'"));
    if (is_web_address(rest)) return rest;
  }
  return {};
}

}  // namespace almanac::ical
