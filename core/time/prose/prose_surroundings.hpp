#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "prose_cues.hpp"
#include "prose_dates.hpp"

namespace almanac::prose {

/// Whether a cue says what closes on a date.
constexpr bool is_type(Cue cue) { return cue >= Cue::cfp && cue <= Cue::other_deadline; }

/// The cues around one date: in its lead (from the date before, or the start of its segment, to it), behind it, and in
/// the label above.
class Surroundings {
 public:
  using Hits = std::span<const CueHit>;

  /// `cues` are those of the text from its segment, or the label above, on; `earlier` of them stand before `lead`, and
  /// `title` are those of the title. The tail ends with a piece.
  Surroundings(const ProseText& text, Hits title, Hits cues, std::size_t earlier, const DateSpan& span,
               std::uint32_t lead, std::uint32_t tail)
      : text_(text),
        span_(span),
        lead_from_(lead),
        date_from_(behind_leader(text, span.from, lead)),
        title_(title),
        earlier_(cues.first(earlier)),
        lead_(next_hits(cues.subspan(earlier), lead, span.from)),
        tail_(next_hits({lead_.data() + lead_.size(), cues.data() + cues.size()}, span.to, tail)),
        in_lead_(cues_in(lead_)),
        in_tail_(cues_in(tail_)) {}

  /// How many of some cues stand before a piece. Linear in their number.
  static std::size_t count_before(Hits cues, std::uint32_t piece) {
    std::size_t count = 0;
    while (count < cues.size() && cues[count].from < piece) ++count;
    return count;
  }

  /// The nearest cue of a kind before the date, at most `gap` pieces away; nullptr if none.
  const CueHit* before(Cue cue, std::uint32_t gap = 1000) const {
    const CueHit* found = nullptr;
    if ((in_lead_ & bit(cue)) == 0) return found;
    for (const CueHit& hit : lead_)
      if (hit.cue == cue && (hit.to >= date_from_ || date_from_ - hit.to <= gap)) found = &hit;
    return found;
  }
  /// … behind it, within `gap` pieces.
  const CueHit* behind(Cue cue, std::uint32_t gap) const {
    if ((in_tail_ & bit(cue)) == 0) return nullptr;
    for (const CueHit& hit : tail_)
      if (hit.cue == cue && hit.from >= span_.to && hit.from - span_.to <= gap) return &hit;
    return nullptr;
  }
  /// The nearest cue that says what closes: before the date, else behind it, else anywhere earlier in the segment.
  const CueHit* type() const {
    const CueHit* found = nullptr;
    for (const CueHit& hit : lead_) {
      if (!is_type(hit.cue)) continue;
      // "Abstract submission", 论文提交: the first word of a pair says more.
      const bool pair = found && hit.from <= found->to + 1 && specific(found->cue) > specific(hit.cue);
      if (!pair) found = &hit;
    }
    if (found) return found;
    for (const CueHit& hit : tail_)
      if (is_type(hit.cue) && (!found || specific(hit.cue) > specific(found->cue))) found = &hit;
    if (found) return found;
    for (const CueHit& hit : earlier_)
      if (is_type(hit.cue)) found = &hit;
    if (found) return found;
    for (const CueHit& hit : title_)
      if (is_type(hit.cue) && hit.cue != Cue::notification) found = &hit;
    return found;
  }
  /// Whether a cue stands before the date, no other date between, or behind it.
  bool beside(const CueHit* hit) const {
    return (!lead_.empty() && hit >= lead_.data() && hit < lead_.data() + lead_.size()) ||
           (!tail_.empty() && hit >= tail_.data() && hit < tail_.data() + tail_.size());
  }
  bool in_title(const CueHit* hit) const { return hit->from < text_.title_pieces(); }
  /// "is postponed to": only little words between what moves and the date.
  bool moves_to() const {
    const CueHit* hit = before(Cue::moves, 3);
    if (!hit) return false;
    for (std::uint32_t i = hit->to; i < span_.from; ++i)
      if (!text_.is_one_of(text_.at(i), "to", "until", "till", "on", "the", "auf", "den", "zum", "au", "aux", "le", "a",
                           "al", "para", "el", "o", "dia", "naar", "tot"))
        return false;
    return true;
  }
  bool title_says(Cue cue) const {
    for (const CueHit& hit : title_)
      if (hit.cue == cue) return true;
    return false;
  }
  bool colon_before() const {
    const std::uint32_t i = date_from_;
    if (i < span_.from && text_.is_symbol(i, '.')) return true;  // "due ....."
    if (i <= lead_from_) return false;
    if (text_.is_symbol(i - 1, ':') || text_.is_symbol(i - 1, '|')) return true;
    return i > lead_from_ + 1 && text_.is_symbol(i - 2, ':');
  }

 private:
  /// "Full papers due ....... 7 May", "Full papers: ~~ 7 May" (struck_mark): where what leads to the date begins.
  static std::uint32_t behind_leader(const ProseText& text, std::uint32_t date, std::uint32_t lead) {
    std::uint32_t i = date;
    while (i > lead && text.is_symbol(i - 1, '~')) --i;
    const std::uint32_t marks = i;
    while (i > lead && text.is_symbol(i - 1, '.')) --i;
    return marks - i >= 3 || (marks - i == 2 && text.at(i + 1).spaced) ? i : marks;
  }
  static int specific(Cue cue) { return cue == Cue::submission || cue == Cue::registration ? 0 : 1; }

  static constexpr std::uint32_t bit(Cue cue) { return std::uint32_t{1} << static_cast<unsigned>(cue); }
  /// Most questions are about cues that are not there.
  static std::uint32_t cues_in(Hits hits) {
    std::uint32_t bits = 0;
    for (const CueHit& hit : hits) bits |= bit(hit.cue);
    return bits;
  }
  /// Those of some cues that stand in [from, to), which is near the first of them.
  static Hits next_hits(Hits cues, std::uint32_t from, std::uint32_t to) {
    cues = cues.subspan(count_before(cues, from));
    return cues.first(count_before(cues, to));
  }

  const ProseText& text_;
  const DateSpan& span_;
  std::uint32_t lead_from_;
  std::uint32_t date_from_;  ///< of the date, or of the signs that lead to it
  Hits title_, earlier_, lead_, tail_;
  std::uint32_t in_lead_, in_tail_;
};

/// Whether one of some cues fits, which stand in order, of those that begin before the piece behind a date.
template <class Fits>
bool any_cue_around(Surroundings::Hits cues, const DateSpan& span, Fits fits) {
  for (const CueHit& hit : cues) {
    if (hit.from > span.to + 1) return false;
    if (fits(hit)) return true;
  }
  return false;
}

}  // namespace almanac::prose
