#include "prose_closing_clock.hpp"

#include <almanac/time/words/word_table.hpp>
#include <array>
#include <string_view>

namespace almanac::prose {
namespace {

/// What a word between a day and a time says.
struct ClosingWord {
  enum : std::uint8_t {
    closes = 1,     ///< "by"
    may_close = 2,  ///< "do": of other languages it means much else
    leads = 4,      ///< "las": may stand between that and the time
    year = 8,       ///< "r": may stand behind a year
    dotted = 16     ///< may be shortened
  };
};

constexpr std::string_view closing_hour_words =
    "by until till til before bis vor spatestens avant jusqu hasta antes entro fino tot voor uiterlijk ate najpozniej "
    "nejpozdeji senast senest viimeistaan до εωσ μεχρι later latest tard tardar tardi позднее пізніше";
constexpr std::string_view perhaps_closing_words = "do";
constexpr std::string_view hour_leading_words =
    "no not than at the um l a au plus mas las les le ore alle al piu as de das om ur klo klokken klockan godziny "
    "godzinie godzina hodiny τισ не";
constexpr std::string_view shortened_hour_words = "kl godz hod";
constexpr std::string_view year_ending_words = "r roku г года році";

constexpr auto closing_clock_words = [] {
  using dates::count_words;
  using dates::put_words;
  constexpr std::size_t count = count_words(closing_hour_words) + count_words(perhaps_closing_words) +
                                count_words(hour_leading_words) + count_words(shortened_hour_words) +
                                count_words(year_ending_words);
  std::array<dates::WordMeaning, count> words;
  auto out = put_words(words.begin(), closing_hour_words, ClosingWord::closes);
  out = put_words(out, perhaps_closing_words, ClosingWord::may_close);
  out = put_words(out, hour_leading_words, ClosingWord::leads);
  out = put_words(out, shortened_hour_words, ClosingWord::leads | ClosingWord::dotted);
  put_words(out, year_ending_words, ClosingWord::year | ClosingWord::dotted);
  return words;
}();
constexpr auto closing_table = dates::word_table<closing_clock_words>();

std::uint16_t meaning_of(const ProseText& text, std::uint32_t i) {
  const Piece& piece = text.at(i);
  return piece.kind == PieceKind::word ? closing_table.find(text.text_of(piece), piece.start) : 0;
}

}  // namespace

std::optional<ClockSpan> closing_clock_behind(const ProseText& text, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t reach = 9;
  bool closes = false, bracket = false;
  for (std::uint32_t i = from; i < end && i - from < reach; ++i) {
    if (closes) {
      if (auto clock = clock_at(text, i, end)) {
        if (clock->end >= 0) return std::nullopt;
        if (bracket && text.is_symbol(clock->to, ')')) ++clock->to;
        return clock;
      }
    }
    const Piece& piece = text.at(i);
    if (piece.kind == PieceKind::symbol) {
      constexpr std::string_view between = ",(-'";
      const bool is_stop = piece.symbol == '.' && i > from && (meaning_of(text, i - 1) & ClosingWord::dotted) != 0;
      if (!is_stop && between.find(piece.symbol) == between.npos) return std::nullopt;
      bracket |= piece.symbol == '(';
      continue;
    }
    const std::uint16_t meaning = meaning_of(text, i);
    if (meaning == 0) return std::nullopt;
    closes |= (meaning & (ClosingWord::closes | ClosingWord::may_close)) != 0;
  }
  return std::nullopt;
}

bool is_closing_clock(const ProseText& text, const ClockSpan& clock) {
  if (clock.end >= 0) return false;
  std::uint32_t behind = clock.from;  // the word: "until", "do godz.", "hasta las"
  if (behind > 0 && text.is_symbol(behind - 1, '.')) --behind;
  const bool has_hour = behind > 0 && text.is_one_of(text.at(behind - 1), "godz", "godziny", "hodiny");
  if (has_hour || (behind > 0 && text.is_one_of(text.at(behind - 1), "las", "les", "le", "ore"))) --behind;
  const std::uint16_t closing = has_hour ? ClosingWord::closes | ClosingWord::may_close : ClosingWord::closes;
  return behind > 0 && (meaning_of(text, behind - 1) & closing) != 0;
}

}  // namespace almanac::prose
