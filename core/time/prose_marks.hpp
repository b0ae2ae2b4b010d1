#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

#include "word_start.hpp"

namespace almanac::prose {

/// What a piece is and what may begin with it, in bits: each reader of a text looks only at the pieces that bear its
/// mark. Most bear none.
struct Mark {
  enum : std::uint8_t {
    stop = 1,        ///< no word and no number: a symbol, an ideograph, the end of a line
    figure = 2,      ///< a number
    opener = 4,      ///< Piece::opens is set
    capital = 8,     ///< a word with a capital, or an ideograph: a name may begin
    common = 16,     ///< perhaps one of the most common words of a language (tongues_of)
    cue = 32,        ///< perhaps a cue (find_cues)
    date_name = 64,  ///< Piece::name is set
    sign = 128       ///< perhaps a word of the vocabulary that whoever cuts the text adds
  };
};

/// The marks that words may bear, by how they begin: one look tells of most words that nobody looks for them. What is
/// not in the table may be marked, too.
class MarkTable {
 public:
  /// Marks all that begins as a filter says.
  void add(const dates::StartFilter& starts, std::uint8_t marks) noexcept {
    starts.each_slot([&](std::size_t slot) { marks_[slot] |= marks; });
  }

  /// The marks of a word by its word_start and by the four bytes from its first on.
  std::uint8_t of(std::uint32_t start, std::uint32_t four) const noexcept {
    std::uint8_t marks = marks_[dates::StartFilter::slot_of(start)];
    if (dates::is_short_start(start)) marks |= marks_[dates::StartFilter::slot_of(four)];
    return marks;
  }

 private:
  std::array<std::uint8_t, dates::StartFilter::slots> marks_{};
};

/// The marks of what dates and their cues are made of.
const MarkTable& date_marks();

}  // namespace almanac::prose
