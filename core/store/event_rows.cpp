#include "event_rows.hpp"

#include <algorithm>

#include "fact_codec.hpp"
#include "public_id.hpp"

namespace almanac::store_detail {

Event read_event(const Query& row, std::int64_t* public_id) {
  Event e;
  e.id = EventId{row.number(0)};
  if (public_id) *public_id = row.number(1);
  e.kind = static_cast<Kind>(row.number(2));
  e.status = static_cast<EventStatus>(row.number(3));
  e.mode = static_cast<Mode>(row.number(4));
  e.title = row.text(5);
  e.url = row.text(6);
  e.summary = row.text(7);
  e.when = decode_when(row.view(8));
  e.location = row.text(9);
  e.venue = row.text(10);
  e.city = row.text(11);
  e.region = row.text(12);
  e.country = row.text(13);
  if (!row.is_null(14)) e.geo = Geo{row.real(14), row.real(15)};
  e.join_url = row.text(16);
  e.cost = row.text(17);
  e.language = row.text(18);
  e.topics = split_lines(row.view(19));
  e.published = row.optional_time(20);
  e.first_seen = row.time(21);
  e.changed = row.time(22);
  e.origins = decode_origins(row.view(23));
  e.revised = std::max({row.time(24), e.changed, e.first_seen});
  return e;
}

Occurrence read_occurrence(const Query& row, int first) {
  Occurrence o;
  o.start = row.number(first);
  o.end = o.start + row.number(first + 1);
  o.kind = static_cast<MomentKind>(row.number(first + 2));
  o.status = static_cast<EventStatus>(row.number(first + 3));
  o.zone = row.text(first + 4);
  o.recurrence_id = row.text(first + 5);
  return o;
}

void load_occurrences(Store::Impl& impl, Event& event) {
  Query query = impl.use("SELECT " ALMANAC_OCCURRENCE_COLUMNS " FROM occurrence o WHERE o.event_id = ? ORDER BY o.n");
  query.bind(event.id.value);
  while (query.step()) event.occurrences.push_back(read_occurrence(query, 0));
}

void load_deadlines(Store::Impl& impl, Event& event) {
  Query query = impl.use("SELECT type, at, clock, extended, facts FROM deadline WHERE event_id = ? ORDER BY n");
  query.bind(event.id.value);
  while (query.step()) {
    Deadline d;
    d.type = static_cast<DeadlineType>(query.number(0));
    d.at.seconds = query.number(1);
    d.at.kind = static_cast<MomentKind>(query.number(2));
    d.extended = query.number(3) != 0;
    decode_deadline(query.view(4), d);
    event.deadlines.push_back(std::move(d));
  }
}

EventMarks load_marks(Store::Impl& impl, EventId id) {
  EventMarks marks;
  Query query = impl.use("SELECT star, going, hidden, note FROM mark WHERE event_id = ?");
  query.bind(id.value);
  if (query.step()) marks = {query.number(0) != 0, query.number(1) != 0, query.number(2) != 0, query.text(3)};
  return marks;
}

std::vector<std::string> load_source_names(Store::Impl& impl, EventId id) {
  std::vector<std::string> names;
  {
    // Most events have one source, which the index over entries tells without the entries themselves.
    Query query = impl.use(
        "SELECT s.name, s.url FROM source s WHERE s.id = (SELECT min(source_id) FROM entry WHERE event_id = ?1 "
        "HAVING min(source_id) = max(source_id))");
    query.bind(id.value);
    if (query.step()) {
      names.push_back(source_label(query.text(0), query.text(1)));
      return names;
    }
  }
  Query query = impl.use(
      "SELECT s.name, s.url FROM entry n JOIN source s ON s.id = n.source_id WHERE n.event_id = ? ORDER BY "
      "n.first_seen, s.id");
  query.bind(id.value);
  while (query.step()) {
    std::string name = source_label(query.text(0), query.text(1));
    if (names.empty() || names.back() != name) names.push_back(std::move(name));
  }
  return names;
}

std::optional<Event> load_event(Store::Impl& impl, EventId id, std::int64_t* public_id) {
  std::optional<Event> event;
  {
    Query query = impl.use("SELECT " ALMANAC_EVENT_COLUMNS " FROM event e WHERE e.id = ?");
    query.bind(id.value);
    if (!query.step()) return event;
    event = read_event(query, public_id);
  }
  load_occurrences(impl, *event);
  load_deadlines(impl, *event);
  return event;
}

void complete_row(Store::Impl& impl, ListedEvent& row) {
  load_deadlines(impl, row.event);
  row.marks = load_marks(impl, row.event.id);
  row.sources = load_source_names(impl, row.event.id);
}

}  // namespace almanac::store_detail
