#include "topic_index.hpp"

#include <algorithm>
#include <tuple>

#include "topic_tokens.hpp"

namespace almanac::facts {
namespace {

constexpr unsigned slot_bits = 12;
constexpr std::uint32_t short_slot = 1U << slot_bits;  ///< behind those of all starts

std::uint32_t slot_of(std::uint32_t start) { return dates::scattered(start, slot_bits); }

/// The slot of a phrase, by the start of its first token.
std::uint32_t slot_of(const TopicPhrase& phrase) {
  const std::string& first = phrase.tokens.front();
  const std::size_t letters = std::min(tokens::letters_end(first, 0), tokens::start_size);
  const bool may_go_on = phrase.is_open && phrase.tokens.size() == 1;
  return may_go_on && letters < tokens::start_size ? short_slot : slot_of(tokens::start_of(first, letters));
}

constexpr std::uint32_t all_bits = ~std::uint32_t{0};

/// Sets of sizes, some of which share a bit, and of letters, each with its capital.
std::uint32_t bit_of(std::size_t size_or_letter) { return std::uint32_t{1} << size_or_letter % 32; }
bool holds(std::uint32_t set, std::size_t size_or_letter) { return (set >> size_or_letter % 32 & 1U) != 0; }

/// By which capitals differ from small letters: in ASCII tokens, letters and digits with "+" and "#" behind, it is all
/// that folding changes.
constexpr std::uint64_t capital_bits = 0x2020'2020'2020'2020;

}  // namespace

TopicIndex::Word::Word(std::string token)
    : text(std::move(token)),
      bytes(dates::first_eight(text)),
      mask(dates::lowest_bytes(~std::uint64_t{0}, std::min<std::size_t>(text.size(), 8))) {}

bool TopicIndex::Rest::stands(std::string_view text, std::size_t begin, std::uint64_t either) const noexcept {
  for (const Word& word : words) {
    if (!word.may_be(dates::first_eight(text.substr(begin)), either)) return false;
    const std::size_t end = tokens::token_end(text, begin);
    if (!word.is(text.substr(begin, end - begin), either, is_open && &word == &words.back())) return false;
    begin = tokens::token_begin(text, end);
  }
  return true;
}

/// What is looked for in a text.
struct TopicIndex::Search {
  std::string_view text;
  TopicPhrases wanted;
  std::uint64_t folded_either;  ///< what counts for nothing where phrases are folded
  std::uint64_t weight;
  std::span<std::uint64_t> hits;

  /// Counts the phrases of these groups that a token begins. Apart: few tokens do, and the search for those keeps its
  /// registers.
  [[gnu::noinline]] void count(std::span<const Group> groups, std::size_t begin, std::size_t end) const {
    const std::string_view token = text.substr(begin, end - begin);
    const std::uint64_t eight = dates::first_eight(text.substr(begin));
    for (const Group& group : groups) {
      if (!group.first.may_be(eight, capital_bits)) continue;  // most
      if (wanted == (group.is_exact ? TopicPhrases::folded : TopicPhrases::exact)) continue;
      const std::uint64_t either = group.is_exact ? 0 : folded_either;
      if (!group.first.may_be(eight, either) || !group.first.is(token, either, group.is_open)) continue;
      for (const std::uint32_t topic : group.topics) hits[topic] += weight;
      if (!group.rests.empty()) count(group.rests, tokens::token_begin(text, end), either);
    }
  }

  /// … those that go on with the token that begins there.
  void count(std::span<const Rest> rests, std::size_t begin, std::uint64_t either) const {
    const std::uint64_t eight = dates::first_eight(text.substr(begin));
    for (const Rest& rest : rests)
      if (rest.words.front().may_be(eight, either) && rest.stands(text, begin, either)) hits[rest.topic] += weight;
  }
};

TopicIndex::TopicIndex(std::vector<TopicPhrase> phrases) : slots_(short_slot + 2), sizes_(slots_.size()) {
  std::vector<std::pair<std::uint32_t, TopicPhrase*>> in_order;
  in_order.reserve(phrases.size());
  for (TopicPhrase& phrase : phrases) in_order.emplace_back(slot_of(phrase), &phrase);
  std::sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->is_exact, a.second->tokens) <
           std::tie(b.first, b.second->is_exact, b.second->tokens);
  });
  auto next = in_order.begin();
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    slots_[slot].groups = static_cast<std::uint32_t>(groups_.size());
    for (; next != in_order.end() && next->first == slot; ++next) add(slot, *next->second);
  }
  if (groups_of(short_slot).empty()) return;
  std::fill(sizes_.begin(), sizes_.end(), all_bits);
  for (Slot& slot : slots_) slot.seconds = all_bits;
}

/// Adds a phrase to the last slot of those that have been begun.
void TopicIndex::add(std::uint32_t slot, TopicPhrase& phrase) {
  const bool is_single = phrase.tokens.size() == 1, may_go_on = phrase.is_open && is_single;
  Word first(std::move(phrase.tokens.front()));
  sizes_[slot] |= may_go_on ? all_bits : bit_of(tokens::letters_end(first.text, 0));
  slots_[slot].seconds |= is_single ? all_bits : bit_of(static_cast<unsigned char>(phrase.tokens[1].front()));
  const bool is_known = groups_.size() > slots_[slot].groups && groups_.back().first.text == first.text &&
                        groups_.back().is_exact == phrase.is_exact && groups_.back().is_open == may_go_on;
  if (!is_known) groups_.push_back({std::move(first), phrase.is_exact, may_go_on, {}, {}});
  if (is_single) return groups_.back().topics.push_back(phrase.topic);
  Rest& rest = groups_.back().rests.emplace_back(Rest{{}, phrase.topic, phrase.is_open});
  for (auto token = phrase.tokens.begin() + 1; token != phrase.tokens.end(); ++token)
    rest.words.emplace_back(std::move(*token));
}

void TopicIndex::count(std::string_view text, TopicPhrases wanted, std::uint64_t weight,
                       std::span<std::uint64_t> hits) const {
  if (groups_.empty()) return;
  const Search search{text, wanted, wanted == TopicPhrases::all ? capital_bits : 0, weight, hits};
  const Slot* const slots = slots_.data();
  const std::uint32_t* const sizes = sizes_.data();
  const std::span<const Group> short_open = groups_of(short_slot);
  tokens::each_token(text, [&](const tokens::FoundToken& token) {
    const std::size_t slot = slot_of(token.start);
    if (!holds(sizes[slot], token.letters)) return;
    if (const unsigned char next = token.next(); next != 0 && !holds(slots[slot].seconds, next)) return;
    const std::size_t end = tokens::signs_end(text, token.begin + token.letters);
    search.count(groups_of(slot), token.begin, end);
    if (!short_open.empty()) search.count(short_open, token.begin, end);
  });
}

}  // namespace almanac::facts
