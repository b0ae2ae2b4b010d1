#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::facts {

/// Tokens in a row that speak of a topic.
struct TopicPhrase {
  std::vector<std::string> tokens;  ///< one at least; each begins with a letter or digit
  std::uint32_t topic = 0;
  bool is_exact = false;  ///< counts only as it is written; all others are folded
  bool is_open = false;   ///< the last token may go on
};

/// Which phrases are looked for in a text.
enum class TopicPhrases : std::uint8_t {
  exact,   ///< the text is as written
  folded,  ///< the text is folded
  all      ///< the text is as written, and ASCII
};

/// Finds the phrases of topics in texts. Immutable; any thread.
class TopicIndex {
 public:
  TopicIndex() = default;
  explicit TopicIndex(std::vector<TopicPhrase> phrases);

  /// Adds `weight` to the hits of a topic wherever a phrase of it stands. `hits` has a place for each topic. Linear:
  /// most tokens begin no phrase, which their start and size tell, or the letter that follows.
  void count(std::string_view text, TopicPhrases wanted, std::uint64_t weight, std::span<std::uint64_t> hits) const;

 private:
  /// A token of a phrase.
  struct Word {
    explicit Word(std::string token);

    /// Whether a token of which these are the first eight bytes may be this one, or go on from it. The bits of
    /// `either` count for nothing.
    bool may_be(std::uint64_t eight, std::uint64_t either) const noexcept {
      return ((eight ^ bytes) & mask & ~either) == 0;
    }
    /// Whether a token that may_be this one is, or goes on from it.
    bool is(std::string_view token, std::uint64_t either, bool may_go_on) const noexcept {
      if (may_go_on ? token.size() < text.size() : token.size() != text.size()) return false;
      for (std::size_t at = sizeof bytes; at < text.size(); ++at)
        if (((token[at] ^ text[at]) & ~static_cast<unsigned char>(either)) != 0) return false;
      return true;
    }

    std::string text;
    std::uint64_t bytes, mask;  ///< its first eight bytes
  };
  /// A phrase of several tokens behind the first.
  struct Rest {
    std::vector<Word> words;
    std::uint32_t topic = 0;
    bool is_open = false;

    /// Whether its words are the tokens of a text from the beginning of one on, or its end.
    bool stands(std::string_view text, std::size_t begin, std::uint64_t either) const noexcept;
  };
  /// The phrases that have their first token in common.
  struct Group {
    Word first;
    bool is_exact = false;
    bool is_open = false;               ///< `first` may go on, and is all of each phrase
    std::vector<std::uint32_t> topics;  ///< of the phrases that have no more tokens
    std::vector<Rest> rests;            ///< … of all others
  };
  /// First tokens with the same start.
  struct Slot {
    std::uint32_t seconds = 0;  ///< what the next token may begin with: a set of letters
    std::uint32_t groups = 0;   ///< the first of theirs, which go on to that of the next slot
  };
  struct Search;
  void add(std::uint32_t slot, TopicPhrase& phrase);
  std::span<const Group> groups_of(std::size_t slot) const noexcept {
    return {groups_.data() + slots_[slot].groups, groups_.data() + slots_[slot + 1].groups};
  }

  /// By the start of a token; behind them one for first tokens that may go on and are too short to have a start, and
  /// the end.
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> sizes_;  ///< how many letters and digits the tokens of each slot may have: a set each
  std::vector<Group> groups_;
};

}  // namespace almanac::facts
