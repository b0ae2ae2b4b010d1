#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace almanac::match {

/// How many of the words from `at` on tell news of an event and are no part of its name: 2 for "deadline extended",
/// "speakers announced"; 0: none.
std::size_t words_of_news(const std::vector<std::string_view>& words, std::size_t at);

/// All words that begin such news, with blanks between.
extern const std::string_view words_that_begin_news;

}  // namespace almanac::match
