#pragma once
#include <almanac/time/words/month_names.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace almanac::prose {

/// What Piece::symbol holds for a sign that is not ASCII ("°", "€").
constexpr char other_symbol = '\x7f';

enum class PieceKind : std::uint8_t {
  number,  ///< digits
  word,    ///< letters
  sign,    ///< one ideograph, kana or syllable of a script without blanks
  symbol,  ///< punctuation, one ASCII character; dashes and quotes are unified
  line,    ///< end of a line
};

/// A piece of a text. Offsets are into ProseText::folded.
struct Piece {
  PieceKind kind = PieceKind::symbol;
  char symbol = 0;
  bool spaced = false;      ///< a blank stands before it
  bool capital = false;     ///< a word that starts with a capital
  bool upper = false;       ///< a word of capitals only
  std::uint8_t digits = 0;  ///< of a number; more than nine count as nine
  std::uint8_t opens = 0;   ///< what may begin here (Opens)
  std::int32_t value = -1;  ///< of a number of at most eight digits
  std::uint32_t from = 0, to = 0;
  std::uint32_t start = 0;                ///< word_start of a word, a sign or a symbol beyond ASCII
  const dates::DateName* name = nullptr;  ///< of a word or the first of several signs, when it names a month or a day
};

/// Pieces and what each bears (Mark), behind which there are some more marks: none.
struct Pieces {
  static constexpr std::size_t spare_marks = 8;

  std::vector<Piece> pieces;
  std::vector<std::uint8_t> marks;
  std::size_t words = 0;  ///< of the pieces

  void reserve(std::size_t count) {
    pieces.reserve(count);
    marks.resize(count + spare_marks);
  }
  /// The index of the first of some new pieces.
  std::size_t add(std::size_t count) {
    const std::size_t size = pieces.size(), needed = size + count + spare_marks;
    pieces.resize(size + count);
    if (marks.size() < needed) marks.resize(needed + needed / 2);
    return size;
  }
};

}  // namespace almanac::prose
