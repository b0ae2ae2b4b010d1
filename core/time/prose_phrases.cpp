#include "prose_phrases.hpp"

#include <cstring>
#include <span>

namespace almanac::prose {
namespace {

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether a phrase stands at the start of a text that it is no longer than, and ends with a word.
bool stands(const PhraseEntry& entry, const char* text) {
  const std::size_t end = entry.phrase.size();
  if (!entry.open && is_ascii_letter(entry.phrase[end - 1]) && is_ascii_letter(text[end])) return false;
  return std::memcmp(text, entry.phrase.data(), end) == 0;
}

/// The group of a word_start; nullptr if no phrase begins so.
const PhraseGroup* group_of(const PhraseIndex& index, std::uint32_t start) {
  const std::size_t mask = (std::size_t{1} << index.bits) - 1;
  std::size_t at = dates::scattered(start, index.bits);
  while (index.groups[at].start != start) {
    if (index.groups[at].start == 0) return nullptr;
    at = (at + 1) & mask;
  }
  return index.groups + at;
}

}  // namespace

std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark) {
  static_assert(longest_phrase < FoldedText::spare);
  const char* const folded = text.folded().data();
  const std::span<const Piece> pieces = text.pieces();
  std::vector<PhraseHit> hits;
  hits.reserve(pieces.size() / 8 + 8);
  for (std::size_t i = text.next_marked(0, mark); i < pieces.size(); i = text.next_marked(i + 1, mark)) {
    const PhraseGroup* group = group_of(index, pieces[i].start);
    if (!group) continue;
    const char* const rest = folded + pieces[i].from;
    if (!group->may_go_on(rest[group->fork])) continue;
    const std::uint64_t eight = eight_bytes({rest + group->fork, sizeof eight});
    const std::size_t first_hit = hits.size();
    std::size_t longest = 0;
    for (std::size_t n = group->first; n < group->last; ++n) {
      if ((eight & index.tails[n].mask) != index.tails[n].bytes) continue;
      const PhraseEntry& entry = index.entries[n];
      if (entry.phrase.size() < longest || !stands(entry, rest)) continue;
      if (entry.phrase.size() > longest) hits.resize(first_hit), longest = entry.phrase.size();
      std::size_t to = i + 1;
      while (to < pieces.size() && pieces[to].from < pieces[i].from + longest) ++to;
      if (hits.size() == first_hit || hits.back().tag != entry.tag)
        hits.push_back({entry.tag, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(to)});
    }
  }
  return hits;
}

}  // namespace almanac::prose
