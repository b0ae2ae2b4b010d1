#include <almanac/base/ascii.hpp>

#include "controls.hpp"
#include "escape.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

// Marks that mean something wherever they stand (CommonMark §6, GFM §6): "$" begins formulas on some sites.
bool always_special(char c) { return std::string_view("\\`*_{}[]#|~$^=!@").find(c) != std::string_view::npos; }

// What begins a list, a heading line or a quote when it comes first (CommonMark §4 and §5).
bool special_at_start(char c) { return c == '-' || c == '+' || c == '(' || c == ':'; }

bool begins_link(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://");
  return text[at] == '.' && at >= 3 && equal_nocase(text.substr(at - 3, 3), "www");
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  bool numbered = true;  // only digits so far: "1." and "1)" begin lists
  bool blank = true;     // blanks collapse, and none come first
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char c = text[at];
    const auto bytes = point.valid ? text.substr(at, point.length) : std::string_view("\uFFFD");
    const std::size_t here = at;
    at += point.length;
    if (is_bidi_control(point.value)) continue;
    if (point.value <= 0x20 || point.value == 0x7F || (point.value >= 0x80 && point.value < 0xA0) ||
        is_line_separator(point.value)) {
      if (!blank) out += ' ';
      blank = true;
      continue;
    }
    const bool start = out.empty();
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (always_special(c) || c == '>' || (start && special_at_start(c)) ||
               (numbered && !start && (c == '.' || c == ')')) || begins_link(text, here)) {
      (out += '\\') += c;
    } else {
      out += bytes;
    }
    numbered = numbered && is_digit(c);
    blank = false;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace almanac
