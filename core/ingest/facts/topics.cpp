#include "topics.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/text/fold.hpp>
#include <almanac/text/utf8.hpp>

#include "topic_tokens.hpp"

namespace almanac::facts {
namespace {

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_phrase = 6;  ///< tokens

/// What mentions of a topic weigh: it takes two in the text, and any number of them is less than one in what is
/// published.
constexpr std::uint64_t in_text = 1, in_title = 2, in_published = std::uint64_t{1} << 32;

/// Kana, ideographs, Hangul: U+3000 and above in UTF-8.
bool is_unspaced(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xE3 &&
         static_cast<unsigned char>(word.front()) < 0xEE;
}

/// The tokens of a word: no more than a phrase has.
std::vector<std::string> tokens_of(std::string_view word) {
  std::vector<std::string> out;
  for (std::size_t at = tokens::token_begin(word, 0); at < word.size() && out.size() < longest_phrase;) {
    const std::size_t end = tokens::token_end(word, at);
    out.emplace_back(word.substr(at, end - at));
    at = tokens::token_begin(word, end);
  }
  return out;
}

}  // namespace

TopicBook::TopicBook(const std::vector<TopicWords>& topics) {
  std::vector<TopicPhrase> phrases;
  for (const TopicWords& topic : topics) {
    auto known = std::find(names_.begin(), names_.end(), topic.name);
    if (known == names_.end()) known = names_.insert(names_.end(), topic.name);
    const auto number = static_cast<std::uint32_t>(known - names_.begin());
    for (const std::string& word : topic.words) add(number, word, phrases);
  }
  index_ = TopicIndex(std::move(phrases));
}

void TopicBook::add(std::uint32_t topic, const std::string& word, std::vector<TopicPhrase>& phrases) {
  const bool is_exact = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::string folded = fold(word);
  const std::string& text = is_exact ? word : folded;
  if (!text.ends_with('*')) tags_[folded].push_back(topic);
  if (is_unspaced(text)) {
    unspaced_.emplace_back(text, topic);
    return;
  }
  if (std::vector<std::string> tokens = tokens_of(text); !tokens.empty())
    phrases.push_back({std::move(tokens), topic, is_exact, text.ends_with('*')});
}

void TopicBook::count(std::string_view text, std::uint64_t weight, std::vector<std::uint64_t>& hits) const {
  if (ascii_prefix(text) == text.size()) return index_.count(text, TopicPhrases::all, weight, hits);
  index_.count(text, TopicPhrases::exact, weight, hits);
  const std::string folded = fold(text);
  index_.count(folded, TopicPhrases::folded, weight, hits);
  if (ascii_prefix(folded) == folded.size()) return;
  for (const auto& [word, topic] : unspaced_)
    for (std::size_t at = folded.find(word); at != folded.npos; at = folded.find(word, at + word.size()))
      hits[topic] += weight;
}

std::vector<TopicFact> TopicBook::topics_of(const Entry& entry) const {
  std::vector<std::uint64_t> hits(names_.size());
  for (const auto* list : {&entry.topics, &entry.categories})
    for (const std::string& word : *list) {
      count(word, in_published, hits);
      if (const auto tag = tags_.find(fold(word)); tag != tags_.end())
        for (const std::uint32_t topic : tag->second) hits[topic] += in_published;
    }
  count(entry.title.plain, in_title, hits);
  std::string_view body = entry.summary.plain.empty() ? entry.content.plain : entry.summary.plain;
  if (body.size() > longest_text) body = body.substr(0, body.find_last_of(" \n", longest_text));
  count(body, in_text, hits);
  std::vector<TopicFact> out;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (hits[i] >= 2 * in_text)
      out.push_back({names_[i], hits[i] >= in_published ? Provenance::structured : Provenance::prose});
  return out;
}

std::string TopicBook::topic_named(std::string_view word) const {
  std::string folded = fold(word);
  if (std::find(names_.begin(), names_.end(), folded) != names_.end()) return folded;
  auto tag = tags_.find(folded);
  if (tag == tags_.end()) {
    std::replace_if(
        folded.begin(), folded.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    tag = tags_.find(folded);
  }
  return tag == tags_.end() ? std::string{} : names_[tag->second.front()];
}

std::string TopicBook::nearest_name(std::string_view word) const {
  std::vector<std::string_view> candidates(names_.begin(), names_.end());
  for (const auto& [tag, topics] : tags_) candidates.push_back(tag);
  std::sort(candidates.begin(), candidates.end());  // the same answer every time
  return std::string(nearest_word(fold(word), candidates));
}

void TopicBook::apply(Entry& entry) const {
  for (TopicFact& fact : topics_of(entry)) {
    const bool is_there = std::any_of(entry.topics.begin(), entry.topics.end(),
                                      [&](const std::string& topic) { return fold(topic) == fact.name; });
    if (is_there) continue;
    entry.topics.push_back(std::move(fact.name));
    entry.origins.topics.resize(entry.topics.size(), usual_origin(Provenance::structured));
    entry.origins.topics.back() = usual_origin(fact.provenance);
  }
}

}  // namespace almanac::facts
