#pragma once
#include <almanac/model/event.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// Words of a text as it is searched: runs of letters, digits and private-use characters, lower case, without
/// diacritics, strokes and ligatures ("Straße" → "strasse"). Each character of Chinese, Japanese and Korean is a word,
/// as nothing parts the words there; "C++" and "C#" are "cplusplus" and "csharp". Linear time.
std::vector<std::string> fold_words(std::string_view text);

/// The same words cut to their stems, as the text index keeps them.
std::vector<std::string> stem_words(std::string_view text);

/// The same words in one text, which is what the text index is given (SQLite FTS5 `porter unicode61 remove_diacritics
/// 2`, which splits it at the blanks).
std::string searched_text(std::string_view text);

/// True if `words` stand next to each other in `text`; with `prefix`, the last one may go on.
bool has_phrase(const std::vector<std::string>& text, const std::vector<std::string>& words, bool prefix);

/// A topic as it is compared: its words, lower case and without diacritics, joined with '-' ("Machine Learning" →
/// "machine-learning").
std::string topic_key(std::string_view topic);

/// The text that `place:` looks at: location, venue, city, region and country, each once.
std::string place_text(const Event& event);

/// The text of all topics, one a line.
std::string topic_text(const Event& event);

}  // namespace almanac
