#pragma once
#include <array>

#include "word_table.hpp"

namespace almanac::prose {

/// Hours in words.
inline constexpr auto hour_words = std::to_array<dates::WordMeaning>({{"one", 1},
                                                                      {"two", 2},
                                                                      {"three", 3},
                                                                      {"four", 4},
                                                                      {"five", 5},
                                                                      {"six", 6},
                                                                      {"seven", 7},
                                                                      {"eight", 8},
                                                                      {"nine", 9},
                                                                      {"ten", 10},
                                                                      {"eleven", 11},
                                                                      {"twelve", 12}});
inline constexpr auto hours = dates::word_table<hour_words>();

}  // namespace almanac::prose
