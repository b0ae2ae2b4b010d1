#include "stem.hpp"

#include <span>
#include <string_view>

namespace almanac {
namespace {

constexpr std::size_t shortest = 3, longest = 64;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// A consonant: no vowel, and no 'y' after a consonant. `after` tells of the letter before.
bool is_consonant(char c, bool after) { return !(is_vowel(c) || (after && c == 'y')); }

/// Porter's m: how often a consonant follows a vowel. Counts to 2.
int measure(std::string_view stem) {
  int count = 0;
  bool consonant = false, vowel_before = false;
  for (const char c : stem) {
    consonant = is_consonant(c, consonant);
    if (consonant && vowel_before && ++count == 2) break;
    vowel_before = !consonant;
  }
  return count;
}

/// *v*. Here a 'y' counts as a vowel anywhere but at the beginning.
bool has_vowel(std::string_view stem) {
  for (std::size_t i = 0; i < stem.size(); ++i)
    if (is_vowel(stem[i]) || (i > 0 && stem[i] == 'y')) return true;
  return false;
}

/// *o: ends consonant, vowel, consonant, the last one not w, x or y.
bool ends_short(std::string_view stem) {
  if (stem.size() < 3 || stem.back() == 'w' || stem.back() == 'x' || stem.back() == 'y') return false;
  bool first = false, second = false, third = false;
  for (const char c : stem) {
    first = second;
    second = third;
    third = is_consonant(c, third);
  }
  return first && !second && third;
}

struct Rule {
  std::string_view suffix, instead;
};

// The longer of two suffixes that may both fit stands first.
constexpr Rule second_step[] = {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"},  {"anci", "ance"},
                                {"izer", "ize"},    {"logi", "log"},    {"bli", "ble"},    {"alli", "al"},
                                {"entli", "ent"},   {"ousli", "ous"},   {"eli", "e"},      {"ization", "ize"},
                                {"ation", "ate"},   {"ator", "ate"},    {"alism", "al"},   {"iveness", "ive"},
                                {"fulness", "ful"}, {"ousness", "ous"}, {"biliti", "ble"}, {"aliti", "al"},
                                {"iviti", "ive"}};
constexpr Rule third_step[] = {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"},
                               {"ical", "ic"},  {"ful", ""},   {"ness", ""}};
constexpr Rule fourth_step[] = {{"al", ""},   {"ance", ""}, {"ence", ""}, {"er", ""},    {"ic", ""},
                                {"able", ""}, {"ible", ""}, {"ant", ""},  {"ement", ""}, {"ment", ""},
                                {"ent", ""},  {"ion", ""},  {"ou", ""},   {"ism", ""},   {"ate", ""},
                                {"iti", ""},  {"ous", ""},  {"ive", ""},  {"ize", ""}};

/// The first rule whose suffix fits is the only one tried; it needs an m of at least `least` before the suffix.
void apply(std::string& word, std::span<const Rule> rules, int least) {
  const char last = word.back();
  for (const auto& [suffix, instead] : rules) {
    if (suffix.back() != last || word.size() <= suffix.size() || !word.ends_with(suffix)) continue;
    const std::string_view stem = std::string_view(word).substr(0, word.size() - suffix.size());
    const bool fits = suffix != "ion" || stem.back() == 's' || stem.back() == 't';
    if (fits && measure(stem) >= least) word.replace(stem.size(), suffix.size(), instead);
    return;
  }
}

void plurals(std::string& word) {
  if (word.back() != 's') return;
  const bool cut_two = (word.size() > 4 && word.ends_with("sses")) || (word.size() > 3 && word.ends_with("ies"));
  if (cut_two)
    word.resize(word.size() - 2);
  else if (!word.ends_with("ss"))
    word.pop_back();
}

/// "ed" and "ing"; true when one was cut.
bool past_and_present(std::string& word) {
  const auto cut = [&](std::size_t size) {
    if (word.size() <= size || !has_vowel(std::string_view(word).substr(0, word.size() - size))) return false;
    word.erase(word.size() - size);
    return true;
  };
  if (word.size() > 3 && word.ends_with("eed")) {
    if (measure(std::string_view(word).substr(0, word.size() - 3)) > 0) word.pop_back();
    return false;
  }
  return (word.ends_with("ed") && cut(2)) || (word.ends_with("ing") && cut(3));
}

void mend(std::string& word) {
  const std::size_t size = word.size();
  if (size > 2 && (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz"))) {
    word += 'e';
    return;
  }
  const char last = word.back();
  if (size > 1 && last == word[size - 2] && !is_vowel(last) && last != 'l' && last != 's' && last != 'z')
    word.pop_back();
  else if (measure(word) == 1 && ends_short(word))
    word += 'e';
}

void last_letters(std::string& word) {
  const auto stem = [&] { return std::string_view(word).substr(0, word.size() - 1); };
  if (word.back() == 'e') {
    const int m = measure(stem());
    if (m > 1 || (m == 1 && !ends_short(stem()))) word.pop_back();
  }
  if (word.ends_with("ll") && measure(stem()) > 1) word.pop_back();
}

}  // namespace

void stem_word(std::string& word) {
  if (word.size() < shortest || word.size() > longest) return;
  plurals(word);
  if (past_and_present(word)) mend(word);
  if (word.back() == 'y' && has_vowel(std::string_view(word).substr(0, word.size() - 1))) word.back() = 'i';
  apply(word, second_step, 1);
  apply(word, third_step, 1);
  apply(word, fourth_step, 2);
  last_letters(word);
}

}  // namespace almanac
