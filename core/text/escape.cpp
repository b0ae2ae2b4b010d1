#include "escape.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <bit>

#include "controls.hpp"
#include "utf8.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace almanac {
namespace {

bool is_white(char32_t c) { return c == '\t' || c == '\n' || c == '\r'; }
bool is_line_end(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
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

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  each_character(text, [&out](char32_t c, std::string_view bytes) {
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
        if (!is_obeyed(c) || is_white(c)) out += bytes;
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

}  // namespace

std::string escape_csv(std::string_view field) {
  std::string kept;
  kept.reserve(field.size() + 3);
  each_character(field, [&kept](char32_t c, std::string_view bytes) {
    if (!is_obeyed(c) || is_white(c)) kept += bytes;
  });
  constexpr std::string_view formula = "=+-@\t\r\n|%";
  const auto first = kept.find_first_not_of(' ');
  if (first != kept.npos && formula.find(kept[first]) != formula.npos && !is_number(kept)) kept.insert(0, 1, '\'');
  const bool bare = kept.find_first_of(",;\"\t\r\n") == kept.npos && !kept.starts_with(' ') && !kept.ends_with(' ');
  if (bare) return kept;
  std::string quoted = "\"";
  for (const char c : kept) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted += '"';
}

namespace {

/// Offset of the next byte that JSON text does not take as it is: a quote, a backslash, a control, a "/" after a "<",
/// anything beyond ASCII. Sixteen bytes a step.
std::size_t json_run(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const auto is = [](__m128i block, char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
  const auto mask = [](__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); };
  unsigned carry = at > 0 && text[at - 1] == '<';
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    // Signed: all beyond ASCII is less than a blank, too.
    const __m128i special = _mm_or_si128(_mm_or_si128(is(block, '"'), is(block, '\\')),
                                         _mm_or_si128(is(block, 0x7F), _mm_cmplt_epi8(block, _mm_set1_epi8(' '))));
    const unsigned opens = mask(is(block, '<'));
    const unsigned stop = mask(special) | (mask(is(block, '/')) & (opens << 1U | carry));
    if (stop != 0) return at + static_cast<std::size_t>(std::countr_zero(stop));
    carry = opens >> 15U & 1U;
  }
#endif
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool stands = c >= ' ' && c < 0x7F && c != '"' && c != '\\' && !(c == '/' && at > 0 && text[at - 1] == '<');
    if (!stands) return at;
  }
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = at;
    at = json_run(text, at);
    out += text.substr(run, at - run);
    if (at == text.size()) break;
    const CodePoint point = code_point_at(text, at);
    const char32_t c = point.value;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '/':
        out += "\\/";  // "</" must not stand in a script element
        break;
      default:
        if (is_obeyed(c) || c == 0x2028 || c == 0x2029) {
          out += "\\u";
          for (int shift = 12; shift >= 0; shift -= 4) out += hex[c >> shift & 15];
        } else {
          out += point.valid ? text.substr(at, point.length) : replacement_character;
        }
    }
    at += point.length;
  }
}

}  // namespace almanac
