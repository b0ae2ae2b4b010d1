#pragma once
#include <string_view>

namespace almanac::match {

/// What the tables say of a word of a title or a place. All views are of static storage.
struct WordFacts {
  std::string_view season;  ///< the season it names
  std::string_view name;    ///< our name of the place it names in another language
  std::string_view longer;  ///< what it is short for
  std::string_view state;   ///< the state of the United States that addresses shorten to it
  bool common = false;      ///< nearly every title has it
  bool part = false;        ///< it names what happens at, before or after something larger and is not it
  bool news = false;        ///< it may begin news of an event: words_of_news
};

/// `word` is folded.
const WordFacts& facts_of(std::string_view word);

}  // namespace almanac::match
