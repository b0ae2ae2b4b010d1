#include "prose_phrases.hpp"

#include <array>
#include <cstring>
#include <span>

namespace almanac::prose {
namespace {

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Whether a phrase, the start and tail of which stand at a text that it is no longer than, stands there and ends with
/// a word.
bool stands(const PhraseEntry& entry, const char* text) {
  const std::size_t end = entry.phrase.size();
  if (!entry.open && is_ascii_letter(entry.phrase[end - 1]) && is_ascii_letter(text[end])) return false;
  return entry.is_told || std::memcmp(text, entry.phrase.data(), end) == 0;
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

/// The longest of the phrases that stand at one place.
class LongestPhrases {
 public:
  void clear() noexcept { size_ = count_ = 0; }
  std::size_t size() const noexcept { return size_; }
  /// What they mean: most phrases have one meaning.
  std::span<const std::uint8_t> tags() const noexcept { return {tags_.data(), count_}; }

  /// Takes a phrase if it stands at a text, where its start and tail do.
  void add(const PhraseEntry& entry, const char* text) noexcept {
    if (entry.phrase.size() < size_ || !stands(entry, text)) return;
    if (entry.phrase.size() > size_) size_ = entry.phrase.size(), count_ = 0;
    const bool is_told = count_ > 0 && tags_[count_ - 1] == entry.tag;
    if (!is_told && count_ < tags_.size()) tags_[count_++] = entry.tag;
  }

 private:
  std::array<std::uint8_t, 8> tags_{};
  std::size_t size_ = 0, count_ = 0;
};

}  // namespace

void mark_phrases(const PhraseIndex& index, std::uint8_t mark, MarkTable& marks) {
  for (const PhraseEntry& entry : std::span(index.entries, index.size))
    marks.add(key_of(entry.phrase, entry.open), mark);
}

std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark) {
  static_assert(longest_phrase < FoldedText::spare);
  const PhraseIndex table = index;
  const char* const folded = text.folded().data();
  const std::span<const Piece> pieces = text.pieces();
  std::vector<PhraseHit> hits;
  hits.reserve(pieces.size() / 8 + 8);
  LongestPhrases found;
  for (std::size_t i = text.next_marked(0, mark); i < pieces.size(); i = text.next_marked(i + 1, mark)) {
    const Piece& piece = pieces[i];
    const PhraseGroup* const group = group_of(table, piece.start);
    if (!group) continue;
    const char* const rest = folded + piece.from;
    if (!group->may_go_on(rest[group->fork])) continue;
    const std::uint64_t eight = dates::first_eight({rest + group->fork, sizeof eight});
    found.clear();
    const PhraseTail* const end = table.tails + group->last;
    for (const PhraseTail* tail = table.tails + group->first; tail != end; ++tail)
      if ((eight & tail->mask) == tail->bytes) found.add(table.entries[tail - table.tails], rest);
    if (found.tags().empty()) continue;
    std::size_t to = i + 1;
    while (to < pieces.size() && pieces[to].from < piece.from + found.size()) ++to;
    for (const std::uint8_t tag : found.tags())
      hits.push_back({tag, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(to)});
  }
  return hits;
}

}  // namespace almanac::prose
