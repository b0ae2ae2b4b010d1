#pragma once
#include <almanac/base/literals.hpp>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "folded_text.hpp"
#include "prose_marks.hpp"
#include "prose_piece.hpp"

namespace almanac::prose {

/// A stretch that says one thing: a line or a sentence. Indexes of pieces; `to` is exclusive and leaves the full stop
/// out.
struct Segment {
  std::uint32_t from = 0, to = 0;
  std::uint32_t line = 0;  ///< number of its line
  bool title = false;
  bool whole_line = false;  ///< nothing else stands on its line
};

/// A title and a text, folded for matching (lower case, Latin letters without marks, blanks and punctuation unified)
/// and cut into pieces and segments. Linear in the text; reads at most `longest` bytes of it. Borrows title and text.
class ProseText {
 public:
  static constexpr std::size_t longest = 200'000;
  /// `marks` tells which words are looked for; it is asked only now.
  ProseText(std::string_view title, std::string_view text, const MarkTable& marks = date_marks());

  std::string_view folded() const noexcept { return text_.folded(); }
  const std::vector<Piece>& pieces() const noexcept { return pieces_.pieces; }
  /// How many of the pieces are words.
  std::size_t words() const noexcept { return pieces_.words; }
  /// What a piece, which there is, bears (Mark).
  std::uint8_t marks(std::size_t index) const noexcept { return pieces_.marks[index]; }
  /// The first piece at or behind an index and before `end` that bears one of some marks; `end`, or what is behind it,
  /// when none does. Eight at a step.
  std::size_t next_marked(std::size_t index, std::uint8_t marks, std::size_t end) const noexcept;
  std::size_t next_marked(std::size_t index, std::uint8_t marks) const noexcept {
    return next_marked(index, marks, pieces().size());
  }
  const std::vector<Segment>& segments() const noexcept { return segments_; }
  /// The first segment that ends behind a piece: the one that holds it, if one does. nullptr behind the last.
  const Segment* segment_of(std::size_t piece) const noexcept;
  std::size_t title_pieces() const noexcept { return title_pieces_; }

  std::string_view text_of(const Piece& piece) const noexcept {
    return {folded().data() + piece.from, std::size_t{piece.to} - piece.from};
  }
  /// The text as published between two offsets of the folded one.
  std::string_view published(std::size_t from, std::size_t to) const noexcept;

  /// Piece at an index; a `line` piece beyond the ends.
  const Piece& at(std::size_t index) const noexcept { return index < pieces().size() ? pieces()[index] : nothing; }
  bool is_symbol(std::size_t index, char symbol) const noexcept {
    return at(index).kind == PieceKind::symbol && at(index).symbol == symbol;
  }
  bool is_number(std::size_t index) const noexcept { return at(index).kind == PieceKind::number; }
  bool is_word(std::size_t index, std::string_view word) const noexcept { return is_word(at(index), word); }
  /// `word` is folded and not empty. Asked for many words at each piece: most differ in length or in their first
  /// letter.
  bool is_word(const Piece& piece, std::string_view word) const noexcept {
    return piece.to - piece.from == word.size() && folded()[piece.from] == word.front() &&
           (piece.kind == PieceKind::word || piece.kind == PieceKind::sign) && text_of(piece) == word;
  }
  /// Whether a piece is one of a few words: literals, folded.
  template <std::size_t... Sizes>
  bool is_one_of(const Piece& piece, const char (&... words)[Sizes]) const noexcept {
    if (piece.kind != PieceKind::word && piece.kind != PieceKind::sign) return false;
    return almanac::is_one_of(text_of(piece), words...);
  }
  /// Whether the folded text goes on with `words` (not empty) where the piece starts, and a word ends there.
  bool starts_with(std::size_t index, std::string_view words) const noexcept {
    return index < pieces().size() && folded()[pieces()[index].from] == words.front() &&
           goes_on(pieces()[index], words);
  }
  /// Index of the piece that starts at or after an offset.
  std::size_t piece_at(std::size_t offset) const noexcept;

 private:
  static constexpr Piece nothing{.kind = PieceKind::line};

  bool goes_on(const Piece& piece, std::string_view words) const noexcept;
  void segment(std::size_t first_piece, std::size_t end, bool title);
  bool ends_sentence(std::size_t index) const noexcept;
  bool is_leader(std::size_t index) const noexcept;
  bool goes_on_as_date(std::size_t index) const noexcept;
  bool names_zone(const Piece& piece) const noexcept;

  std::string_view title_source_, source_;
  FoldedText text_;
  Pieces pieces_;
  std::vector<Segment> segments_;
  std::size_t title_pieces_ = 0;
};

inline std::size_t ProseText::next_marked(std::size_t index, std::uint8_t marks, std::size_t end) const noexcept {
  const std::uint64_t wanted = std::uint64_t{0x0101'0101'0101'0101U} * marks;
  while (index < end) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, pieces_.marks.data() + index, sizeof eight);
    if ((eight & wanted) == 0) {
      index += sizeof eight;
      continue;
    }
    if constexpr (std::endian::native == std::endian::little)
      return index + static_cast<std::size_t>(std::countr_zero(eight & wanted)) / 8;
    while ((pieces_.marks[index] & marks) == 0) ++index;
    return index;
  }
  return index;
}

}  // namespace almanac::prose
