#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// The candidate that a misspelt word most likely means: least edits (optimal string alignment), at most a third of its
/// length. "" when none is near.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& candidates);

/// "did you mean 'topic'?", the hint of every such error; `otherwise` when nothing is near.
std::string did_you_mean(std::string_view near, std::string_view otherwise = {});

}  // namespace almanac
