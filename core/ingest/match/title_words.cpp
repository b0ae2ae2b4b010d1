#include "title_words.hpp"

#include <algorithm>
#include <almanac/text/fold.hpp>
#include <almanac/text/title_key.hpp>

#include "each_word.hpp"
#include "title_news.hpp"
#include "title_numbers.hpp"
#include "word_facts.hpp"

namespace almanac::match {
namespace {

/// "openconference" says no more than "open conference".
void cut_common_end(std::string& word) {
  for (const std::string_view end : {"conference", "conferences", "congress", "convention", "symposium"})
    if (word.size() >= end.size() + 3 && word.ends_with(end)) word.resize(word.size() - end.size());
}

bool has_at_sign(std::string_view title) {
  const auto at = title.find('@');
  return at != title.npos && at > 0;
}

}  // namespace

bool is_common_word(std::string_view word) { return facts_of(word).common; }

std::vector<std::string> place_words(std::string_view text) {
  std::string folded = fold(text.substr(0, 300));
  for (char& c : folded)
    if (static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) c = ' ';
  std::vector<std::string> out;
  each_word(folded, [&](std::string_view word) {
    const std::string_view name = facts_of(word).name;
    out.emplace_back(name.empty() ? word : name);
    if (out.size() > 1 && word.size() == 2)
      if (const std::string_view state = facts_of(word).state; !state.empty()) out.emplace_back(state);
  });
  return out;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    while (!part.empty() && (part.front() == ' ' || part.front() == '(')) part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == ')')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < title.size() && parts.size() < 6; ++i) {
    const char c = title[i];
    const bool dash = c == '-' && i > 0 && title[i - 1] == ' ' && i + 1 < title.size() && title[i + 1] == ' ';
    const bool colon = c == ':' && i + 1 < title.size() && title[i + 1] == ' ';
    if (c != '|' && c != '>' && c != '(' && !dash && !colon) continue;
    add(title.substr(begin, i - begin));
    begin = i + 1;
  }
  if (parts.empty()) return {};
  add(title.substr(begin));
  return parts.size() > 1 ? parts : std::vector<std::string_view>{};
}

TitleForm title_form(std::string_view title, const std::vector<std::string>& place, std::string& season,
                     std::string& part_of) {
  TitleForm form;
  const std::string key = title_key(title.substr(0, 300));
  std::vector<std::string_view> words;
  each_word(key, [&](std::string_view word) { words.push_back(word); });
  drop_rounds(words);
  drop_editions(words, title, form.numbers);
  if (part_of.empty() && has_at_sign(title)) part_of = "@";
  form.core.reserve(words.size());
  form.ordered.reserve(words.size());
  const auto take = [&](std::string_view word, const WordFacts& facts) {
    if (!facts.season.empty()) {
      if (season.empty()) season = facts.season;
      return;
    }
    if (part_of.empty() && facts.part) part_of = word;
    if (part_of.empty() && word == "at" && !form.core.empty()) part_of = word;
    form.ordered.emplace_back(word);
    if (facts.common) {
      form.common.emplace_back(word);
      return;
    }
    if (is_number(word)) form.numbers.emplace_back(word.substr(std::min(word.find_first_not_of('0'), word.size() - 1)));
    const std::string_view name = facts.name.empty() ? word : facts.name;
    if (std::find(place.begin(), place.end(), name) != place.end())
      form.placed.emplace_back(name);
    else
      form.core.emplace_back(name);
  };
  const std::string_view group = group_letter(words);
  if (!group.empty()) form.numbers.emplace_back(group), words.pop_back();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const WordFacts& facts = facts_of(word);
    if (const std::size_t news = facts.news ? words_of_news(words, i) : 0) {
      i += news - 1;
      continue;
    }
    if (facts.longer.empty())
      take(word, facts);
    else
      each_word(facts.longer, [&](std::string_view one) { take(one, facts_of(one)); });
  }
  form.is_generic = form.core.empty();
  if (form.is_generic) form.core = form.placed.empty() ? form.common : form.placed;
  for (std::string& word : form.core) {
    cut_common_end(word);
    form.squeezed += word;
  }
  return form;
}

}  // namespace almanac::match
