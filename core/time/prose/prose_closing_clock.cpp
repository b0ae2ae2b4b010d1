#include "prose_closing_clock.hpp"

#include <string_view>

#include "prose_leading_words.hpp"

namespace almanac::prose {
namespace {

constexpr std::uint16_t to_closing_hour = Leading::closing_hour | Leading::perhaps_closing;

}  // namespace

std::optional<ClockSpan> closing_clock_behind(const ProseText& text, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t reach = 9;
  bool closes = false, bracket = false;
  for (std::uint32_t i = from; i < end && i - from < reach; ++i) {
    if (closes) {
      if (auto clock = clock_at(text, i, end)) {
        if (clock->end >= 0) return std::nullopt;
        if (bracket && text.is_symbol(clock->to, ')')) ++clock->to;
        return clock;
      }
    }
    const Piece& piece = text.at(i);
    if (piece.kind == PieceKind::symbol) {
      constexpr std::string_view between = ",(-'";
      const bool is_stop = piece.symbol == '.' && i > from && (leading_word(text, i - 1) & Leading::dotted) != 0;
      if (!is_stop && between.find(piece.symbol) == between.npos) return std::nullopt;
      bracket |= piece.symbol == '(';
      continue;
    }
    const std::uint16_t leading = leading_word(text, i);
    if ((leading & (to_closing_hour | Leading::beside_closing)) == 0) return std::nullopt;
    closes |= (leading & to_closing_hour) != 0;
  }
  return std::nullopt;
}

bool is_closing_clock(const ProseText& text, const ClockSpan& clock) {
  if (clock.end >= 0) return false;
  std::uint32_t behind = clock.from;  // the word: "until", "do godz.", "hasta las"
  if (behind > 0 && text.is_symbol(behind - 1, '.')) --behind;
  const bool has_hour = behind > 0 && text.is_one_of(text.at(behind - 1), "godz", "godziny", "hodiny");
  if (has_hour || (behind > 0 && text.is_one_of(text.at(behind - 1), "las", "les", "le", "ore"))) --behind;
  const std::uint16_t closes = has_hour ? to_closing_hour : std::uint16_t{Leading::closing_hour};
  return behind > 0 && (leading_word(text, behind - 1) & closes) != 0;
}

}  // namespace almanac::prose
