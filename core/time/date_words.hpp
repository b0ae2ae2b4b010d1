#pragma once
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
  std::string_view code;
  std::array<std::string_view, 7> weekdays;          ///< short, Sunday first
  std::array<std::string_view, 12> months, in_full;  ///< short ones, and those of headings
  std::string_view day_mark;                         ///< behind the number of a day
  std::string_view of;                               ///< between the words of a date in full
  std::string_view week;                             ///< "Week", in front of its number
};
const DateWords& date_words(DateLanguage language);

/// Of "de"; nothing for what is no code of these.
std::optional<DateLanguage> find_date_language(std::string_view code);
/// All codes, English first.
std::span<const std::string_view> date_language_codes();

}  // namespace almanac
