#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

// For terminals. All text of sources passes escape_terminal; every line fits `style.width` columns; the result ends
// with LF.

/// Date, days left, title, place, source and id, one line an event; columns shrink, then vanish, to fit. An empty list
/// gives one sentence that says what to try.
std::string render_event_table(const std::vector<ListedEvent>& events, const Reader& reader, const TextStyle& style);

/// Deadline type, time left, the reader's time with the original zone, title: in the order given.
std::string render_deadline_table(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const TextStyle& style);

}  // namespace almanac
