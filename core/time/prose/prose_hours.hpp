#pragma once
#include <almanac/time/words/word_table.hpp>
#include <array>

#include "prose_text.hpp"

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

/// … of the languages that count the half hour before them: "halb acht" is 7:30. One that differs between them is left
/// out.
inline constexpr auto next_hour_words = std::to_array<dates::WordMeaning>(
    {{"eins", 1}, {"zwei", 2},  {"drei", 3},  {"vier", 4},   {"funf", 5},    {"sechs", 6},   {"sieben", 7}, {"acht", 8},
     {"neun", 9}, {"zehn", 10}, {"elf", 11},  {"zwolf", 12}, {"een", 1},     {"twee", 2},    {"drie", 3},   {"vijf", 5},
     {"zes", 6},  {"zeven", 7}, {"negen", 9}, {"tien", 10},  {"twaalf", 12}, {"tva", 2},     {"tre", 3},    {"fyra", 4},
     {"fire", 4}, {"fem", 5},   {"seks", 6},  {"sju", 7},    {"syv", 7},     {"atta", 8},    {"otte", 8},   {"atte", 8},
     {"nio", 9},  {"ni", 9},    {"tio", 10},  {"ti", 10},    {"elva", 11},   {"elleve", 11}, {"tolv", 12}});
inline constexpr auto next_hours = dates::word_table<next_hour_words>();

/// The number 1 … 12 in ideographs that stands at `i`, which moves behind it: 七, 十二. 0: none does.
int hour_in_ideographs(const ProseText& text, std::uint32_t& i);

}  // namespace almanac::prose
