#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose_text.hpp"
#include "word_start.hpp"

namespace almanac::prose {

constexpr std::size_t longest_phrase = 48;  ///< bytes

/// Phrases with one meaning: folded, separated by '|'; a trailing '*' lets the last word go on ("regist*").
struct PhraseRow {
  std::uint8_t tag;
  std::string_view list;
};

struct PhraseEntry {
  std::string_view phrase;
  std::uint8_t tag = 0;
  bool open = false;
  bool is_told = false;  ///< whoever has compared the word_start and the tail knows that it stands there
};

/// Where a phrase stands: pieces, `to` exclusive.
struct PhraseHit {
  std::uint8_t tag = 0;
  std::uint32_t from = 0, to = 0;
};

/// How a phrase goes on behind what its group is known to begin with: first_eight of a text that holds it are `bytes`
/// where `mask` is set.
struct PhraseTail {
  std::uint64_t bytes = 0, mask = 0;
};

/// The phrases of a table that share their word_start: [first, last) of the entries. Most texts that begin so go on
/// otherwise: the byte at `fork`, behind what they are known to begin with, tells.
struct PhraseGroup {
  std::uint32_t start = 0;  ///< the word_start; 0: there is no group
  std::uint16_t first = 0, last = 0;
  std::uint16_t fork = 0;
  std::uint64_t forks = 0;  ///< fork_bit of all bytes that may stand there

  static constexpr std::uint64_t fork_bit(char byte) noexcept {
    const bool is_letter = byte >= 'a' && byte <= 'z';
    return std::uint64_t{1} << (is_letter ? byte - 'a' : 26 + (byte & 31));
  }
  constexpr bool may_go_on(char byte) const noexcept { return (forks & fork_bit(byte)) != 0; }
};

/// Phrases in order and, hashed by how they begin, their groups. Refers to a PhraseTable.
struct PhraseIndex {
  const PhraseEntry* entries;
  const PhraseTail* tails;  ///< of each entry
  std::size_t size;         ///< of both
  const PhraseGroup* groups;
  unsigned bits;  ///< there are 2^bits groups
};

/// A table of phrases, built at compile time by make_phrase_table.
template <std::size_t N>
struct PhraseTable {
  static constexpr unsigned bits = std::bit_width(N);

  std::array<PhraseEntry, N> entries{};
  std::array<PhraseTail, N> tails{};
  std::array<PhraseGroup, std::size_t{1} << bits> groups{};

  constexpr PhraseIndex index() const noexcept { return {entries.data(), tails.data(), N, groups.data(), bits}; }
};

/// Of a phrase that goes on within its first word nothing less than four letters would find what it may become.
constexpr bool is_long_enough(const PhraseEntry& entry) {
  const auto letters = entry.phrase.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  return !entry.open || letters != entry.phrase.npos || entry.phrase.size() >= 4;
}

template <std::size_t Rows>
constexpr std::size_t count_phrases(const PhraseRow (&rows)[Rows]) {
  std::size_t count = 0;
  for (const auto& row : rows) count += 1 + static_cast<std::size_t>(std::count(row.list.begin(), row.list.end(), '|'));
  return count;
}

/// Sets what follows from the entries of a group, which are in order.
constexpr void set_forks(PhraseGroup& group, PhraseEntry* entries, PhraseTail* tails) {
  const PhraseEntry &front = entries[group.first], &back = entries[group.last - 1];
  const auto differs = std::mismatch(front.phrase.begin(), front.phrase.end(), back.phrase.begin(), back.phrase.end());
  const auto told_by_start = static_cast<std::ptrdiff_t>((std::bit_width(group.start) + 7U) / 8U);
  group.fork = static_cast<std::uint16_t>(std::min(differs.first - front.phrase.begin(), told_by_start));
  for (std::size_t i = group.first; i < group.last; ++i) {
    auto& [phrase, tag, open, is_told] = entries[i];
    const std::size_t size = std::min(phrase.size() - group.fork, sizeof(std::uint64_t));
    is_told = phrase.size() == group.fork + size;
    tails[i].bytes = dates::first_eight(phrase.substr(group.fork));
    tails[i].mask = size == 0 ? 0 : ~std::uint64_t{0} >> (64U - 8U * size);
    if (size != 0)
      group.forks |= PhraseGroup::fork_bit(phrase[group.fork]);
    else if (open || phrase.back() < 'a' || phrase.back() > 'z')
      group.forks = ~std::uint64_t{0};
    else
      group.forks |= ~std::uint64_t{0} << 26U;  // the word ends here
  }
}

template <std::size_t N, std::size_t Rows>
constexpr PhraseTable<N> make_phrase_table(const PhraseRow (&rows)[Rows]) {
  PhraseTable<N> built;
  std::size_t size = 0;
  for (const auto& row : rows) {
    for (std::size_t from = 0; from <= row.list.size();) {
      const std::size_t end = std::min(row.list.find('|', from), row.list.size());
      PhraseEntry entry{row.list.substr(from, end - from), row.tag};
      if (entry.phrase.ends_with('*')) entry.phrase.remove_suffix(1), entry.open = true;
      if (entry.phrase.size() > longest_phrase) throw "a phrase is too long";
      if (!is_long_enough(entry)) throw "a phrase that goes on needs four letters";
      built.entries[size++] = entry;
      from = end + 1;
    }
  }
  // Phrases that begin alike stand together: a shorter start comes before what goes on from it.
  std::sort(built.entries.begin(), built.entries.end(),
            [](const PhraseEntry& a, const PhraseEntry& b) { return a.phrase < b.phrase; });
  for (std::size_t first = 0, last = 0; first < N; first = last) {
    const std::uint32_t start = dates::word_start(built.entries[first].phrase);
    while (last < N && dates::word_start(built.entries[last].phrase) == start) ++last;
    std::size_t at = dates::scattered(start, built.bits);
    for (; built.groups[at].start != 0; at = (at + 1) % built.groups.size())
      if (built.groups[at].start == start) throw "phrases that begin alike must stand together";
    if (start == 0) throw "a phrase must begin with a word";
    built.groups[at] = {start, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last)};
    set_forks(built.groups[at], built.entries.data(), built.tails.data());
  }
  return built;
}

/// Marks the words that the phrases of a table begin with.
void mark_phrases(const PhraseIndex& index, std::uint8_t mark, MarkTable& marks);

/// All phrases of a table that begin in a text before a piece, in order; at one place only the longest (several
/// meanings of the longest are all told). The text was cut with a MarkTable in which mark_phrases has given them
/// `mark`. Linear in the pieces that bear it.
std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark,
                                    std::size_t end);
/// … anywhere in it.
inline std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark) {
  return find_phrases(index, text, mark, text.pieces().size());
}

}  // namespace almanac::prose
