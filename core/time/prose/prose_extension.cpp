#include "prose_extension.hpp"

#include <algorithm>
#include <initializer_list>

namespace almanac::prose {

bool lengthen(const ProseText& text, std::uint32_t i, dates::CivilDay& day) {
  if (!text.is_word(i, "by") && !text.is_word(i, "um") && !text.is_word(i, "de") && !text.is_word(i, "di"))
    return false;
  ++i;
  constexpr std::string_view counts[] = {"a",    "two",    "three", "four",  "one",    "zwei",   "drei",
                                         "vier", "eine",   "deux",  "trois", "quatre", "une",    "dos",
                                         "tres", "cuatro", "una",   "due",   "tre",    "quattro"};
  int count = text.is_number(i) && text.at(i).digits <= 2 ? text.at(i).value : 0;
  for (std::size_t c = 0; c < std::size(counts) && count == 0; ++c)
    if (text.is_word(i, counts[c])) count = c == 0 ? 1 : c % 4 == 0 ? 1 : static_cast<int>(c % 4) + 1;
  const auto unit = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.is_word(i + 1, w); });
  };
  const int days =
      unit({"week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana", "settimane"})
          ? 7
      : unit({"day", "days", "tag", "tage", "jours", "dias", "giorni"}) ? 1
                                                                        : 0;
  if (count == 0 || days == 0) return false;
  day = dates::civil_from_days(dates::days_from_civil(day.year, day.month, day.day) + count * days);
  return true;
}

bool is_struck_before(const ProseText& text, const DateSpan& span) {
  return span.from >= 2 && text.is_symbol(span.from - 1, '~') && text.is_symbol(span.from - 2, '~');
}

}  // namespace almanac::prose
