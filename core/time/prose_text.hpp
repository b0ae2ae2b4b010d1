#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "folded_text.hpp"
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
/// and cut into pieces and segments. Linear in the text; holds at most `longest` bytes of it.
class ProseText {
 public:
  static constexpr std::size_t longest = 200'000;
  ProseText(std::string_view title, std::string_view text);

  const std::string& folded() const noexcept { return text_.folded(); }
  const std::vector<Piece>& pieces() const noexcept { return pieces_; }
  const std::vector<Segment>& segments() const noexcept { return segments_; }
  std::size_t title_pieces() const noexcept { return title_pieces_; }

  std::string_view text_of(const Piece& piece) const noexcept {
    return {folded().data() + piece.from, std::size_t{piece.to} - piece.from};
  }
  /// The text as published between two offsets of the folded one.
  std::string_view published(std::size_t from, std::size_t to) const noexcept;

  /// Piece at an index; a `line` piece beyond the ends.
  const Piece& at(std::size_t index) const noexcept { return index < pieces_.size() ? pieces_[index] : nothing; }
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
    const std::size_t size = piece.to - piece.from;
    const char* const text = folded().data() + piece.from;
    return ((size == Sizes - 1 && std::memcmp(text, words, Sizes - 1) == 0) || ...);
  }
  /// Whether the folded text goes on with `words` (not empty) where the piece starts, and a word ends there.
  bool starts_with(std::size_t index, std::string_view words) const noexcept {
    return index < pieces_.size() && folded()[pieces_[index].from] == words.front() && goes_on(pieces_[index], words);
  }
  /// Index of the piece that starts at or after an offset.
  std::size_t piece_at(std::size_t offset) const noexcept;

 private:
  static constexpr Piece nothing{.kind = PieceKind::line};

  bool goes_on(const Piece& piece, std::string_view words) const noexcept;
  void segment(std::size_t first_piece, bool title);
  bool ends_sentence(std::size_t index) const noexcept;
  bool names_zone(const Piece& piece) const noexcept;

  std::string title_source_, source_;
  FoldedText text_;
  std::vector<Piece> pieces_;
  std::vector<Segment> segments_;
  std::size_t title_pieces_ = 0;
};

}  // namespace almanac::prose
