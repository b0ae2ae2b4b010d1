#include <algorithm>
#include <array>
#include <bit>

#include "prose_dates.hpp"
#include "word_table.hpp"

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
};
constexpr std::size_t lists = std::size(common_words);

constexpr std::size_t count_common_words() {
  std::size_t count = 0;
  for (const auto& list : common_words) count += dates::count_words(list.words);
  return count;
}

/// Which lists hold a word: bit i is list i.
constexpr auto lists_of = [] {
  std::array<dates::WordMeaning, count_common_words()> words;
  auto out = words.begin();
  for (std::size_t i = 0; i < lists; ++i)
    out = dates::put_words(out, common_words[i].words, static_cast<std::uint8_t>(1U << i));
  return dates::WordTable(words);
}();
static_assert(lists <= 8);

}  // namespace

constinit const dates::StartFilter common_word_starts = [] {
  dates::StartFilter starts;
  for (const auto& list : common_words)
    for (std::string_view rest = list.words; !rest.empty();
         rest.remove_prefix(std::min(rest.find(' '), rest.size() - 1) + 1))
      starts.add(dates::word_start(rest));
  return starts;
}();

std::uint32_t tongues_of(const ProseText& text) {
  constexpr int most_words = 400;
  std::array<int, lists> counts{};
  int words = 0;
  for (std::size_t i = 0; i < text.pieces().size(); ++i) {
    const std::uint8_t marks = text.marks(i);
    if ((marks & (Mark::stop | Mark::figure)) != 0) continue;
    if (++words > most_words) break;
    if ((marks & Mark::common) == 0) continue;
    const Piece& piece = text.at(i);
    for (unsigned found = lists_of.find(text.text_of(piece), piece.start); found != 0; found &= found - 1)
      ++counts[static_cast<std::size_t>(std::countr_zero(found))];
  }
  std::uint32_t mask = dates::mask_of(en);
  const int most = *std::max_element(counts.begin(), counts.end());
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0 && counts[i] * 3 >= most * 2 && (counts[0] * 2 <= counts[i] || i == 0) && counts[i] * 12 >= words)
      mask |= dates::mask_of(common_words[i].tongue);
  return mask;
}

}  // namespace almanac::prose
