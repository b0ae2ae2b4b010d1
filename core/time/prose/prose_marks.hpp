#pragma once
#include <algorithm>
#include <almanac/time/words/word_start.hpp>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

/// Which of the first eight bytes of a text the keys of its first word hold, when that begins with Latin letters.
struct KeyMasks {
  std::uint32_t start = 0;   ///< of its word_start
  std::uint64_t longer = 0;  ///< of its other key

  static constexpr std::size_t most_letters = 8;
  static constexpr std::size_t long_word = 4;  ///< letters of the shortest word that is told by its letters alone
};

/// … by the number of the letters, up to 64: a table, as a branch for long words would go either way.
inline constexpr auto key_masks = [] {
  std::array<KeyMasks, 65> rows{};
  constexpr std::uint64_t all = ~std::uint64_t{0};
  for (std::size_t letters = 1; letters < rows.size(); ++letters)
    rows[letters] = {static_cast<std::uint32_t>(dates::lowest_bytes(all, std::min<std::size_t>(letters, 4))),
                     dates::lowest_bytes(
                         all, letters < KeyMasks::long_word ? letters + 2 : std::min(letters, KeyMasks::most_letters))};
  return rows;
}();
constexpr const KeyMasks& key_masks_of(std::size_t letters) noexcept {
  return key_masks[letters < key_masks.size() ? letters : KeyMasks::most_letters];
}

/// A key of a word, or of a phrase by what it begins with. A Latin word is known by its first eight letters, or when it
/// may go on by its word_start; one of less than four letters by its word_start, or when a phrase goes on behind it
/// with the next two bytes. All others are known by their word_start.
struct WordKey {
  std::uint64_t bytes = 0;
  bool is_start = true;  ///< `bytes` is a word_start
};

/// The key of a folded phrase, whose last word may go on when `open`.
constexpr WordKey key_of(std::string_view phrase, bool open = false) noexcept {
  std::size_t letters = 0;
  while (letters < phrase.size() && phrase[letters] >= 'a' && phrase[letters] <= 'z') ++letters;
  const bool by_start =
      letters < KeyMasks::long_word ? letters == 0 || phrase.size() < letters + 2 : open && letters == phrase.size();
  if (by_start) return {dates::word_start(phrase), true};
  return {dates::first_eight(phrase) & key_masks_of(letters).longer, false};
}

/// The marks that words may bear: one look tells of most words that nobody looks for them. A word that is not in the
/// table may be marked, too.
class MarkTable {
 public:
  constexpr void add(const WordKey& key, std::uint8_t marks) noexcept {
    (key.is_start ? starts_[slot(key.bytes, start_bits)] : longer_[slot(key.bytes, longer_bits)]) |= marks;
  }

  /// The marks of a word that begins with no Latin letter, by its word_start.
  std::uint8_t of(std::uint32_t start) const noexcept { return starts_[slot(start, start_bits)]; }
  /// … of a word with Latin letters, by its word_start and by its first eight bytes as far as its key holds them.
  std::uint8_t of(std::uint32_t start, std::uint64_t longer) const noexcept {
    return starts_[slot(start, start_bits)] | longer_[slot(longer, longer_bits)];
  }

 private:
  static constexpr unsigned start_bits = 13, longer_bits = 15;
  static constexpr std::size_t slot(std::uint64_t key, unsigned bits) noexcept {
    return key * 0x9E37'79B9'7F4A'7C15U >> (64U - bits);
  }

  std::array<std::uint8_t, std::size_t{1} << start_bits> starts_{};
  std::array<std::uint8_t, std::size_t{1} << longer_bits> longer_{};
};

/// The marks of what dates and their cues are made of.
const MarkTable& date_marks();

}  // namespace almanac::prose
