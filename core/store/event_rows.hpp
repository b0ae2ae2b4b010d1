#pragma once
#include <almanac/model/listing.hpp>
#include <string>
#include <vector>

#include "impl.hpp"

/// The columns that read_event reads, in its order, of a table named `e`.
#define ALMANAC_EVENT_COLUMNS                                                                                         \
  "e.id, e.public_id, e.kind, e.status, e.mode, e.title, e.url, e.summary, e.\"when\", e.location, e.venue, e.city, " \
  "e.region, e.country, "                                                                                             \
  "e.lat, e.lon, e.join_url, e.cost, e.language, e.topics, e.published, e.first_seen, e.changed, e.origins, e.revised"
/// The columns that read_occurrence reads, of a table named `o`.
#define ALMANAC_OCCURRENCE_COLUMNS "o.start, o.length, o.clock, o.status, o.zone, o.recurrence_id"

namespace almanac::store_detail {

inline constexpr int event_column_count = 25;

/// Facts from the event's own row; without occurrences and deadlines.
Event read_event(const Query& row, std::int64_t* public_id = nullptr);
/// `first` is the column of o.start.
Occurrence read_occurrence(const Query& row, int first);

void load_occurrences(Store::Impl& impl, Event& event);
void load_deadlines(Store::Impl& impl, Event& event);
EventMarks load_marks(Store::Impl& impl, EventId id);
/// Names of the sources (or addresses, secrets masked), oldest entry first.
std::vector<std::string> load_source_names(Store::Impl& impl, EventId id);

/// The event with all its dates; nothing when there is none.
std::optional<Event> load_event(Store::Impl& impl, EventId id, std::int64_t* public_id = nullptr);

/// Fills what a list shows besides the event's own row and date.
void complete_row(Store::Impl& impl, ListedEvent& row);

}  // namespace almanac::store_detail
