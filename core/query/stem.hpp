#pragma once
#include <string>

namespace almanac {

/// Cuts a folded word to its stem by Porter's rules for English ("workshops" → "workshop", "learning" → "learn"), byte
/// for byte as SQLite's FTS5 tokenizer `porter` does: shorter than 3 or longer than 64 bytes stays as it is, bytes
/// beyond ASCII count as consonants. M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980).
void stem_word(std::string& word);

}  // namespace almanac
