#include "prose_tongues.hpp"

#include <algorithm>
#include <almanac/time/words/word_table.hpp>
#include <array>
#include <bit>

namespace almanac::prose {
namespace {

struct CommonWords {
  dates::Tongue tongue;
  std::string_view words;  ///< separated by blanks
};

using enum dates::Tongue;
constexpr CommonWords common_words[] = {
    {en, "the and of to in is for on at we you with will be this that are our by from"},
    {de, "der die das und ist nicht ein eine einen am im vom zum zur mit von auf wir ihr sich uhr bis"},
    {fr, "le la les de des du et est un une au aux dans pour sur nous vous par avec ce cette avril"},
    {es, "el la los las de y es un una en del por para con se al nos que su"},
    {it, "il lo la gli le e un una di del della dal al per con si che nel alle ore ci"},
    {pt, "o os as e de um uma do da dos das no na nos em para com se ao que"},
    {nl, "de het een en is niet van op in voor met we wij je aan om bij uur wordt te"},
    {pl, "i w na z do sie jest o od dla nie to po jak przez oraz za przy we godz"},
    {ru, "и в на не с по для что как это из от мы вы будет к до о за при"},
    {el, "και το την του τησ στην στο για με των τον οι η ο απο ειναι θα σε στισ ωρα"},
    {hu, "az es egy hogy nem van lesz ez vagy is mar meg csak szerint kell"},
    {cs, "v na je do ve pro od ze jsme vas za jak nebo take jsou bude kde pri prihlasky"},
    {sv, "och ar pa att som till inte vi det av med om kl ett i blir hos den senast"},
    {da, "og er pa som til ikke vi det af med om kl i nu ved bliver den senest"},
    {no, "og er pa som til ikke vi det av med om kl i ved blir den senest"},
    {tr, "ve bir bu ile icin da de saat olarak gibi daha en tarihinde"},
};
constexpr std::size_t lists = std::size(common_words);

constexpr std::size_t count_common_words() {
  std::size_t count = 0;
  for (const auto& list : common_words) count += dates::count_words(list.words);
  return count;
}

/// The words with the lists that hold them: bit i is list i.
constexpr auto common_word_list = [] {
  std::array<dates::WordMeaning, count_common_words()> words;
  auto out = words.begin();
  for (std::size_t i = 0; i < lists; ++i)
    out = dates::put_words(out, common_words[i].words, static_cast<std::uint16_t>(1U << i));
  return words;
}();
constexpr auto lists_of = dates::word_table<common_word_list>();
static_assert(lists <= 16);

constexpr std::size_t most_words = 400;  ///< that are looked at

/// Piece behind the words that are looked at.
std::size_t end_of_words(const ProseText& text) {
  std::size_t end = text.pieces().size();
  if (text.words() <= most_words) return end;
  end = 0;
  for (std::size_t words = 0;; ++end)
    if ((text.marks(end) & (Mark::stop | Mark::figure)) == 0 && ++words > most_words) return end;
}

}  // namespace

void mark_common_words(MarkTable& marks) {
  lists_of.for_each_word([&](std::string_view word) { marks.add(key_of(word), Mark::common); });
}

std::uint32_t tongues_of(const ProseText& text) {
  std::array<int, lists> counts{};
  const std::size_t end = end_of_words(text);
  for (std::size_t i = text.next_marked(0, Mark::common, end); i < end;
       i = text.next_marked(i + 1, Mark::common, end)) {
    const Piece& piece = text.at(i);
    if (piece.kind != PieceKind::word) continue;
    for (unsigned found = lists_of.find(text.text_of(piece), piece.start); found != 0; found &= found - 1)
      ++counts[static_cast<std::size_t>(std::countr_zero(found))];
  }
  const int words = static_cast<int>(std::min(text.words(), most_words + 1));
  std::uint32_t mask = dates::mask_of(en);
  const int most = *std::max_element(counts.begin(), counts.end());
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0 && counts[i] * 3 >= most * 2 && (counts[0] * 2 <= counts[i] || i == 0) && counts[i] * 12 >= words)
      mask |= dates::mask_of(common_words[i].tongue);
  return mask;
}

}  // namespace almanac::prose
