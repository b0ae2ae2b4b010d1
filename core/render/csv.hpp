#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <string>
#include <vector>

namespace almanac {

/// RFC 4180 with a header row; formulas defused. Columns: id, kind, title, start, end, zone, status, mode, venue, city,
/// region, country, url, topics, sources, starred, going, deadline (the next one), cost. Only ever appended to.
std::string render_events_csv(const std::vector<ListedEvent>& events, const Reader& reader);
/// The fields of event_fields() that are named, in that order, as values for programs.
std::string render_events_csv(const std::vector<ListedEvent>& events, const std::vector<std::string>& fields,
                              const Reader& reader);
/// Columns: id, type, label, closes, zone, published, extended, title, url.
std::string render_deadlines_csv(const std::vector<ListedDeadline>& deadlines);

}  // namespace almanac
