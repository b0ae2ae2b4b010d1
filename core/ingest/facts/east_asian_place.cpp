#include "east_asian_place.hpp"

#include <algorithm>
#include <initializer_list>

namespace almanac::facts {
namespace {

using prose::PieceKind;
using prose::ProseText;

/// Of the names that are written in Hangul, which sets words apart, none begins within a word.
bool is_within_word(const ProseText& text, std::uint32_t i) {
  const std::string_view folded = text.folded();
  const auto is_hangul = [&](std::uint32_t at) {
    const std::string_view sign = folded.substr(text.at(at).from, 3);
    return sign >= "가" && sign <= "힣";
  };
  return i > 0 && !text.at(i).spaced && text.at(i - 1).kind == PieceKind::sign && is_hangul(i) && is_hangul(i - 1);
}

using Words = std::initializer_list<std::string_view>;

bool follows(const ProseText& text, std::uint32_t to, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(to, word); });
}

bool precedes(const ProseText& text, std::uint32_t i, Words words) {
  const std::string_view before = std::string_view{text.folded()}.substr(0, text.at(i).from);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.ends_with(word); });
}

}  // namespace

EastAsianPlace east_asian_place(const ProseText& text, std::uint32_t i, std::uint32_t limit) {
  constexpr std::uint32_t longest = 8;
  constexpr int least = 45;  // of City::size
  EastAsianPlace place{.cities = {}, .country = {}, .to = i + 1};
  if (is_within_word(text, i)) return place;
  std::uint32_t to = i;
  for (std::uint32_t size = 1; size <= longest && text.at(i + size - 1).kind == PieceKind::sign && i + size <= limit;
       ++size) {
    if (size < 2) continue;
    const std::string_view name =
        std::string_view{text.folded()}.substr(text.at(i).from, text.at(i + size - 1).to - text.at(i).from);
    if (auto cities = find_cities(name); !cities.empty() && cities.front().size >= least)
      place.cities = std::move(cities), place.country = {}, to = i + size;
    else if (place.cities.empty())
      if (const auto named = find_country(name); !named.empty()) place.country = named, to = i + size;
  }
  if (!place.found()) return place;
  place.to = to;
  if (follows(text, to, {"时间", "時間", "시간"})) return {.cities = {}, .country = {}, .to = to};  // of a zone
  if (follows(text, to, {"에서", "역"})) place.score += 3;
  if (follows(text, to,
              {"市", "区", "區", "府", "都", "県", "で", "にて", "举行", "舉行", "召开", "召開", "举办", "舉辦", ",",
               "国", "で開催", "开"}))
    place.score += 3;
  if (precedes(text, i,
               {"在", "于", "於", "場所:", "会場:", "地点:", "地點:", ",", "場所: ", "会場: ", "地点: ", "地點: ", "で",
                "・", "|", "| "}))
    place.score += 3;
  return place;
}

}  // namespace almanac::facts
