#include "address.hpp"

#include <almanac/model/url.hpp>
#include <string>

#include "scan.hpp"
#include "value_text.hpp"

namespace almanac::ical {

bool has_scheme(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && (is_letter(text[at]) || (at > 0 && (is_digit(text[at]) || text[at] == '+' ||
                                                                 text[at] == '-' || text[at] == '.'))))
    ++at;
  return at > 1 && at < text.size() && text[at] == ':';
}

bool is_web_address(std::string_view text) noexcept {
  return begins_with_word(text, "HTTPS://") || begins_with_word(text, "HTTP://");
}

std::string_view absolute_address(std::string_view value, std::string_view base, Arena& arena) {
  std::string_view text = trim_controls(unescape(value, arena));
  if (text.size() > 2 && ((text.front() == '<' && text.back() == '>') || (text.front() == '"' && text.back() == '"')))
    text = trim_controls(text.substr(1, text.size() - 2));
  if (text.empty() || has_scheme(text)) return text;
  if (begins_with_word(text, "WWW.")) return arena.keep("http://" + std::string(text));
  if (text.size() > Arena::chunk_size / 4) return {};
  const std::string resolved = resolve_link(base, text);
  return resolved.size() <= Arena::chunk_size ? arena.keep(resolved) : std::string_view();
}

}  // namespace almanac::ical
