#include "prose_leading_words.hpp"

#include <almanac/time/words/word_table.hpp>
#include <array>
#include <string_view>

namespace almanac::prose {
namespace {

/// Words that mean the same, separated by a blank.
struct LeadingRow {
  std::string_view words;
  std::uint16_t bits;
};

constexpr LeadingRow leading_rows[] = {
    {"before by till until", Leading::closing_hour | Leading::closing_day},
    {"avant bis entro hasta senast senest tot uiterlijk", Leading::closing_hour | Leading::day_first},
    {"antes ate fino jusqu later latest najpozniej nejpozdeji spatestens tard tardar tardi til viimeistaan voor vor до "
     "позднее пізніше εωσ μεχρι",
     Leading::closing_hour},
    {"due", Leading::closing_day},
    {"innen", Leading::day_first},
    {"do", Leading::perhaps_closing},
    {"a alle as at das de klo klokken klockan l las le les om ore um godzina godzinie godziny",
     Leading::beside_closing | Leading::clock},
    {"al au hodiny mas no not piu plus than the ur не τισ", Leading::beside_closing},
    {"ab alas around dalle des entre firm from gegen h hard hora kell o od ora partir s saat starting strict "
     "time uhr v van vanaf ve vers von w στισ ωρα в начало с",
     Leading::clock},
    {"godz kl r roku г года", Leading::beside_closing | Leading::clock | Leading::dotted},
    {"hod році", Leading::beside_closing | Leading::dotted}};

constexpr auto leading_words = [] {
  constexpr std::size_t count = [] {
    std::size_t sum = 0;
    for (const LeadingRow& row : leading_rows) sum += dates::count_words(row.words);
    return sum;
  }();
  std::array<dates::WordMeaning, count> words;
  auto out = words.begin();
  for (const LeadingRow& row : leading_rows) out = dates::put_words(out, row.words, row.bits);
  return words;
}();
constexpr auto leading_table = dates::word_table<leading_words>();

}  // namespace

std::uint16_t leading_word(const ProseText& text, std::uint32_t i) noexcept {
  const Piece& piece = text.at(i);
  return piece.kind == PieceKind::word ? leading_table.find(text.text_of(piece), piece.start) : 0;
}

}  // namespace almanac::prose
