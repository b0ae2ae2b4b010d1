#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/time/prose/prose_extension.hpp>

#include "read_facts.hpp"
#include "struck_text.hpp"

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

void append_struck_mark(std::string& out, std::string_view struck) {
  if (std::none_of(struck.begin(), struck.end(), is_digit)) return;
  const std::string_view before = std::string_view(out).substr(0, out.find_last_not_of(' ') + 1);
  if (before.ends_with('-') || before.ends_with("–")) return;
  out.append(" ").append(prose::struck_mark).append(" ");
}

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
    append_struck_mark(*out, text.substr(open, close - open));
    kept = close + two_tildes.size();
    open = next_mark(text, kept);
  }
  if (out) out->append(text.substr(kept));
  return out;
}

}  // namespace almanac::facts
