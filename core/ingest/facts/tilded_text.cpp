#include <algorithm>
#include <almanac/base/ascii.hpp>

#include "read_facts.hpp"

namespace almanac::facts {
namespace {

constexpr std::string_view two_tildes = "~~";

/// What may stand outside of the marks: no letter or figure, as in "10:00~~12:00".
bool may_stand_beside(char c) {
  constexpr std::string_view signs = "()[]{}*_\"'-:;,.!?/|>";
  return is_space(c) || signs.find(c) != signs.npos;
}

/// A run of exactly two tildes at or behind a place; npos if there is none before the end.
std::size_t next_mark(std::string_view text, std::size_t at) {
  while ((at = text.find(two_tildes, at)) != text.npos) {
    const std::size_t behind = std::min(text.find_first_not_of('~', at), text.size());
    if (behind - at == two_tildes.size()) return at;
    at = behind;
  }
  return at;
}

bool opens(std::string_view text, std::size_t mark) {
  const std::size_t behind = mark + two_tildes.size();
  return behind < text.size() && !is_space(text[behind]) && (mark == 0 || may_stand_beside(text[mark - 1]));
}
bool closes(std::string_view text, std::size_t mark) {
  const std::size_t behind = mark + two_tildes.size();
  return !is_space(text[mark - 1]) && (behind == text.size() || may_stand_beside(text[behind]));
}

}  // namespace

std::optional<std::string> drop_tilded_text(std::string_view text) {
  std::optional<std::string> out;
  std::size_t kept = 0;
  for (std::size_t open = next_mark(text, 0); open != text.npos;) {
    const std::size_t close = next_mark(text, open + two_tildes.size());
    if (close == text.npos) break;
    const bool is_one_line = text.substr(open, close - open).find('\n') == text.npos;
    if (!is_one_line || !opens(text, open) || !closes(text, close)) {
      open = close;
      continue;
    }
    if (!out) out.emplace();
    out->append(text.substr(kept, open - kept));
    kept = close + two_tildes.size();
    open = next_mark(text, kept);
  }
  if (out) out->append(text.substr(kept));
  return out;
}

}  // namespace almanac::facts
