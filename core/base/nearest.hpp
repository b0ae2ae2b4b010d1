#pragma once
#include <string_view>
#include <vector>

namespace almanac {

/// The candidate that a misspelt word most likely means: least edits (optimal string alignment), at most a third of its
/// length. "" when none is near.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace almanac
