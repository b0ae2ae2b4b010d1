#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "match_facts.hpp"

namespace almanac::match {

/// Words of a text, folded; "st." is "saint", cities by one of their names ("munchen" → "munich").
std::vector<std::string> place_words(std::string_view text);

/// One form of a title. `season` and `part_of` are set when the title names one (and were empty before).
/// Words in `place` are left out of the core unless nothing else remains.
TitleForm title_form(std::string_view title, const std::vector<std::string>& place, std::string& season,
                     std::string& part_of);

/// The parts of "Replay: the conference | Temporal" and of "Long name (ACRO)"; empty when there is only one.
std::vector<std::string_view> title_parts(std::string_view title);

/// Words that nearly every title has.
bool is_common_word(std::string_view word);

}  // namespace almanac::match
