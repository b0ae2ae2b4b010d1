#pragma once
#include <algorithm>
#include <almanac/base/packed_text.hpp>
#include <almanac/time/words/word_start.hpp>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose_text.hpp"

namespace almanac::prose {

constexpr std::size_t longest_phrase = 48;  ///< bytes

/// Phrases with one meaning: folded, separated by '|'; a trailing '*' lets the last word go on ("regist*").
struct PhraseRow {
  std::uint8_t tag;
  std::string_view list;
};

struct PhraseEntry {
  PackedText phrase;
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
  const char* chars;  ///< of all phrases
  const PhraseEntry* entries;
  const PhraseTail* tails;  ///< of each entry
  std::size_t size;         ///< of both
  const PhraseGroup* groups;
  unsigned bits;  ///< there are 2^bits groups
};

/// A table of N phrases, built at compile time by phrase_table. Holds no pointers (base/packed_text.hpp).
template <std::size_t N, std::size_t Chars>
struct PhraseTable {
  static constexpr unsigned bits = std::bit_width(N);

  std::array<PhraseEntry, N> entries{};
  std::array<PhraseTail, N> tails{};
  std::array<PhraseGroup, std::size_t{1} << bits> groups{};
  PackedChars<Chars> chars;

  constexpr PhraseIndex index() const noexcept {
    return {chars.data(), entries.data(), tails.data(), N, groups.data(), bits};
  }
};

/// A phrase of which a table is made.
struct ListedPhrase {
  std::string_view phrase;
  std::uint8_t tag = 0;
  bool open = false;
  std::uint64_t front = 0;  ///< its first eight bytes, the first the highest: tells most phrases apart
};

constexpr bool operator<(const ListedPhrase& a, const ListedPhrase& b) {
  if (a.front != b.front) return a.front < b.front;
  return a.phrase != b.phrase ? a.phrase < b.phrase : a.tag < b.tag;
}

/// Of a phrase that goes on within its first word nothing less than four letters would find what it may become.
constexpr bool is_long_enough(const ListedPhrase& listed) {
  if (!listed.open || listed.phrase.size() >= 4) return true;
  return std::any_of(listed.phrase.begin(), listed.phrase.end(), [](char c) { return c < 'a' || c > 'z'; });
}

/// How many phrases some rows list, and at most how many characters.
struct PhraseCount {
  std::size_t phrases = 0, chars = 0;
};
template <std::size_t Rows>
constexpr PhraseCount count_phrases(const PhraseRow (&rows)[Rows]) {
  PhraseCount count;
  for (const auto& row : rows) {
    const auto bars = static_cast<std::size_t>(std::count(row.list.begin(), row.list.end(), '|'));
    count.phrases += 1 + bars;
    count.chars += row.list.size() - bars;
  }
  return count;
}

/// Puts the phrases of some rows at the end of those that are listed.
template <std::size_t N, std::size_t Rows>
constexpr void add_phrases(std::array<ListedPhrase, N>& listed, std::size_t& size, const PhraseRow (&rows)[Rows]) {
  for (const auto& row : rows) {
    for (std::size_t from = 0; from <= row.list.size();) {
      const std::size_t end = std::min(row.list.find('|', from), row.list.size());
      ListedPhrase phrase{row.list.substr(from, end - from), row.tag};
      if (phrase.phrase.ends_with('*')) phrase.phrase.remove_suffix(1), phrase.open = true;
      if (phrase.phrase.size() > longest_phrase) throw "a phrase is too long";
      if (!is_long_enough(phrase)) throw "a phrase that goes on needs four letters";
      for (std::size_t i = 0; i < sizeof phrase.front; ++i)
        phrase.front =
            phrase.front << 8U | (i < phrase.phrase.size() ? static_cast<unsigned char>(phrase.phrase[i]) : 0U);
      listed[size++] = phrase;
      from = end + 1;
    }
  }
}

/// The phrases of some arrays of rows in order: a shorter one comes before what goes on from it.
template <std::size_t N, std::size_t... Rows>
constexpr std::array<ListedPhrase, N> list_phrases(const PhraseRow (&... rows)[Rows]) {
  std::array<ListedPhrase, N> listed;
  std::size_t size = 0;
  (add_phrases(listed, size, rows), ...);
  std::sort(listed.begin(), listed.end());
  const auto says_no_more = [](const ListedPhrase& a, const ListedPhrase& b) {
    return a.phrase == b.phrase && a.tag == b.tag;
  };
  if (std::adjacent_find(listed.begin(), listed.end(), says_no_more) != listed.end())
    throw "a phrase is listed twice with one meaning";
  return listed;
}

/// Sets what follows from the phrases of a group, which are in order.
constexpr void set_forks(PhraseGroup& group, const ListedPhrase* listed, PhraseEntry* entries, PhraseTail* tails) {
  const std::string_view front = listed[group.first].phrase, back = listed[group.last - 1].phrase;
  const auto differs = std::mismatch(front.begin(), front.end(), back.begin(), back.end());
  const auto told_by_start = static_cast<std::ptrdiff_t>((std::bit_width(group.start) + 7U) / 8U);
  group.fork = static_cast<std::uint16_t>(std::min(differs.first - front.begin(), told_by_start));
  for (std::size_t i = group.first; i < group.last; ++i) {
    const std::string_view phrase = listed[i].phrase;
    const bool open = listed[i].open;
    const std::size_t size = std::min(phrase.size() - group.fork, sizeof(std::uint64_t));
    entries[i].is_told = phrase.size() == group.fork + size;
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

/// A table of the phrases of `Rows`: arrays of PhraseRows, read at compile time only. Their order does not matter. A
/// phrase has each of its meanings once, whichever list it stands in, as "open" or as "open*".
template <const auto&... Rows>
consteval auto phrase_table() {
  constexpr std::size_t size = (count_phrases(Rows).phrases + ...);
  const auto listed = list_phrases<size>(Rows...);
  PhraseTable<size, (count_phrases(Rows).chars + ...)> built;
  for (std::size_t i = 0; i < size; ++i)
    built.entries[i] = {built.chars.add(listed[i].phrase), listed[i].tag, listed[i].open};
  for (std::size_t first = 0, last = 0; first < size; first = last) {
    const std::uint32_t start = dates::word_start(listed[first].phrase);
    while (last < size && dates::word_start(listed[last].phrase) == start) ++last;
    std::size_t at = dates::scattered(start, built.bits);
    for (; built.groups[at].start != 0; at = (at + 1) % built.groups.size())
      if (built.groups[at].start == start) throw "phrases that begin alike must stand together";
    if (start == 0) throw "a phrase must begin with a word";
    built.groups[at] = {start, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last)};
    set_forks(built.groups[at], listed.data(), built.entries.data(), built.tails.data());
  }
  return built;
}

/// Marks the words that the phrases of a table begin with.
void mark_phrases(const PhraseIndex& index, std::uint8_t mark, MarkTable& marks);

/// All phrases of a table that begin in a text before a piece, in order; at one place only the longest (several
/// meanings of the longest are all told, in the order of their tags). The text was cut with a MarkTable in which
/// mark_phrases has given them `mark`. Linear in the pieces that bear it.
std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark,
                                    std::size_t end);
/// … anywhere in it.
inline std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark) {
  return find_phrases(index, text, mark, text.pieces().size());
}

}  // namespace almanac::prose
