#include "topics.hpp"

#include <algorithm>
#include <almanac/base/byte_block.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/text/fold.hpp>
#include <almanac/text/utf8.hpp>
#include <array>
#include <bit>
#include <cstring>

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

/// What may stand behind the letters and digits of a token.
bool goes_on(char c) { return c == '+' || c == '#'; }

/// Where a token ends of which `at` is inside or the end: letters and digits, with "+" and "#" behind them ("c++",
/// "c#").
std::size_t token_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_token_byte(text[at])) ++at;
  while (at < text.size() && goes_on(text[at])) ++at;
  return at;
}

std::string_view next_token(std::string_view text, std::size_t& at) {
  while (at < text.size() && !is_token_byte(text[at])) ++at;
  const std::size_t begin = at;
  if (at < text.size()) at = token_end(text, at);
  return text.substr(begin, at - begin);
}

/// Which of 64 bytes are those of tokens, a bit each.
std::uint64_t token_bits(const char* bytes) {
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < 64; at += ByteBlock::size) {
    const ByteBlock block = ByteBlock::at(bytes + at);
    const ByteBlock is_token =
        block.is_between('a', 'z') | block.is_between('A', 'Z') | block.is_between('0', '9') | block.is_beyond_ascii();
    bits |= std::uint64_t{is_token.bits()} << at;
  }
  return bits;
}

/// Calls `found` with each token and where it ends. 64 bytes a step.
template <class Found>
void each_token(std::string_view text, Found found) {
  constexpr std::size_t step = 64;
  for (std::size_t at = 0; at < text.size();) {  // not within a token
    std::array<char, step> rest{};
    const bool is_last = text.size() - at < step;
    if (is_last) std::memcpy(rest.data(), text.data() + at, text.size() - at);
    const std::uint64_t bits = token_bits(is_last ? rest.data() : text.data() + at);
    std::size_t next = at + step;
    for (std::uint64_t begins = bits & ~(bits << 1U); begins != 0; begins &= begins - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(begins));
      const std::size_t begin = at + bit, letters = static_cast<std::size_t>(std::countr_one(bits >> bit));
      std::size_t end = begin + letters;
      if (bit + letters == step || (end < text.size() && goes_on(text[end]))) end = token_end(text, end);
      found(text.substr(begin, end - begin), end);
      next = std::max(next, end);
    }
    at = next;
  }
}

/// Of its length and three of its letters: cheap, and seldom the same for two words.
std::uint32_t hash_of(std::string_view token) {
  const auto letter = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(token[i])); };
  const std::size_t size = token.size();
  return (letter(0) | letter(size / 2) << 8 | letter(size - 1) << 16 | static_cast<std::uint32_t>(size) << 24) *
         2'654'435'761;
}

std::uint32_t bit_of(std::uint32_t hash) { return hash >> 16; }

/// So much of a token tells whether an open one may have begun.
constexpr std::size_t beginning_size = 4;

std::string_view beginning_of(std::string_view token) { return token.substr(0, beginning_size); }

std::uint32_t hash_of_beginning(std::string_view beginning) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, beginning.data(), std::min(beginning.size(), beginning_size));
  return bytes * 2'654'435'761;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool has_capital(std::string_view word) { return std::any_of(word.begin(), word.end(), is_capital); }

/// The beginning of the next token that has a capital, from the beginning of a token or the end of one.
std::size_t next_capital(std::string_view text, std::size_t at) {
  std::size_t capital =
      find_block(text, at, 0, [](const char* bytes) { return ByteBlock::at(bytes).is_between('A', 'Z'); });
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
  const std::string first = phrase.tokens.front();
  begins_with_capital_ = begins_with_capital_ && has_capital(first);
  const bool may_go_on = phrase.is_open && phrase.tokens.size() == 1;
  if (may_go_on && first.size() < beginning_size) {
    short_open_.push_back(std::move(phrase));
  } else if (may_go_on) {
    const std::uint32_t key = hash_of_beginning(beginning_of(first));
    beginnings_.set(bit_of(key));
    add(by_beginning_, key, beginning_of(first), std::move(phrase));
  } else {
    const std::uint32_t key = hash_of(first);
    tokens_.set(bit_of(key));
    add(by_token_, key, first, std::move(phrase));
  }
}

void TopicBook::Index::add(Groups& groups, std::uint32_t key, std::string_view first, Phrase phrase) {
  std::vector<Group>& alike = groups[key];
  auto group = std::find_if(alike.begin(), alike.end(), [&](const Group& one) { return one.first == first; });
  if (group == alike.end()) group = alike.insert(alike.end(), {std::string(first), {}});
  group->phrases.push_back(std::move(phrase));
}

void TopicBook::Index::count(std::string_view text, std::vector<unsigned>& hits) const {
  const auto count_if_known = [&](std::string_view token, std::size_t end) {
    const bool may_go_on = token.size() >= beginning_size && beginnings_[bit_of(hash_of_beginning(token))];
    if (may_go_on || tokens_[bit_of(hash_of(token))] || !short_open_.empty()) count_at(token, text.substr(end), hits);
  };
  if (!begins_with_capital_) return each_token(text, count_if_known);
  for (std::size_t at = next_capital(text, 0), end = 0; at < text.size(); at = next_capital(text, end)) {
    end = token_end(text, at);
    count_if_known(text.substr(at, end - at), end);
  }
}

/// Counts the phrases that a token begins, behind which there is `rest`.
void TopicBook::Index::count_at(std::string_view token, std::string_view rest, std::vector<unsigned>& hits) const {
  const auto group_of = [](const Groups& groups, std::uint32_t key, std::string_view first) -> const Group* {
    const auto alike = groups.find(key);
    if (alike == groups.end()) return nullptr;
    const auto group =
        std::find_if(alike->second.begin(), alike->second.end(), [&](const Group& one) { return one.first == first; });
    return group == alike->second.end() ? nullptr : &*group;
  };
  if (const Group* const group = group_of(by_token_, hash_of(token), token)) {
    std::size_t second_end = 0;
    const std::string_view second = next_token(rest, second_end);
    for (const Phrase& phrase : group->phrases) {
      std::size_t at = second_end, i = 1;
      std::string_view next = second;
      for (; i + 1 < phrase.tokens.size() && next == phrase.tokens[i]; ++i) next = next_token(rest, at);
      if (i + 1 < phrase.tokens.size()) continue;
      const bool is_whole = i == phrase.tokens.size();  // one token
      if (is_whole || next == phrase.tokens[i] || (phrase.is_open && next.starts_with(phrase.tokens[i])))
        ++hits[phrase.topic];
    }
  }
  const auto count_open = [&](const std::vector<Phrase>& phrases) {
    for (const Phrase& phrase : phrases)
      if (token.starts_with(phrase.tokens.front())) ++hits[phrase.topic];
  };
  count_open(short_open_);
  if (token.size() < beginning_size) return;
  const std::string_view beginning = beginning_of(token);
  if (const Group* const group = group_of(by_beginning_, hash_of_beginning(beginning), beginning))
    count_open(group->phrases);
}

void TopicBook::count(std::string_view text, std::vector<unsigned>& hits) const {
  if (text.empty()) return;
  exact_.count(text, hits);
  const std::string folded = fold(text);
  folded_.count(folded, hits);
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
