#pragma once
#include <almanac/base/short_text.hpp>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace almanac {

/// The languages that dates are written in, by ISO 639-1.
enum class DateLanguage : std::uint8_t { en, de, fr, es, it, pt, nl };

/// How a language writes a date, the day first: "Do 26. Nov 2026", "26 de noviembre de 2026".
struct DateWords {
  using Word = ShortText<11>;
  Word code;
  std::array<Word, 7> weekdays;          ///< short, Sunday first
  std::array<Word, 12> months, in_full;  ///< short ones, and those of headings
  Word day_mark;                         ///< behind the number of a day
  Word of;                               ///< between the words of a date in full
  Word week;                             ///< "Week", in front of its number
};
const DateWords& date_words(DateLanguage language);

/// Of "de"; nothing for what is no code of these.
std::optional<DateLanguage> find_date_language(std::string_view code);
/// All codes, English first.
std::span<const std::string_view> date_language_codes();

}  // namespace almanac
