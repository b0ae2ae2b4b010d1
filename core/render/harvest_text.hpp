#pragma once
#include <almanac/model/harvest.hpp>
#include <almanac/render/harvest_json.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

/// The answer of `almanac inspect` for people: what the document is, one line an entry with its facts as published
/// (dates are ISO, on the clock they were planned on), what was left out and why, and the feeds that a page links to.
/// `plugin` read it. `zones` are those that the document can name. `occurrences`, when given, are listed instead of the
/// entries. Every line fits `style.width` columns, notes are wrapped; text of sources passes escape_terminal. Ends with
/// LF.
std::string render_harvest_text(const Harvest& harvest, const ZoneBook& zones,
                                const std::vector<OccurrenceView>* occurrences, std::string_view plugin,
                                const TextStyle& style);

}  // namespace almanac
