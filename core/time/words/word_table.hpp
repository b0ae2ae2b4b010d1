#pragma once
#include <algorithm>
#include <almanac/base/packed_text.hpp>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "word_start.hpp"

namespace almanac::dates {

/// A folded word and what it means to the table that holds it: one or more bits.
struct WordMeaning {
  std::string_view word;
  std::uint16_t bits = 1;
};

/// A fixed table of N words, hashed at compile time. Holds no pointers (base/packed_text.hpp).
template <std::size_t N, std::size_t Chars>
class WordTable {
 public:
  /// A word that occurs twice means both. Chars are the characters of all words.
  constexpr explicit WordTable(const std::array<WordMeaning, N>& words) {
    for (const auto& [word, bits] : words) {
      const std::uint32_t start = word_start(word);
      Slot& slot = slots_[slot_of(word, start)];
      if (slot.bits == 0) slot.key = word_key(word, start), slot.at = chars_.add(word).at;
      slot.bits |= bits;
    }
  }

  /// What a word means; 0 when it is not there. `start` is word_start(word).
  constexpr std::uint16_t find(std::string_view word, std::uint32_t start) const noexcept {
    return slots_[slot_of(word, start)].bits;
  }
  constexpr std::uint16_t find(std::string_view word) const noexcept { return find(word, word_start(word)); }

  /// Calls `use` with each word.
  template <class Use>
  void for_each_word(Use use) const {
    for (const Slot& slot : slots_)
      if (slot.bits != 0) use(word_at(slot.at, slot.key >> 32U));
  }

 private:
  static constexpr unsigned log_size = std::bit_width(N) + 2;

  struct Slot {
    std::uint64_t key = 0;   ///< word_key
    std::uint16_t at = 0;    ///< where the word stands
    std::uint16_t bits = 0;  ///< 0: there is no word
  };

  constexpr std::string_view word_at(std::uint16_t at, std::size_t size) const noexcept {
    return {chars_.data() + at, size};
  }

  /// Where the word is, or would be put.
  constexpr std::size_t slot_of(std::string_view word, std::uint32_t start) const noexcept {
    const std::uint64_t key = word_key(word, start);
    const bool is_all = is_start_all(word, start);
    const auto holds = [&](const Slot& slot) {
      return slot.key == key && (is_all || word_at(slot.at, word.size()) == word);
    };
    std::size_t at = scattered(start, log_size);
    while (slots_[at].bits != 0 && !holds(slots_[at])) at = (at + 1) % slots_.size();
    return at;
  }

  std::array<Slot, std::size_t{1} << log_size> slots_{};
  PackedChars<Chars> chars_;
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

/// A table of `Words`: a std::array of WordMeanings, or a std::string_view that lists words which all mean 1. They are
/// read at compile time only.
template <const auto& Words>
consteval auto word_table() {
  if constexpr (std::is_convertible_v<decltype(Words), std::string_view>) {
    constexpr std::size_t count = count_words(Words);
    std::array<WordMeaning, count> words;
    put_words(words.begin(), Words, 1);
    return WordTable<count, Words.size()>(words);
  } else {
    constexpr std::size_t chars = [] {
      std::size_t sum = 0;
      for (const WordMeaning& row : Words) sum += row.word.size();
      return sum;
    }();
    return WordTable<Words.size(), chars>(Words);
  }
}

}  // namespace almanac::dates
