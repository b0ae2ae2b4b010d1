#include "prose_until.hpp"

namespace almanac::prose {

bool is_slavic_until(const ProseText& text, const Anchor& anchor, const DateSpan& span) {
  using enum dates::Tongue;
  constexpr std::uint32_t polish = dates::mask_of(pl) | dates::mask_of(cs);
  std::uint32_t behind = span.from;  // "do godz. 16:00 w dniu 15 marca"
  if (behind > 0 && text.is_symbol(behind - 1, '.')) --behind;
  if (behind > 0 && text.is_one_of(text.at(behind - 1), "godz", "godziny")) --behind;
  if (behind == 0 || !text.is_one_of(text.at(behind - 1), "do", "до")) return false;
  if (text.is_word(behind - 1, "до")) return true;
  for (std::uint32_t i = span.from; i < span.to; ++i)
    if (const auto* name = text.at(i).name; name && name->month != 0) return (name->month_in & polish) != 0;
  return (anchor.tongues() & polish) != 0;
}

bool is_suffixed(const ProseText& text, const DateSpan& span) {
  return text.is_symbol(span.to, '-') && !text.at(span.to).spaced && !text.at(span.to + 1).spaced &&
         text.is_one_of(text.at(span.to + 1), "ig", "eig", "aig", "jeig", "jaig");
}

bool joins_weekdays(const ProseText& text, const DateSpan& span, const CueHit& until) {
  const auto* const before = until.from > 0 ? text.at(until.from - 1).name : nullptr;
  return span.is_range() && before && before->weekday != 0;
}

}  // namespace almanac::prose
