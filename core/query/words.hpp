#pragma once
#include <almanac/model/event.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// Words of a text as full-text search sees them (SQLite FTS5 `unicode61 remove_diacritics 2`) before it cuts them to
/// stems: runs of letters, digits and private-use characters, lower case, without diacritics. Linear time.
std::vector<std::string> fold_words(std::string_view text);

/// The same words cut to their stems, as the text index keeps them (`porter unicode61 remove_diacritics 2`).
std::vector<std::string> stem_words(std::string_view text);

/// True if `words` stand next to each other in `text`; with `prefix`, the last one may go on.
bool has_phrase(const std::vector<std::string>& text, const std::vector<std::string>& words, bool prefix);

/// A topic as it is compared: its folded words joined with '-' ("Machine Learning" → "machine-learning").
std::string topic_key(std::string_view topic);

/// The text that `place:` looks at: location, venue, city, region and country, each once.
std::string place_text(const Event& event);

/// The text of all topics, one a line.
std::string topic_text(const Event& event);

}  // namespace almanac
