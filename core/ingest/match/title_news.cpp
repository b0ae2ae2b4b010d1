#include "title_news.hpp"

#include <algorithm>
#include <array>

#include "each_word.hpp"

namespace almanac::match {
namespace {

/// Longest first where one begins another.
constexpr auto phrases = std::to_array<std::string_view>({
    "call for abstracts",
    "call for contributions",
    "call for participation",
    "call for presentations",
    "call for proposals",
    "call for sessions",
    "call for speakers",
    "call for submissions",
    "call for talks",
    "cfp extended",
    "cfp is open",
    "cfp open",
    "cfp",
    "deadline extended",
    "deadline extension",
    "deadline reminder",
    "extended cfp",
    "extended deadline",
    "extended submission deadline",
    "extended",
    "final call",
    "keynote speakers announced",
    "keynotes announced",
    "last call",
    "program announced",
    "program published",
    "programme announced",
    "programme published",
    "registration is now open",
    "registration is open",
    "registration now open",
    "registration open",
    "registration opens",
    "save the date",
    "schedule announced",
    "schedule published",
    "speakers announced",
    "submission deadline extended",
    "tickets available",
    "tickets on sale",
});

}  // namespace

const std::string_view words_that_begin_news =
    "call cfp deadline extended final keynote keynotes last program programme registration save schedule speakers "
    "submission tickets";

std::size_t words_of_news(const std::vector<std::string_view>& words, std::size_t at) {
  for (const std::string_view phrase : phrases) {
    std::size_t count = 0;
    bool same = true;
    each_word(phrase, [&](std::string_view word) {
      same = same && at + count < words.size() && words[at + count] == word;
      ++count;
    });
    // "Extended Reality" is a name: alone the word is news at the end only.
    if (same && (phrase != "extended" || (at > 0 && at + 1 == words.size()))) return count;
  }
  return 0;
}

}  // namespace almanac::match
