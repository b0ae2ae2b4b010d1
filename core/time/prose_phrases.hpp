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

/// Phrases with one meaning: folded, separated by '|'; a trailing '*' lets the last word go on ("regist*").
struct PhraseRow {
  std::uint8_t tag;
  std::string_view list;
};

struct PhraseEntry {
  std::string_view phrase;
  std::uint8_t tag = 0;
  bool open = false;
};

/// Where a phrase stands: pieces, `to` exclusive.
struct PhraseHit {
  std::uint8_t tag = 0;
  std::uint32_t from = 0, to = 0;
};

/// The phrases of a table that share their word_start: [first, last) of the entries.
struct PhraseGroup {
  std::uint32_t start = 0;
  std::uint16_t first = 0, last = 0;
};

/// Phrases in order and, hashed by how they begin, their groups. Refers to a PhraseTable.
struct PhraseIndex {
  const PhraseEntry* entries;
  const PhraseGroup* groups;
  unsigned bits;  ///< there are 2^bits groups
};

/// A table of phrases, built at compile time by make_phrase_table.
template <std::size_t N>
struct PhraseTable {
  static constexpr unsigned bits = std::bit_width(N);

  std::array<PhraseEntry, N> entries{};
  std::array<PhraseGroup, std::size_t{1} << bits> groups{};

  constexpr PhraseIndex index() const noexcept { return {entries.data(), groups.data(), bits}; }
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

template <std::size_t N, std::size_t Rows>
constexpr PhraseTable<N> make_phrase_table(const PhraseRow (&rows)[Rows]) {
  PhraseTable<N> built;
  std::size_t size = 0;
  for (const auto& row : rows) {
    for (std::size_t from = 0; from <= row.list.size();) {
      const std::size_t end = std::min(row.list.find('|', from), row.list.size());
      PhraseEntry entry{row.list.substr(from, end - from), row.tag, false};
      if (entry.phrase.ends_with('*')) entry.phrase.remove_suffix(1), entry.open = true;
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
  }
  return built;
}

/// All phrases of a table in a text, in order; at one place only the longest (several meanings of the longest are all
/// told). Linear.
std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text);

}  // namespace almanac::prose
