#pragma once
#include <span>
#include <string>
#include <string_view>

namespace almanac {

/// The candidate that a mistyped word most likely means: at most a third of its letters differ (Damerau-Levenshtein,
/// optimal string alignment). Empty when none is near. Words beyond 32 bytes are never near.
std::string nearest_word(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace almanac
