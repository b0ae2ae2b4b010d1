#include "prose_moves.hpp"

#include "prose_deadlines.hpp"

namespace almanac::prose {
namespace {

bool moves_something(Cue cue) {
  return cue == Cue::moves || cue == Cue::moved || cue == Cue::replaced || cue == Cue::extended;
}

bool is_moved_from(const ProseText& text, Surroundings::Hits cues, const DateSpan& span) {
  if (span.from < 2 || is_dashed(text, span)) return false;
  const std::uint32_t from = is_from_word(text, span.from) ? span.from : span.from - 1;
  return is_from_word(text, from) && any_cue_around(cues, span, [&](const CueHit& hit) {
           const bool holds_from = hit.to == from + 1 && hit.to - hit.from >= 2;  // not "previsto dal 3 al 14 maggio"
           return moves_something(hit.cue) && (holds_from || (hit.to == from && hit.cue != Cue::replaced));
         });
}

bool is_moved_behind(const ProseText& text, Surroundings::Hits cues, const DateSpan& span) {
  const bool ends_in_sign = text.at(span.to).kind == PieceKind::sign;
  const bool is_said = (ends_in_sign && !is_dashed(text, span)) || is_from_word(text, span.from) ||
                       (span.from > 0 && is_from_word(text, span.from - 1));
  return is_said && any_cue_around(cues, span, [&](const CueHit& hit) {
           return moves_something(hit.cue) && hit.cue != Cue::replaced && hit.from >= span.to;
         });
}

}  // namespace

void split_move(const ProseText& text, Surroundings::Hits cues, DateSpan& span) {
  if (!span.is_range() || !(is_moved_from(text, cues, span) || is_moved_behind(text, cues, span))) return;
  span.first = span.last;
  span.weekday = 0;
  span.from = span.to - 1;
  span.is_moved = true;
}

}  // namespace almanac::prose
