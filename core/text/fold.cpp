#include "fold.hpp"

#include <utf8proc.h>

#include <almanac/base/ascii.hpp>
#include <almanac/base/plain_letter.hpp>
#include <cstdlib>
#include <memory>

#include "charset.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

std::string spell_out(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const auto letters = plain_letter(point.value);
    out += letters.empty() ? text.substr(at, point.length) : letters;
    at += point.length;
  }
  return out;
}

}  // namespace

std::string fold(std::string_view text) {
  if (ascii_prefix(text) == text.size()) return to_lower(text);
  std::string source(text);
  repair_utf8(source);
  utf8proc_uint8_t* raw = nullptr;
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(source.data()),
                                 static_cast<utf8proc_ssize_t>(source.size()), &raw, options);
  const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(raw, std::free);
  if (size < 0 || !raw) return to_lower(source);
  return spell_out({reinterpret_cast<const char*>(raw), static_cast<std::size_t>(size)});
}

}  // namespace almanac
