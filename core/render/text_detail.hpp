#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/viewer.hpp>
#include <string>

namespace almanac {

/// Everything about one event, for `show`: facts, deadlines, dates, links, changes, and what each source says with its
/// provenance. Wrapped at `style.width`; links are never cut.
std::string render_event_detail(const EventDetail& detail, const Viewer& viewer, const TextStyle& style);

}  // namespace almanac
