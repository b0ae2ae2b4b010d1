#include <utf8proc.h>

#include <algorithm>

#include "controls.hpp"
#include "escape.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

constexpr std::size_t longest_sequence = 4096;

// Characters that a terminal does not show but obeys, or that make a text look like another one.
bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == 0x061C || c == 0x00AD || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_pictograph(char32_t c) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass ==
         UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

// What stands behind a pictograph and is part of it: the wish for colours, and the tones of skin.
bool follows_pictograph(char32_t c) { return c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF); }

constexpr char32_t joiner = 0x200D;

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// ECMA-48 §5.4: parameter and intermediate bytes, then a final one. Offset behind the sequence.
std::size_t skip_csi(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3F) ++at;
  return at < text.size() && text[at] >= 0x40 && text[at] <= 0x7E ? at + 1 : at;
}

// ECMA-48 §5.6: a string up to BEL or ST. Without an end only the opening goes, so that nothing disappears by accident.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const auto window = text.substr(at, longest_sequence);
  const auto bell = window.find('\a'), escape = window.find("\x1B\\"), st = window.find("\xC2\x9C");
  const auto first = std::min({bell, escape, st});
  if (first == window.npos) return at;
  return at + first + (first == bell ? 1 : 2);
}

// The offset behind the control sequence that begins with the control `c`, whose bytes end at `at`.
std::size_t skip_sequence(std::string_view text, std::size_t at, char32_t c) {
  char32_t kind = c;
  if (c == 0x1B) {
    if (at == text.size()) return at;
    const char next = text[at];
    if (next < 0x20 || next > 0x7E) return at;
    ++at;
    kind =
        next >= 0x40 && next < 0x60 ? static_cast<char32_t>(next) + 0x40 : 0;  // ESC and a letter is an 8-bit control
    if (next >= 0x20 && next < 0x30)
      return std::min(text.find_first_not_of(" !\"#$%&'()*+,-./", at), text.size() - 1) + 1;
  }
  if (kind == 0x9B) return skip_csi(text, at);
  if (kind == 0x9D || kind == 0x90 || kind == 0x98 || kind == 0x9E || kind == 0x9F) return skip_string(text, at);
  return at;
}

bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }

// Columns of the grapheme that begins at `at`, and its end.
struct Grapheme {
  std::size_t end = 0;
  std::size_t width = 0;
};

Grapheme grapheme_at(std::string_view text, std::size_t at) {
  // Most texts: nothing joins two of these.
  if (is_plain(text[at]) && (at + 1 == text.size() || is_plain(text[at + 1]))) return {at + 1, 1};
  CodePoint point = code_point_at(text, at);
  Grapheme grapheme{at + point.length, 0};
  utf8proc_int32_t state = 0;
  auto columns = [](char32_t c) {
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
  };
  grapheme.width = columns(point.value);
  while (grapheme.end < text.size()) {
    const CodePoint next = code_point_at(text, grapheme.end);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(point.value),
                                         static_cast<utf8proc_int32_t>(next.value), &state))
      break;
    const bool emoji = next.value == 0xFE0F || (next.value >= 0x1F1E6 && next.value <= 0x1F1FF);
    grapheme.width = std::max(grapheme.width, emoji ? 2 : columns(next.value));
    grapheme.end += next.length;
    point = next;
  }
  return grapheme;
}

}  // namespace

std::string escape_terminal(std::string_view text, bool keep_newlines) {
  std::string out;
  out.reserve(text.size());
  bool is_emoji = false;  // what was written last
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const auto bytes = text.substr(at, point.length);
    at += point.length;
    const char32_t c = point.value;
    if (c == joiner && is_emoji && at < text.size() && is_pictograph(code_point_at(text, at).value)) {
      out += bytes;
      continue;
    }
    is_emoji = c >= 0x80 && (is_pictograph(c) || (is_emoji && follows_pictograph(c)));
    if (!point.valid) {
      out += "\uFFFD";
    } else if (c == '\n' || c == '\r' || c == '\t' || c == 0x85 || is_line_separator(c)) {
      if (c == '\r' && at < text.size() && text[at] == '\n') continue;
      out += !keep_newlines ? ' ' : (c == '\t' ? '\t' : '\n');
    } else if (is_control(c)) {
      at = skip_sequence(text, at, c);
    } else if (!is_invisible(c)) {
      out += bytes;
    }
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  if (ascii_prefix(text) == text.size()) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 0x20 && c != 0x7F; }));
  }
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Grapheme grapheme = grapheme_at(text, at);
    width += grapheme.width;
    at = grapheme.end;
  }
  return width;
}

std::string truncate_to_width(std::string_view text, std::size_t columns) {
  // Most texts: a column for each byte, as far as it matters.
  const std::string_view shown = text.substr(0, columns + 1);
  if (columns > 0 && std::all_of(shown.begin(), shown.end(), is_plain)) {
    if (text.size() <= columns) return std::string(text);
    const std::string_view kept = text.substr(0, columns - 1);
    return std::string(kept.substr(0, kept.find_last_not_of(' ') + 1)) + "\u2026";
  }
  std::size_t width = 0, cut = 0;  // cut: end of the longest beginning that leaves a column for the mark
  for (std::size_t at = 0; at < text.size();) {
    const Grapheme grapheme = grapheme_at(text, at);
    width += grapheme.width;
    at = grapheme.end;
    if (width + 1 <= columns) cut = at;
    if (width > columns) {
      if (columns == 0) return {};
      while (cut > 0 && text[cut - 1] == ' ') --cut;
      return std::string(text.substr(0, cut)) + "\u2026";
    }
  }
  return std::string(text);
}

}  // namespace almanac
