#include "prose_announced.hpp"

#include <algorithm>
#include <almanac/time/dates/date_civil.hpp>
#include <string_view>

namespace almanac::prose {
namespace {

bool is_day_of_publication(const DateSpan& span, const Anchor& anchor) {
  return anchor.today() && span.precision == Precision::day &&
         dates::days_from_civil(span.first.year, span.first.month, span.first.day) == *anchor.today();
}

bool is_minute_of_publication(const DateSpan& span, const Anchor& anchor) {
  const int minute = span.first_clock->start;
  const dates::CivilDay swapped{span.first.year, span.first.day, span.first.month};
  return anchor.is_published_at(span.first, minute) || (span.undecided && anchor.is_published_at(swapped, minute));
}

/// "Am 1. Juli verlassen wir …", "Op 1 juli gaat …", "Den 1 juni lämnar vi …": a verb right behind the day.
bool opens_sentence(const ProseText& text, const Segment& segment, const DateSpan& span) {
  const std::uint32_t first =
      span.from > 0 && text.is_one_of(text.at(span.from - 1), "op", "pa") ? span.from - 1 : span.from;
  if (first != segment.from || !text.is_one_of(text.at(first), "am", "op", "den", "pa")) return false;
  const Piece& behind = text.at(span.to);
  return behind.kind == PieceKind::word && !behind.capital &&
         !text.is_one_of(behind, "in", "im", "ab", "um", "an", "am", "bei", "auf", "von", "bis", "te", "om", "op",
                         "bij", "vanaf", "van", "tot", "i", "pa", "kl", "hos", "fra", "fran", "und", "en", "och", "og");
}

/// How many words in small letters stand between two pieces, at most `enough`.
std::uint32_t small_words(const ProseText& text, std::uint32_t from, std::uint32_t to, std::uint32_t enough) {
  std::uint32_t words = 0;
  for (std::uint32_t i = from; i < to && words < enough; ++i)
    words += text.at(i).kind == PieceKind::word && !text.at(i).capital ? 1 : 0;
  return words;
}

/// "Le 3 mai, la ligne 4 ouvrira entre la gare et le campus", "La loi entre en vigueur le 3 mai": a sentence that a day
/// begins, or that leads to one.
bool is_told(const ProseText& text, const Segment& segment, const DateSpan& span) {
  constexpr std::uint32_t behind = 5, before = 3, article = 2;
  if (span.from > segment.from + article) return small_words(text, segment.from, span.from, before) == before;
  return small_words(text, span.to, segment.to, behind) == behind;
}

/// "с 1 марта", "od 1. března", 3月1日より: from that day on.
bool is_from_then_on(const ProseText& text, const DateSpan& span) {
  if (span.from > 0 && text.is_one_of(text.at(span.from - 1), "od", "с", "з")) return true;
  if (text.at(span.to).kind != PieceKind::sign) return false;
  constexpr std::string_view words[] = {"より", "から", "起", "부터"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return text.starts_with(span.to, word); });
}

/// "Tomorrow! 7 pm at the Old Mill": a day alone, with the hour in the next sentence or line.
bool leads_to_clock(const ProseText& text, const Segment& segment, const DateSpan& span) {
  constexpr std::uint32_t marks = 3, hour = 4;
  if (span.from != segment.from || span.to < segment.to) return false;
  std::uint32_t next = span.to;
  while (next < span.to + marks &&
         (text.at(next).kind == PieceKind::line || text.is_symbol(next, '!') || text.is_symbol(next, '.')))
    ++next;
  return next > span.to && clock_at(text, next, next + hour).has_value();
}

}  // namespace

bool is_announced(const RoledDate& dated, const Surroundings& around, const ProseText& text, const Segment& segment,
                  const Anchor& anchor) {
  const DateSpan& span = dated.span;
  const bool is_relative = span.said == Said::relative;
  if (around.before(Cue::label, 4) || around.before(Cue::takes_place) || around.behind(Cue::takes_place, 6) ||
      around.before(Cue::begins, 4) || around.before(Cue::event_noun, is_relative ? 1 : 4) ||
      around.behind(Cue::event_noun, 2) || (!is_relative && around.behind(Cue::begins, 1)))
    return true;
  if (is_relative && leads_to_clock(text, segment, span)) return true;
  if ((is_relative && span.weekday == 0) || span.precision != Precision::day) return false;  // not "this Thursday"
  if (dated.moved_here || span.is_range()) return true;
  if (segment.title) return !is_day_of_publication(span, anchor);
  if (is_from_then_on(text, span) || around.before(Cue::opens, 0) || around.behind(Cue::opens, 0) ||
      around.before(Cue::closes, 1) || opens_sentence(text, segment, span))
    return false;
  const bool is_first = span.from == segment.from || span.from < text.title_pieces() + opening_pieces;
  return is_first && !is_day_of_publication(span, anchor) && !is_told(text, segment, span);
}

bool is_of_publication(const RoledDate& dated, const Segment& segment, const Anchor& anchor) {
  const DateSpan& span = dated.span;
  if (span.first_clock) return is_minute_of_publication(span, anchor);
  if (dated.announced || segment.title) return false;
  return span.said == Said::relative || is_day_of_publication(span, anchor);
}

}  // namespace almanac::prose
