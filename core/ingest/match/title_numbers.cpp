#include "title_numbers.hpp"

#include <algorithm>
#include <almanac/base/literals.hpp>
#include <array>
#include <optional>

namespace almanac::match {
namespace {

bool is_round_word(std::string_view word) {
  return is_one_of(word, "batch", "cycle", "deadline", "issue", "phase", "review", "round", "rounds", "submission",
                   "submissions", "volume", "wave");
}

bool is_ordinal(std::string_view word) {
  return is_one_of(word, "early", "fifth", "first", "fourth", "last", "late", "second", "third");
}

/// "XII" counts editions: 2 to 39, which no other word is spelt like. Nothing for what is no such numeral.
std::optional<int> roman_numeral(std::string_view word) {
  if (word.size() < 2 || word.size() > 7 || word.find_first_not_of("ivx") != word.npos) return std::nullopt;
  constexpr std::array<std::string_view, 4> tens{"", "x", "xx", "xxx"};
  constexpr std::array<std::string_view, 10> ones{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  for (std::size_t ten = tens.size(); ten-- > 0;)
    if (word.starts_with(tens[ten]))
      for (std::size_t one = 0; one < ones.size(); ++one)
        if (word.substr(tens[ten].size()) == ones[one]) return static_cast<int>(10 * ten + one);
  return std::nullopt;
}

/// "12e", "12eme", "5to", "3ª" (folded: "3a"): which edition it is, in languages of which title_key does not know the
/// ordinals.
bool is_foreign_ordinal(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  return digits >= 1 && digits <= 2 && digits < word.size() &&
         is_one_of(word.substr(digits), "a", "da", "de", "do", "e", "eme", "er", "era", "ere", "ero", "es", "ma", "mo",
                   "na", "no", "o", "ra", "ro", "ste", "ta", "to", "va", "vo");
}

/// "第12回", "第12届": cut off what follows it.
std::string_view without_counter(std::string_view word) {
  constexpr std::string_view before = "第";
  if (!word.starts_with(before)) return word;
  const std::size_t digits = word.find_first_not_of("0123456789", before.size());
  if (digits == word.npos || digits == before.size()) return word;
  for (const std::string_view counter : {"回", "届", "屆", "次"})
    if (word.substr(digits).starts_with(counter)) return word.substr(digits + counter.size());
  return word;
}

bool is_article(std::string_view word) {
  return is_one_of(word, "a", "das", "de", "der", "die", "el", "het", "il", "l", "la", "le", "o", "the");
}

}  // namespace

std::string_view group_letter(const std::vector<std::string_view>& words) {
  if (words.size() < 3 || words.back().size() != 1 || words.back().front() < 'a' || words.back().front() > 'z')
    return {};
  const bool is_counted = is_one_of(words[words.size() - 2], "batch", "block", "class", "cohort", "course", "group",
                                    "groupe", "grupo", "gruppe", "gruppo", "klasse", "kurs", "level", "part", "parte",
                                    "partie", "room", "section", "session", "spur", "stream", "team", "teil", "track");
  return is_counted ? words.back() : std::string_view();
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void drop_rounds(std::vector<std::string_view>& words) {
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool marker = words[i] == "round" || words[i] == "cycle" || words[i] == "rounds";
    if (!marker) {
      kept.push_back(words[i]);
      continue;
    }
    while (!kept.empty() && (is_round_word(kept.back()) || is_ordinal(kept.back()))) kept.pop_back();
    if (i + 1 < words.size() && (is_number(words[i + 1]) || is_ordinal(words[i + 1]) || words[i + 1].size() == 1)) ++i;
  }
  if (!kept.empty()) words = std::move(kept);
}

void drop_editions(std::vector<std::string_view>& words, std::string_view title, std::vector<std::string>& numbers) {
  for (std::string_view& word : words) word = without_counter(word);
  std::erase(words, std::string_view());
  const std::size_t first = words.size() > 1 && is_article(words.front()) ? 1 : 0;
  if (words.size() > first + 1) {
    const std::string_view word = words[first];
    const std::size_t at = is_number(word) && word.size() <= 2 ? title.find(word) : title.npos;
    const bool is_counted = at != title.npos && title.substr(at + word.size()).starts_with(". ");
    if (is_counted || is_foreign_ordinal(word)) words.erase(words.begin() + static_cast<std::ptrdiff_t>(first));
  }
  for (std::size_t i = words.size(); i-- > 1;)
    if (const auto edition = roman_numeral(words[i])) {
      numbers.push_back(std::to_string(*edition));
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
}
}  // namespace almanac::match
