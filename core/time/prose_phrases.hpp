#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose_text.hpp"

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

/// A sorted table of phrases, built at compile time by make_phrase_table.
template <std::size_t N>
struct PhraseTable {
  std::array<PhraseEntry, N> entries{};
  std::array<std::uint16_t, 257> first{};  ///< where the phrases that start with a byte begin
};

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
      built.entries[size++] = entry;
      from = end + 1;
    }
  }
  std::sort(built.entries.begin(), built.entries.end(),
            [](const PhraseEntry& a, const PhraseEntry& b) { return a.phrase < b.phrase; });
  std::size_t at = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    built.first[byte] = static_cast<std::uint16_t>(at);
    while (at < size && static_cast<unsigned char>(built.entries[at].phrase[0]) == byte) ++at;
  }
  built.first[256] = static_cast<std::uint16_t>(size);
  return built;
}

/// All phrases of a table in a text, in order; at one place only the longest (several meanings of the longest are all
/// told). Linear.
std::vector<PhraseHit> find_phrases(const PhraseEntry* entries, const std::uint16_t* first, const ProseText& text);

}  // namespace almanac::prose
