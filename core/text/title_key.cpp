#include "title_key.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <vector>

#include "fold.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("199") || digits.starts_with("20")) &&
         std::all_of(digits.begin(), digits.end(), is_digit);
}

// A run of digits and what is around it.
struct DigitRun {
  std::size_t begin = 0, end = 0;
};

std::optional<DigitRun> next_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_digit(text[at])) ++at;
  if (at == text.size()) return std::nullopt;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return DigitRun{at, end};
}

// "'26" or "\u201926": whether two digits at `begin` follow an apostrophe.
bool after_apostrophe(std::string_view text, std::size_t begin) {
  const auto before = text.substr(0, begin);
  return before.ends_with('\'') || before.ends_with("\u2019") || before.ends_with("\u2018") || before.ends_with('`');
}

bool is_short_year(std::string_view text, const DigitRun& run) {
  return run.end - run.begin == 2 && after_apostrophe(text, run.begin) &&
         (run.end == text.size() || !is_letter(text[run.end]));
}

// Blanks out years in place of removing them: "ICML2026" and "PyCon'26 Berlin" keep their words apart.
std::string without_years(std::string_view folded) {
  std::string kept(folded);
  for (auto run = next_digits(folded, 0); run; run = next_digits(folded, run->end)) {
    const bool year = is_year(folded.substr(run->begin, run->end - run->begin)) || is_short_year(folded, *run);
    if (year)
      std::fill(kept.begin() + static_cast<std::ptrdiff_t>(run->begin),
                kept.begin() + static_cast<std::ptrdiff_t>(run->end), ' ');
  }
  return kept;
}

bool is_plain_word_character(char c) { return is_alnum(c) || c == '+' || c == '#'; }

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_plain_word_character(static_cast<char>(c));
  return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) && c != 0xD7 && c != 0xF7 &&
         !(c >= 0xFE00 && c <= 0xFE6F) && !(c >= 0xFF00 && c <= 0xFF0F) && c != 0xFFFD;
}

std::vector<std::string> words_of(std::string_view folded) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < folded.size();) {
    const auto end = static_cast<std::size_t>(
        std::find_if_not(folded.begin() + static_cast<std::ptrdiff_t>(at), folded.end(), is_plain_word_character) -
        folded.begin());
    if (end > at) {  // most of it: words of plain letters
      words.back() += folded.substr(at, end - at);
      at = end;
      continue;
    }
    const CodePoint point = code_point_at(folded, at);
    const auto bytes = folded.substr(at, point.length);
    const bool joins = bytes == "'" || bytes == "\u2019";  // "world's" is one word
    at += point.length;
    if (is_word_character(point.value)) {
      words.back() += bytes;
    } else if (!words.back().empty() && (!joins || is_digit(words.back().back()))) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  // "+" and "#" count inside words only: "c++", "c#", and "#12" as "12".
  for (std::string& word : words) word.erase(0, std::min(word.find_first_not_of("+#"), word.size()));
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

// "1st", "22nd", "33rd", "4th".
bool is_numeral_ordinal(std::string_view word) {
  if (word.size() < 3 || word.size() > 5 || !std::all_of(word.begin(), word.end() - 2, is_digit)) return false;
  const auto suffix = word.substr(word.size() - 2);
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

// "third", "twenty-first" (two words here), in front of what editions are counted of.
bool is_ordinal_word(std::string_view word) {
  constexpr std::array<std::string_view, 21> ordinals{
      "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
      "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "thirtieth"};
  return std::find(ordinals.begin(), ordinals.end(), word) != ordinals.end();
}

bool is_counted(std::string_view word) {
  constexpr std::array<std::string_view, 11> counted{"annual",     "international", "edition",  "workshop",
                                                     "conference", "symposium",     "european", "national",
                                                     "ieee",       "acm",           "asian"};
  return std::find(counted.begin(), counted.end(), word) != counted.end();
}

bool is_tens(std::string_view word) {
  return word == "twenty" || word == "thirty" || word == "forty" || word == "fifty";
}

std::string join(const std::vector<std::string>& words) {
  std::string joined;
  for (const auto& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

// From the end, so that an ordinal is judged by the word that it stands before in the result.
std::vector<std::string> without_ordinals(std::vector<std::string> words) {
  std::vector<std::string> kept;
  while (!words.empty()) {
    std::string word = std::move(words.back());
    words.pop_back();
    if (is_numeral_ordinal(word)) continue;
    if (is_ordinal_word(word) && !kept.empty() && is_counted(kept.back())) {
      if (!words.empty() && is_tens(words.back())) words.pop_back();
      continue;
    }
    kept.push_back(std::move(word));
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace

std::string title_key(std::string_view title) {
  const std::string folded = fold(title);
  std::string key = join(without_ordinals(words_of(without_years(folded))));
  return key.empty() ? join(words_of(folded)) : key;
}

std::optional<int> edition_year(std::string_view title) {
  std::optional<int> short_year;
  for (auto run = next_digits(title, 0); run; run = next_digits(title, run->end)) {
    const auto digits = title.substr(run->begin, run->end - run->begin);
    if (is_year(digits)) return std::stoi(std::string(digits));
    if (!short_year && is_short_year(title, *run)) short_year = 2000 + std::stoi(std::string(digits));
  }
  return short_year;
}

}  // namespace almanac
