#pragma once
#include <almanac/facts/facts_cues.hpp>

/// The words of each sign, a file for each language: a row for each sign in the order of Sign, its phrases in order. A
/// phrase that languages share stands once, in the language that it is most at home in.
namespace almanac::facts::signs {

using prose::PhraseRow;
using enum Sign;

/// The phrases of a sign, as PhraseRow has them: folded (no capitals, no accents), separated by '|'.
constexpr PhraseRow row(Sign sign, std::string_view list) { return {static_cast<std::uint8_t>(sign), list}; }

}  // namespace almanac::facts::signs
