#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// What stays the same in the title of an event from edition to edition and from list to list: folded (see fold.hpp),
/// without year
/// ("2026", "'26", "ICML2026"), ordinal ("34th", "Third Annual") and punctuation; words separated by single blanks,
/// stop words kept. A title of nothing else keeps its words. Idempotent.
std::string title_key(std::string_view title);

/// The year that a title names, 1990 to 2099: the first of four digits, else "'26". Nothing when there is none.
std::optional<int> edition_year(std::string_view title);

}  // namespace almanac
