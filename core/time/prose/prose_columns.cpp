#include "prose_columns.hpp"

#include <algorithm>

#include "prose_anchor.hpp"

namespace almanac::prose {
namespace {

constexpr std::uint32_t most_rows = 12, longest_head = 16;  ///< lines, and pieces of the head

/// Nothing but blanks and signs stands between the dates of a row, which are single days.
bool is_row(const ProseText& text, const std::vector<DateSpan>& dates) {
  if (dates.size() < 2) return false;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].is_range() || dates[i].said != Said::plain || dates[i].precision != Precision::day) return false;
    for (std::uint32_t piece = i == 0 ? dates[0].from : dates[i - 1].to; piece < dates[i].from; ++piece)
      if (text.at(piece).kind != PieceKind::symbol) return false;
  }
  return true;
}

}  // namespace

std::vector<CueHit> columns_above(const ProseText& text, const Anchor& anchor, const std::vector<CueHit>& cues,
                                  std::uint32_t index, const std::vector<DateSpan>& dates) {
  const auto& segments = text.segments();
  if (!segments[index].whole_line || !is_row(text, dates)) return {};
  std::vector<DateSpan> above;
  for (std::uint32_t line = index; line-- > 0 && index - line <= most_rows;) {
    const Segment& segment = segments[line];
    if (!segment.whole_line || segment.title) return {};
    find_dates(text, anchor, segment.from, segment.to, above);
    if (!above.empty()) continue;
    if (segment.to - segment.from > longest_head) return {};
    std::vector<CueHit> columns;
    auto hit = std::lower_bound(cues.begin(), cues.end(), segment.from,
                                [](const CueHit& known, std::uint32_t from) { return known.from < from; });
    for (; hit != cues.end() && hit->from < segment.to; ++hit)
      if (hit->cue == Cue::due || is_type(hit->cue)) columns.push_back(*hit);
    return columns.size() == dates.size() ? columns : std::vector<CueHit>{};
  }
  return {};
}

}  // namespace almanac::prose
