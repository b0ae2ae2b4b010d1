#include <algorithm>
#include <array>

#include "prose_dates.hpp"

namespace almanac::prose {
namespace {

struct CommonWords {
  dates::Tongue tongue;
  std::string_view words;  ///< separated by blanks, of at most eight bytes
};

using enum dates::Tongue;
constexpr CommonWords common_words[] = {
    {en, "the and of to in is for on at we you with will be this that are our by from"},
    {de, "der die das und ist nicht ein eine einen am im vom zum zur mit von auf wir ihr sich uhr bis"},
    {fr, "le la les des du et est un une au aux dans pour sur nous vous par avec ce cette avril"},
    {es, "el la los las y es un una en del por para con se al nos que su"},
    {it, "il lo la gli le e un una di del della dal al per con si che nel alle ore ci"},
    {pt, "o os as e um uma do da dos das no na nos em para com se ao que"},
    {nl, "de het een en is niet van op in voor met we wij je aan om bij uur wordt te"},
};

/// A word of the lists above, its bytes as one number.
struct CommonWord {
  std::uint64_t key = 0;
  std::uint8_t list = 0;
};

constexpr std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = 0;
  for (const char c : word) key = key << 8U | static_cast<unsigned char>(c);
  return key;
}

constexpr std::size_t count_common_words() {
  std::size_t count = 0;
  for (const auto& list : common_words)
    count += 1 + static_cast<std::size_t>(std::count(list.words.begin(), list.words.end(), ' '));
  return count;
}

constexpr auto sorted_common_words = [] {
  std::array<CommonWord, count_common_words()> sorted{};
  std::size_t size = 0;
  for (std::size_t list = 0; list < std::size(common_words); ++list)
    for (auto rest = common_words[list].words; !rest.empty();) {
      const auto end = std::min(rest.find(' '), rest.size());
      sorted[size++] = {key_of(rest.substr(0, end)), static_cast<std::uint8_t>(list)};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  std::sort(sorted.begin(), sorted.end(),
            [](const CommonWord& a, const CommonWord& b) { return a.key != b.key ? a.key < b.key : a.list < b.list; });
  return sorted;
}();

}  // namespace

std::uint32_t tongues_of(const ProseText& text) {
  std::array<int, std::size(common_words)> counts{};
  int words = 0;
  for (const Piece& piece : text.pieces()) {
    if (piece.kind != PieceKind::word) continue;
    if (++words > 400) break;
    const auto word = text.text_of(piece);
    if (word.size() > sizeof(CommonWord::key)) continue;
    const auto key = key_of(word);
    const auto* found = std::lower_bound(sorted_common_words.begin(), sorted_common_words.end(), key,
                                         [](const CommonWord& common, std::uint64_t k) { return common.key < k; });
    for (; found != sorted_common_words.end() && found->key == key; ++found) ++counts[found->list];
  }
  std::uint32_t mask = dates::mask_of(en);
  const int most = *std::max_element(counts.begin(), counts.end());
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0 && counts[i] * 3 >= most * 2 && (counts[0] * 2 <= counts[i] || i == 0) && counts[i] * 12 >= words)
      mask |= dates::mask_of(common_words[i].tongue);
  return mask;
}

}  // namespace almanac::prose
