#include "prose_text.hpp"

#include <algorithm>
#include <almanac/time/dates/date_civil.hpp>
#include <almanac/time/words/word_table.hpp>
#include <span>

#include "prose_cut.hpp"

namespace almanac::prose {
namespace {

constexpr bool may_end_sentence(char symbol) {
  return symbol == '.' || symbol == '!' || symbol == '?' || symbol == ';';
}

/// Words that a full stop shortens.
constexpr std::string_view shortened_words =
    "dr prof mr mrs st no nr vs ca approx art av bd ing str tel dipl kl godz max min inkl zzgl ggf evtl bzw excl incl";
constexpr auto shortened_table = dates::word_table<shortened_words>();

}  // namespace

ProseText::ProseText(std::string_view title, std::string_view text, const MarkTable& marks)
    : title_source_(title.substr(0, 2000)), source_(text.substr(0, longest)) {
  const auto body_origin = static_cast<std::uint32_t>(title_source_.size());
  pieces_.reserve((title_source_.size() + source_.size()) / 3 + 8);
  text_.add(title_source_, 0);
  cut_pieces(text_, 0, title_source_, 0, marks, pieces_);
  const std::size_t end_of_title = pieces_.add(1);
  pieces_.pieces[end_of_title] = {.kind = PieceKind::line,
                                  .from = static_cast<std::uint32_t>(folded().size()),
                                  .to = static_cast<std::uint32_t>(folded().size() + 1)};
  pieces_.marks[end_of_title] = Mark::stop;
  text_.add("\n", body_origin);
  title_pieces_ = pieces().size();
  const std::size_t body = folded().size();
  text_.add(source_, body_origin);
  cut_pieces(text_, body, source_, body_origin, marks, pieces_);
  segments_.reserve(pieces().size() / 16 + 4);
  segment(0, title_pieces_, true);
  segment(title_pieces_, pieces().size(), false);
}

const Segment* ProseText::segment_of(std::size_t piece) const noexcept {
  const auto found = std::partition_point(segments_.begin(), segments_.end(),
                                          [piece](const Segment& segment) { return segment.to <= piece; });
  return found == segments_.end() ? nullptr : &*found;
}

std::string_view ProseText::published(std::size_t from, std::size_t to) const noexcept {
  if (from >= to || from >= folded().size()) return {};
  const std::size_t title = title_source_.size();
  const std::size_t end = to < folded().size() ? text_.origin_of(to) : title + source_.size();
  const std::size_t begin = text_.origin_of(from);
  if (begin < title) return title_source_.substr(begin, std::min(end, title) - begin);
  return source_.substr(begin - title, end - begin);
}

bool ProseText::goes_on(const Piece& piece, std::string_view words) const noexcept {
  const std::string_view text = folded();
  if (text.compare(piece.from, words.size(), words) != 0) return false;
  const std::size_t end = piece.from + words.size();
  return end >= text.size() || !dates::is_letter(text[end]) || !dates::is_letter(text[end - 1]);
}

std::size_t ProseText::piece_at(std::size_t offset) const noexcept {
  const auto found = std::lower_bound(pieces().begin(), pieces().end(), offset,
                                      [](const Piece& piece, std::size_t value) { return piece.from < value; });
  return static_cast<std::size_t>(found - pieces().begin());
}

bool ProseText::ends_sentence(std::size_t index) const noexcept {
  const Piece& piece = at(index);
  if (piece.symbol == '!' || piece.symbol == '?') return piece.kind == PieceKind::symbol && at(index + 1).spaced;
  if (piece.symbol == ';') return true;
  if (piece.symbol != '.' || piece.kind != PieceKind::symbol) return false;
  const Piece& next = at(index + 1);
  if (is_leader(index) || (next.spaced && is_symbol(index + 1, '.'))) return false;
  if (next.kind == PieceKind::sign || next.kind == PieceKind::line) return true;
  if (!next.spaced || index == 0) return at(index - 1).kind == PieceKind::sign;
  const Piece& last = at(index - 1);
  if (last.kind == PieceKind::sign) return true;
  if (next.kind == PieceKind::word && !next.capital) return false;
  if (last.kind == PieceKind::number)
    return next.kind == PieceKind::word ? next.name == nullptr && last.digits != 1
                                        : last.digits == 4 && !goes_on_as_date(index + 1);
  if (last.kind != PieceKind::word) return true;
  if (shortened_table.find(text_of(last), last.start) != 0) return false;
  if (is_word(index - 1, "m") && is_symbol(index - 2, '.') && is_word(index - 3, "e")) return false;  // "t.e.m."
  if (last.to - last.from == 1 && !last.upper)  // "a.m.", behind which a zone may stand, or "- 11 a.m."
    return is_symbol(index - 2, '.') && next.kind != PieceKind::symbol && !names_zone(next);
  return !(last.name != nullptr && last.to - last.from <= 4 && next.kind == PieceKind::number);
}

/// "Abstracts due ......... 30 April": dots that lead to something on the same line.
bool ProseText::is_leader(std::size_t index) const noexcept {
  if (index < 3 || !is_symbol(index - 1, '.')) return false;
  const bool leads = at(index + 1).kind == PieceKind::number;
  if (at(index).spaced) return leads || is_symbol(index + 1, '.');  // ". . . 30 April"
  return is_symbol(index - 2, '.') && (leads || is_symbol(index - 3, '.'));
}

/// "2027. 03. 15.": month and day behind a year.
bool ProseText::goes_on_as_date(std::size_t index) const noexcept {
  const auto is_short = [&](std::size_t at) { return is_number(at) && this->at(at).digits <= 2; };
  return is_short(index) && is_symbol(index + 1, '.') && !at(index + 1).spaced && is_short(index + 2);
}

/// "EST", "Pacific".
bool ProseText::names_zone(const Piece& piece) const noexcept {
  const std::size_t size = piece.to - piece.from;
  return (piece.upper && size >= 2 && size <= 4) || is_one_of(piece, "eastern", "central", "mountain", "pacific");
}

void ProseText::segment(std::size_t first_piece, std::size_t end, bool title) {
  std::uint32_t line = segments_.empty() ? 0 : segments_.back().line + 1;
  std::size_t from = first_piece;
  std::size_t line_start = segments_.size();
  const auto close = [&](std::size_t to) {
    if (to > from)
      segments_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), line, title, false});
  };
  const std::span<const Piece> all = pieces();
  for (std::size_t i = next_marked(first_piece, Mark::stop, end);; i = next_marked(i + 1, Mark::stop, end)) {
    i = std::min(i, end);
    const bool line_end = i == end || all[i].kind == PieceKind::line;
    if (!line_end && (!may_end_sentence(all[i].symbol) || !ends_sentence(i))) continue;
    close(i);
    from = i + 1;
    if (!line_end) continue;
    if (segments_.size() == line_start + 1) segments_[line_start].whole_line = true;
    if (i == end) return;
    line_start = segments_.size();
    ++line;
  }
}

}  // namespace almanac::prose
