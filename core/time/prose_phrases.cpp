#include "prose_phrases.hpp"

#include <algorithm>

namespace almanac::prose {
namespace {

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Of a phrase that has one.
unsigned char second_byte(const PhraseEntry& entry) { return static_cast<unsigned char>(entry.phrase[1]); }

/// Whether a phrase stands at the start of `rest` and ends with a word.
bool stands(const PhraseEntry& entry, std::string_view rest) {
  if (!rest.starts_with(entry.phrase)) return false;
  const std::size_t end = entry.phrase.size();
  return entry.open || end >= rest.size() || !is_ascii_letter(entry.phrase.back()) || !is_ascii_letter(rest[end]);
}

}  // namespace

std::vector<PhraseHit> find_phrases(const PhraseEntry* entries, const std::uint16_t* first, const ProseText& text) {
  std::vector<PhraseHit> hits;
  const std::string_view folded = text.folded();
  const auto& pieces = text.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[pieces[i].from]);
    const bool may_start = pieces[i].kind == PieceKind::word || pieces[i].kind == PieceKind::sign ||
                           (pieces[i].kind == PieceKind::symbol && (byte >= 0x80 || byte == '['));
    if (!may_start) continue;
    const std::string_view rest = folded.substr(pieces[i].from, 48);
    const std::size_t start = hits.size();
    std::size_t longest = 0;
    const PhraseEntry* const end = entries + first[byte + 1U];
    const PhraseEntry* entry_at = entries + first[byte];
    for (; entry_at < end; ++entry_at) {
      if (entry_at->phrase.size() > 1 && rest.size() > 1 && entry_at->phrase[1] != rest[1]) {
        // Sorted: on to those that share the second byte, or out behind them.
        if (second_byte(*entry_at) > static_cast<unsigned char>(rest[1])) break;
        entry_at = std::partition_point(entry_at, end, [&](const PhraseEntry& entry) {
          return second_byte(entry) < static_cast<unsigned char>(rest[1]);
        });
        if (entry_at == end || second_byte(*entry_at) != static_cast<unsigned char>(rest[1])) break;
      }
      const PhraseEntry& entry = *entry_at;
      if (entry.phrase.size() > 2 && rest.size() > 2 && entry.phrase[2] != rest[2]) continue;
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
