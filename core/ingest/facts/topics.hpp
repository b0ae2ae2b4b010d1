#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "topic_index.hpp"

namespace almanac::facts {

/// A topic and the words that speak of it, in any language. In prose a word with a capital ("Rust", "AI") counts only
/// as it is written, all others in any case and without regard to accents; as a published topic or category of its own
/// it always counts. A trailing '*' lets the last word go on.
struct TopicWords {
  std::string name;
  std::vector<std::string> words;
};

/// A topic of an entry, and where it was found: structured in the published topics and categories, prose in title or
/// text.
struct TopicFact {
  std::string name;
  Provenance provenance = Provenance::prose;
  friend bool operator==(const TopicFact&, const TopicFact&) = default;
};

/// A vocabulary, ready to be looked up. Immutable; any thread.
class TopicBook {
 public:
  /// Words of topics that occur twice are put together. Words without letters or digits are left out.
  explicit TopicBook(const std::vector<TopicWords>& topics);

  /// The topics of an entry in the order of the vocabulary. Whole words only. One mention in the published topics, the
  /// categories or the title is enough; the text must speak of a topic twice. Linear; looks at the first 20 KB of text.
  std::vector<TopicFact> topics_of(const Entry& entry) const;
  /// In the order of the vocabulary.
  const std::vector<std::string>& names() const noexcept { return names_; }
  /// The topic of that name, or that a word of it names ("machine learning" is ml, "C++" is cpp); "" when there is
  /// none.
  std::string topic_named(std::string_view word) const;
  /// The name or word of a topic that a misspelt one may mean, folded; "" when none is near.
  std::string nearest_name(std::string_view word) const;
  /// Adds the names of these topics to those published, unless they are there.
  void apply(Entry& entry) const;

 private:
  void add(std::uint32_t topic, const std::string& word, std::vector<TopicPhrase>& phrases);
  void count(std::string_view text, std::uint64_t weight, std::vector<std::uint64_t>& hits) const;

  std::vector<std::string> names_;
  TopicIndex index_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> tags_;  ///< whole words, folded
  std::vector<std::pair<std::string, std::uint32_t>> unspaced_;       ///< words of scripts without blanks, by topic
};

}  // namespace almanac::facts
