#include "version_title.hpp"

namespace almanac::facts {
namespace {

bool follows_version(const prose::ProseText& text, std::uint32_t i) {
  return i > 0 && text.is_one_of(text.at(i - 1), "v", "version");
}

}  // namespace

bool is_titled_as_release(const prose::ProseText& text) {
  for (std::uint32_t i = 0; i + 2 < text.title_pieces(); ++i) {
    if (!text.is_number(i) || !text.is_symbol(i + 1, '.') || !text.is_number(i + 2) || text.at(i + 2).spaced ||
        (text.at(i).digits > 2 && !follows_version(text, i)))
      continue;
    if (text.is_symbol(i + 3, '.') || follows_version(text, i)) return true;
    const std::uint32_t stage = text.is_symbol(i + 3, '-') ? i + 4 : i + 3;
    if (text.is_one_of(text.at(stage), "alpha", "beta", "rc")) return true;
  }
  return false;
}

bool is_titled_with_version(const prose::ProseText& text) {
  for (std::uint32_t i = 1; i < text.title_pieces(); ++i) {
    if (!text.is_number(i) || text.at(i).digits > 2 || text.at(i - 1).kind != prose::PieceKind::word) continue;
    if (text.is_one_of(text.at(i - 1), "version", "versione", "versao", "versie", "wersja", "версия")) return true;
    const bool is_pair = text.is_symbol(i + 1, '.') && text.is_number(i + 2) && !text.at(i + 2).spaced &&
                         text.at(i + 2).digits == 1 && !text.is_symbol(i + 3, '.');
    if (is_pair && text.at(i - 1).capital) return true;
  }
  return false;
}

}  // namespace almanac::facts
