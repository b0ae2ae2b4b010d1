#pragma once
#include <almanac/time/prose/prose_cues.hpp>
#include <almanac/time/prose/prose_phrases.hpp>

/// The words of each cue, a file for each language: a row for each cue in the order of Cue, its phrases in order. A
/// phrase that languages share stands once, in the language that it is most at home in.
namespace almanac::prose::cues {

using enum Cue;

/// The phrases of a cue, as PhraseRow has them: folded (no capitals, no accents), separated by '|'.
constexpr PhraseRow row(Cue cue, std::string_view list) { return {static_cast<std::uint8_t>(cue), list}; }

}  // namespace almanac::prose::cues
