#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace almanac::match {

/// Digits only.
bool is_number(std::string_view word);

/// Cuts "Round 2", "First Review Cycle" and their brackets out of the words: rounds of a call are one event.
void drop_rounds(std::vector<std::string_view>& words);

/// Cuts which edition it is out of the words of `title`, where it stands: "12. Quux" and "La 12e Quux" in front,
/// "Quux XII" behind. A Roman numeral is put to `numbers`.
void drop_editions(std::vector<std::string_view>& words, std::string_view title, std::vector<std::string>& numbers);

/// The last word where it is a letter that counts what stands before it: "b" of "Python class B"; else "".
std::string_view group_letter(const std::vector<std::string_view>& words);

}  // namespace almanac::match
