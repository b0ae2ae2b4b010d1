#include "prose_phrases.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

namespace almanac::prose {
namespace {

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

/// The first of the two bytes of a Greek or Cyrillic letter.
bool leads_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xCD && byte <= 0xD4;
}

/// Whether a word goes on between the two characters that end at and follow a place in a text.
bool goes_on(const char* text, std::size_t end) {
  if (is_ascii_letter(text[end - 1])) return is_ascii_letter(text[end]);
  return end > 1 && leads_letter(text[end - 2]) && leads_letter(text[end]);
}

/// Whether a phrase, the start and tail of which stand at a text that it is no longer than, stands there and ends with
/// a word. `chars` are those of the table.
bool stands(const PhraseEntry& entry, const char* chars, const char* text) {
  const std::size_t end = entry.phrase.size;
  if (!entry.is_told && std::memcmp(text, chars + entry.phrase.at, end) != 0) return false;
  return entry.open || !goes_on(text, end);
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
  explicit LongestPhrases(const char* chars) noexcept : chars_(chars) {}

  std::size_t size() const noexcept { return size_; }
  /// What they mean: most phrases have one meaning.
  std::span<const std::uint8_t> tags() const noexcept { return {tags_.data(), count_}; }

  /// Takes a phrase if it stands at a text, where its start and tail do.
  void add(const PhraseEntry& entry, const char* text) noexcept {
    if (entry.phrase.size < size_ || !stands(entry, chars_, text)) return;
    if (entry.phrase.size > size_) size_ = entry.phrase.size, count_ = 0;
    const bool is_told = count_ > 0 && tags_[count_ - 1] == entry.tag;
    if (!is_told && count_ < tags_.size()) tags_[count_++] = entry.tag;
  }

 private:
  const char* chars_;  ///< of all phrases
  std::array<std::uint8_t, 8> tags_{};
  std::size_t size_ = 0, count_ = 0;
};

/// Tells the longest of the phrases of which `eight` may hold the tails, at a piece where `rest` begins. Apart: rare
/// where few words are looked for, and the search keeps its registers.
[[gnu::noinline]] void add_longest(const PhraseIndex& index, std::span<const PhraseTail> tails, std::uint64_t eight,
                                   const char* rest, const ProseText& text, std::size_t piece,
                                   std::vector<PhraseHit>& hits) {
  LongestPhrases found(index.chars);
  for (const PhraseTail& tail : tails)
    if ((eight & tail.mask) == tail.bytes) found.add(index.entries[&tail - index.tails], rest);
  if (found.tags().empty()) return;
  const std::span<const Piece> pieces = text.pieces();
  std::size_t to = piece + 1;
  while (to < pieces.size() && pieces[to].from < pieces[piece].from + found.size()) ++to;
  for (const std::uint8_t tag : found.tags())
    hits.push_back({tag, static_cast<std::uint32_t>(piece), static_cast<std::uint32_t>(to)});
}

}  // namespace

void mark_phrases(const PhraseIndex& index, std::uint8_t mark, MarkTable& marks) {
  for (const PhraseEntry& entry : std::span(index.entries, index.size))
    marks.add(key_of(entry.phrase.in(index.chars), entry.open), mark);
}

std::vector<PhraseHit> find_phrases(const PhraseIndex& index, const ProseText& text, std::uint8_t mark,
                                    std::size_t end) {
  static_assert(longest_phrase < FoldedText::spare);
  const PhraseIndex own = index;
  const char* const folded = text.folded().data();
  const Piece* const pieces = text.pieces().data();
  const std::size_t size = std::min(text.pieces().size(), end);
  std::vector<PhraseHit> hits;
  hits.reserve(size / 8 + 8);
  for (std::size_t i = text.next_marked(0, mark, size); i < size; i = text.next_marked(i + 1, mark, size)) {
    const PhraseGroup* const group = group_of(own, pieces[i].start);
    if (!group) continue;
    const char* const rest = folded + pieces[i].from;
    if (!group->may_go_on(rest[group->fork])) continue;
    const std::uint64_t eight = dates::first_eight({rest + group->fork, sizeof eight});
    const PhraseTail *tail = own.tails + group->first, *const last = own.tails + group->last;
    while (tail != last && (eight & tail->mask) != tail->bytes) ++tail;
    if (tail != last) add_longest(own, {tail, last}, eight, rest, text, i, hits);
  }
  return hits;
}

}  // namespace almanac::prose
