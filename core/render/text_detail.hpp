#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <string>

namespace almanac {

/// Everything about one event, for `show`: facts, deadlines, dates, links, changes, and what each source says with its
/// provenance. Wrapped at `style.width`; links are never cut.
std::string render_event_detail(const DetailedEvent& detail, const Reader& reader, const TextStyle& style);

}  // namespace almanac
