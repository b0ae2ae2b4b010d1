#include "topics.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/text/fold.hpp>
#include <almanac/text/utf8.hpp>
#include <array>

namespace almanac::facts {
namespace {

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_phrase = 6;  ///< tokens

constexpr auto token_bytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = (i >= 'a' && i <= 'z') || (i >= 'A' && i <= 'Z') || (i >= '0' && i <= '9') || i >= 0x80;
  return bytes;
}();
bool is_token_byte(char c) { return token_bytes[static_cast<unsigned char>(c)]; }

/// The next token of a text: letters and digits, with "+" and "#" behind them ("c++", "c#").
std::string_view next_token(std::string_view text, std::size_t& at) {
  while (at < text.size() && !is_token_byte(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_token_byte(text[at])) ++at;
  while (at > begin && at < text.size() && (text[at] == '+' || text[at] == '#')) ++at;
  return text.substr(begin, at - begin);
}

/// Of its length and three of its letters: cheap, and seldom the same for two words.
std::uint32_t hash_of(std::string_view token) {
  const auto letter = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(token[i])); };
  const std::size_t size = token.size();
  return (letter(0) | letter(size / 2) << 8 | letter(size - 1) << 16 | static_cast<std::uint32_t>(size) << 24) *
         2'654'435'761;
}

std::uint32_t bit_of(std::uint32_t hash) { return hash >> 16; }

std::uint32_t beginning_of(std::string_view token) {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < 2 && i < token.size(); ++i) key = key << 8 | static_cast<unsigned char>(token[i]);
  return key;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool has_capital(std::string_view word) { return std::any_of(word.begin(), word.end(), is_capital); }

/// The beginning of the next token that has a capital, from the beginning of a token or the end of one.
std::size_t next_capital(std::string_view text, std::size_t at) {
  std::size_t capital = at;
  while (capital < text.size() && !is_capital(text[capital])) ++capital;
  if (capital == text.size()) return capital;
  while (capital > at && is_token_byte(text[capital - 1])) --capital;
  return capital;
}

/// Kana, ideographs, Hangul: U+3000 and above in UTF-8.
bool is_unspaced(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0xE3 &&
         static_cast<unsigned char>(word.front()) < 0xEE;
}

}  // namespace

TopicBook::TopicBook(const std::vector<TopicWords>& topics) {
  for (const TopicWords& topic : topics) {
    auto known = std::find(names_.begin(), names_.end(), topic.name);
    if (known == names_.end()) known = names_.insert(names_.end(), topic.name);
    const auto number = static_cast<std::uint32_t>(known - names_.begin());
    for (const std::string& word : topic.words) add(number, word);
  }
}

void TopicBook::add(std::uint32_t topic, const std::string& word) {
  const bool is_exact = has_capital(word);
  const std::string text = is_exact ? word : fold(word);
  if (!text.ends_with('*')) tags_[fold(word)].push_back(topic);
  if (is_unspaced(text)) {
    unspaced_.emplace_back(text, topic);
    return;
  }
  Phrase phrase;
  phrase.topic = topic;
  phrase.is_open = text.ends_with('*');
  for (std::size_t at = 0; at < text.size() && phrase.tokens.size() < longest_phrase;)
    if (const auto token = next_token(text, at); !token.empty()) phrase.tokens.emplace_back(token);
  if (phrase.tokens.empty()) return;
  (is_exact ? exact_ : folded_).add(std::move(phrase));
}

void TopicBook::Index::add(Phrase phrase) {
  const std::string& first = phrase.tokens.front();
  begins_with_capital = begins_with_capital && has_capital(first);
  if (phrase.is_open && phrase.tokens.size() == 1) {
    const std::uint32_t key = beginning_of(first);
    beginnings.set(key);
    open[key].push_back(std::move(phrase));
  } else {
    const std::uint32_t key = hash_of(first);
    tokens.set(bit_of(key));
    by_token[key].push_back(std::move(phrase));
  }
}

void TopicBook::scan(std::string_view text, const Index& index, std::vector<unsigned>& hits) {
  for (std::size_t at = 0; at < text.size();) {
    if (index.begins_with_capital) at = next_capital(text, at);
    const std::string_view first = next_token(text, at);
    if (first.empty()) return;
    if (const std::uint32_t key = hash_of(first); index.tokens[bit_of(key)])
      if (const auto found = index.by_token.find(key); found != index.by_token.end())
        for (const Phrase& phrase : found->second) {
          std::size_t here = at;
          std::string_view token = first;
          std::size_t i = 0;
          while (token == phrase.tokens[i] && i + 1 < phrase.tokens.size()) token = next_token(text, here), ++i;
          const bool is_last = i + 1 == phrase.tokens.size();
          if (is_last && (token == phrase.tokens[i] || (phrase.is_open && token.starts_with(phrase.tokens[i]))))
            ++hits[phrase.topic];
        }
    if (const std::uint32_t key = beginning_of(first); index.beginnings[key])
      if (const auto found = index.open.find(key); found != index.open.end())
        for (const Phrase& phrase : found->second)
          if (first.starts_with(phrase.tokens.front())) ++hits[phrase.topic];
  }
}

void TopicBook::count(std::string_view text, std::vector<unsigned>& hits) const {
  if (text.empty()) return;
  scan(text, exact_, hits);
  const std::string folded = fold(text);
  scan(folded, folded_, hits);
  if (ascii_prefix(folded) == folded.size()) return;
  for (const auto& [word, topic] : unspaced_)
    for (std::size_t at = folded.find(word); at != folded.npos; at = folded.find(word, at + word.size())) ++hits[topic];
}

std::vector<TopicFact> TopicBook::topics_of(const Entry& entry) const {
  std::vector<unsigned> published(names_.size()), title(names_.size()), text(names_.size());
  for (const auto* list : {&entry.topics, &entry.categories})
    for (const std::string& word : *list) {
      count(word, published);
      if (const auto tag = tags_.find(fold(word)); tag != tags_.end())
        for (const std::uint32_t topic : tag->second) ++published[topic];
    }
  count(entry.title.plain, title);
  std::string_view body = entry.summary.plain.empty() ? entry.content.plain : entry.summary.plain;
  if (body.size() > longest_text) body = body.substr(0, body.find_last_of(" \n", longest_text));
  count(body, text);
  std::vector<TopicFact> out;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (published[i] > 0)
      out.push_back({names_[i], Provenance::structured});
    else if (title[i] > 0 || text[i] > 1)
      out.push_back({names_[i], Provenance::prose});
  }
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
