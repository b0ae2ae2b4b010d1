#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "word_start.hpp"

namespace almanac::dates {

/// A folded word and what it means to the table that holds it: one or more bits.
struct WordMeaning {
  std::string_view word;
  std::uint16_t bits = 1;
};

/// A fixed table of words, hashed at compile time.
template <std::size_t N>
class WordTable {
 public:
  /// A word that occurs twice means both.
  constexpr explicit WordTable(const std::array<WordMeaning, N>& words) {
    for (const auto& [word, bits] : words) {
      const std::uint32_t start = word_start(word);
      Slot& slot = slots_[slot_of(word, start)];
      slot.word = word;
      slot.start = start;
      slot.bits |= bits;
    }
  }

  /// What a word means; 0 when it is not there. `start` is word_start(word).
  constexpr std::uint16_t find(std::string_view word, std::uint32_t start) const noexcept {
    return slots_[slot_of(word, start)].bits;
  }
  constexpr std::uint16_t find(std::string_view word) const noexcept { return find(word, word_start(word)); }

 private:
  static constexpr unsigned log_size = std::bit_width(N) + 2;

  struct Slot {
    std::string_view word;
    std::uint32_t start = 0;
    std::uint16_t bits = 0;  ///< 0: there is no word

    /// A start as long as its word tells all of it.
    constexpr bool holds(std::string_view other, std::uint32_t other_start) const noexcept {
      if (start != other_start || word.size() != other.size()) return false;
      const bool is_all = word.size() <= sizeof start && !word.empty() && start >> 8U * (word.size() - 1) != 0;
      return is_all || word == other;
    }
  };

  /// Where the word is, or would be put.
  constexpr std::size_t slot_of(std::string_view word, std::uint32_t start) const noexcept {
    std::size_t at = scattered(start, log_size);
    while (slots_[at].bits != 0 && !slots_[at].holds(word, start)) at = (at + 1) % slots_.size();
    return at;
  }

  std::array<Slot, std::size_t{1} << log_size> slots_{};
};

/// Words of a list that are separated by one blank each.
constexpr std::size_t count_words(std::string_view list) {
  return list.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(list.begin(), list.end(), ' '));
}

/// Appends the words of a list, each with a meaning, at `out`; returns its end.
template <class Out>
constexpr Out put_words(Out out, std::string_view list, std::uint16_t bits) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    *out++ = {word, bits};
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  return out;
}

/// A table of the words of a list, all of which mean 1.
template <std::size_t N>
constexpr WordTable<N> word_table(std::string_view list) {
  std::array<WordMeaning, N> words;
  put_words(words.begin(), list, 1);
  return WordTable(words);
}

}  // namespace almanac::dates
