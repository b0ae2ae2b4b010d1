#include <almanac/text/base64.hpp>
#include <almanac/text/charset.hpp>
#include <string>
#include <utility>

#include "scan.hpp"
#include "value_text.hpp"

namespace almanac::ical {
namespace {

int hex(char c) noexcept {
  if (is_digit(c)) return c - '0';
  const char letter = upper(c);
  return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = text[i] == '=' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    const char byte = coded ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
    i += coded ? 2 : 0;
    if (byte == '\n' && out.ends_with('\r')) out.pop_back();
    if (coded || byte != '=') out += byte;  // a lone "=" is what a soft line break left
  }
  return out;
}

std::string_view as_text(std::string octets, std::string_view charset, Arena& arena) {
  std::string content_type = "text/plain";
  if (!charset.empty()) content_type.append("; charset=").append(charset);
  return arena.keep(decode_document(std::move(octets), content_type, Markup::other).text);
}

}  // namespace

std::string_view read_quoted_printable(std::string_view text, std::string_view charset, Arena& arena) {
  return text.find('=') == text.npos ? text : as_text(decode(text), charset, arena);
}

std::string_view read_base64(std::string_view text, std::string_view charset, Arena& arena) {
  return as_text(decode_base64(text), charset, arena);
}

}  // namespace almanac::ical
