#include "prose_shared_zone.hpp"

namespace almanac::prose {
namespace {

/// "All times are", "Zeiten in".
bool names_times(const ProseText& text, const CueHit& hit) {
  for (std::uint32_t i = hit.from; i < hit.to; ++i)
    if (text.is_one_of(text.at(i), "times", "zeiten")) return true;
  return false;
}

}  // namespace

std::optional<ClockSpan> shared_zone(const ProseText& text, const std::vector<CueHit>& cues, SharedBy by) {
  constexpr std::uint32_t reach = 8;
  for (const CueHit& hit : cues) {
    if (hit.cue != Cue::of_all || (by == SharedBy::times && !names_times(text, hit))) continue;
    for (std::uint32_t i = hit.to; i < hit.to + reach; ++i) {
      const Piece& piece = text.at(i);
      if (piece.kind == PieceKind::line) break;
      if (piece.kind == PieceKind::number) {
        auto clock = clock_at(text, i, i + reach);
        if (clock && clock->end < 0 && clock->stated != dates::Stated::nothing) return clock;
        break;
      }
      if (!piece.capital || (!piece.upper && !text.is_one_of(piece, "aoe", "anywhere"))) continue;
      if (auto zone = zone_behind(text, i, i + reach)) return zone;
    }
  }
  return std::nullopt;
}

}  // namespace almanac::prose
