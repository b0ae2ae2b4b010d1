#include "prose_phrases.hpp"

#include <algorithm>

namespace almanac::prose {
namespace {

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether a phrase stands at the start of `rest` and ends with a word.
bool stands(const PhraseEntry& entry, std::string_view rest) {
  const std::size_t end = entry.phrase.size();
  if (!entry.open && end < rest.size() && is_ascii_letter(entry.phrase[end - 1]) && is_ascii_letter(rest[end]))
    return false;
  return rest.starts_with(entry.phrase);
}

/// The group of a word_start; nullptr if no phrase begins so.
const PhraseGroup* group_of(const PhraseIndex& index, std::uint32_t start) {
  const std::size_t mask = (std::size_t{1} << index.bits) - 1;
  for (std::size_t at = dates::scattered(start, index.bits); index.starts[at] != 0; at = (at + 1) & mask)
    if (index.starts[at] == start) return index.groups + at;
  return nullptr;
}

}  // namespace

std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text) {
  constexpr std::size_t longest_phrase = 48;
  const std::string_view folded = text.folded();
  const auto& pieces = text.pieces();
  std::vector<PhraseHit> hits;
  hits.reserve(pieces.size() / 4 + 8);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].start == 0) continue;
    const PhraseGroup* group = group_of(index, pieces[i].start);
    if (!group) continue;
    const std::string_view rest = folded.substr(pieces[i].from, longest_phrase);
    const std::string_view tail = rest.substr(std::min<std::size_t>(group->fork, rest.size()));
    if (!group->may_go_on(tail.empty() ? '\n' : tail.front())) continue;
    const std::uint64_t eight = eight_bytes(tail);
    const std::size_t start = hits.size();
    std::size_t longest = 0;
    for (std::size_t n = group->first; n < group->last; ++n) {
      if ((eight & index.tails[n].mask) != index.tails[n].bytes) continue;
      const PhraseEntry& entry = index.entries[n];
      if (entry.phrase.size() < longest || !stands(entry, rest)) continue;
      if (entry.phrase.size() > longest) hits.resize(start), longest = entry.phrase.size();
      std::size_t to = i + 1;
      while (to < pieces.size() && pieces[to].from < pieces[i].from + longest) ++to;
      if (hits.size() == start || hits.back().tag != entry.tag)
        hits.push_back({entry.tag, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(to)});
    }
  }
  return hits;
}

}  // namespace almanac::prose
