#include "escape.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>

#include "controls.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

bool is_white(char32_t c) { return c == '\t' || c == '\n' || c == '\r'; }
bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || is_line_separator(c);
}

// Calls `visit(code point, its bytes)` for each character that a file may hold: ill-formed sequences come as U+FFFD,
// line separators as blanks, what would be obeyed not at all.
template <class Visit>
void each_written(std::string_view text, Visit&& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_line_separator(point.value))
      visit(U' ', std::string_view(" "));
    else if (!is_obeyed(point.value) || is_white(point.value))
      visit(point.value, point.valid ? text.substr(at, point.length) : replacement_character);
    at += point.length;
  }
}

// Calls `visit(code point, its bytes)` for each character; ill-formed sequences come as U+FFFD.
template <class Visit>
void each_character(std::string_view text, Visit&& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    visit(point.value, point.valid ? text.substr(at, point.length) : replacement_character);
    at += point.length;
  }
}

// Length of a line end at `at`, taking CR LF as one; 0 when there is none.
std::size_t line_end_at(std::string_view text, std::size_t at) {
  if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') return 2;
  const CodePoint point = code_point_at(text, at);
  return point.valid && is_line_end(point.value) ? point.length : 0;
}

}  // namespace

std::string drop_obeyed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_written(text, [&out](char32_t, std::string_view bytes) { out += bytes; });
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  each_written(text, [&out](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += bytes;
    }
  });
  return out;
}

std::string escape_ics_text(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = line_end_at(text, at)) {
      out += "\\n";
      at += end;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (point.value == '\\' || point.value == ';' || point.value == ',') out += '\\';
    if (!is_obeyed(point.value) || point.value == '\t')
      out += point.valid ? text.substr(at, point.length) : replacement_character;
    at += point.length;
  }
  return out;
}

std::string fold_ics_line(std::string_view line) {
  constexpr std::size_t longest = 75;
  std::string out;
  out.reserve(line.size() + line.size() / 36 + 2);
  std::size_t column = 0;
  each_character(line, [&](char32_t c, std::string_view bytes) {
    if (c == '\r' || c == '\n' || c == 0) return;
    if (column + bytes.size() > longest) {
      out += "\r\n ";
      column = 1;
    }
    out += bytes;
    column += bytes.size();
  });
  return out += "\r\n";
}

namespace {

// "-12.5" is a number, "-1+cmd|…" a formula.
bool is_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto dots = std::count(text.begin(), text.end(), '.');
  return !text.empty() && dots <= 1 && is_digit(text.front()) && is_digit(text.back()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.'; });
}

// "+01:00", "-05:30": a zone, and no formula whatever reads it.
bool is_offset(std::string_view text) {
  constexpr std::string_view form = "+00:00";
  if (text.size() != form.size() || (text[0] != '+' && text[0] != '-') || text[3] != ':') return false;
  return is_digit(text[1]) && is_digit(text[2]) && is_digit(text[4]) && is_digit(text[5]);
}

}  // namespace

std::string escape_csv(std::string_view field) {
  std::string kept;
  kept.reserve(field.size() + 3);
  each_written(field, [&kept](char32_t, std::string_view bytes) { kept += bytes; });
  constexpr std::string_view formula = "=+-@\t\r\n|%";
  const auto first = kept.find_first_not_of(' ');
  if (first != kept.npos && formula.find(kept[first]) != formula.npos && !is_number(kept) && !is_offset(kept))
    kept.insert(0, 1, '\'');
  const bool bare = kept.find_first_of(",;\"\t\r\n") == kept.npos && !kept.starts_with(' ') && !kept.ends_with(' ');
  if (bare) return kept;
  std::string quoted = "\"";
  for (const char c : kept) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

}  // namespace almanac
