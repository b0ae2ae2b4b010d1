#include <algorithm>
#include <almanac/query/words.hpp>

#include "event_writer.hpp"
#include "fact_codec.hpp"
#include "insert_rows.hpp"
#include "public_id.hpp"
#include "span_class.hpp"

namespace almanac::store_detail {
namespace {

/// The end of the last date; nothing for an undated event.
std::optional<std::int64_t> last_end(const Event& event) {
  std::optional<std::int64_t> last;
  for (const Occurrence& o : event.occurrences) last = std::max(last.value_or(o.end), std::max(o.start, o.end));
  return last;
}

struct DateRow {
  EventId event;
  std::int64_t n;
  const Event* facts;
  const Traits* traits;
};

void insert_date_rows(Connection& db, const std::vector<DateRow>& rows) {
  static const InsertRows insert(
      "occurrence(event_id, n, kind, start, length, clock, status, span, zone, recurrence_id, traits, "
      "sketch)",
      12);
  insert.run(db, rows, [](Query& query, const DateRow& row) {
    const Occurrence& o = row.facts->occurrences[static_cast<std::size_t>(row.n)];
    query.bind(row.event.value).bind(row.n).bind(row.facts->kind).bind(o.start).bind(o.end - o.start).bind(o.kind);
    query.bind(o.status).bind(span_class(o.end - o.start)).bind(o.zone).bind(o.recurrence_id);
    query.bind(row.traits->facts).bind(row.traits->sketch);
  });
}

void add_date_rows(EventId id, const Event& event, const Traits& traits, std::vector<DateRow>& rows) {
  for (std::size_t n = 0; n < event.occurrences.size(); ++n)
    rows.push_back({id, static_cast<std::int64_t>(n), &event, &traits});
}

struct TopicRow {
  std::int64_t topic;
  EventId event;
};

void insert_topic_rows(Connection& db, const std::vector<TopicRow>& rows) {
  static const InsertRows insert("event_topic(topic_id, event_id)", 2);
  insert.run(db, rows, [](Query& query, const TopicRow& row) { query.bind(row.topic).bind(row.event.value); });
}

}  // namespace

EncodedFacts::EncodedFacts(const Event& e)
    : when(encode_when(e.when)), topics(join_lines(e.topics)), origins(encode_origins(e.origins)) {}

void EncodedFacts::bind(Query& query, const Event& e, const Traits& traits) const {
  query.bind(e.kind).bind(e.status).bind(e.mode).bind(e.title).bind(e.url).bind(e.summary).bind_bytes(when);
  query.bind(e.location).bind(e.venue).bind(e.city).bind(e.region).bind(e.country);
  if (e.geo)
    query.bind(e.geo->lat).bind(e.geo->lon);
  else
    query.bind_null().bind_null();
  query.bind(e.join_url).bind(e.cost).bind(e.language).bind(topics).bind(e.published).bind(last_end(e));
  query.bind(traits.facts).bind(traits.sketch).bind_bytes(origins);
}

EventId EventWriter::insert(const Event& event, const std::string& source_url, const std::string& key,
                            sys_seconds now) {
  const EventId id = insert_later(event, source_url, key, std::nullopt, now);
  write_waiting();
  return id;
}

EventId EventWriter::insert_later(const Event& event, const std::string& source_url, const std::string& key,
                                  std::optional<NewEntry> entry, sys_seconds now) {
  const EventId id{next_id_++};
  waiting_.push_back({id, &event, &key, source_url, std::move(entry), now, traits_of(event), EncodedFacts(event),
                      make_public_id(source_url, key, 0)});
  return id;
}

void EventWriter::write_waiting() {
  if (waiting_.empty()) return;
  insert_events();
  insert_dates();
  insert_topics();
  insert_entries();
  waiting_.clear();
}

void EventWriter::insert_events() {
  static const InsertRows insert(
      "event(kind, status, mode, title, url, summary, \"when\", location, venue, city, region, country, "
      "lat, lon, join_url, cost, language, topics, published, last, traits, sketch, origins, id, public_id, "
      "first_seen, changed)",
      27, " ON CONFLICT(public_id) DO NOTHING");
  const auto bind = [](Query& query, const NewEvent& row) {
    row.encoded.bind(query, *row.event, row.traits);
    query.bind(row.id.value).bind(row.public_id).bind(row.now).bind(row.now);
  };
  const auto find_other_ids = [&](std::size_t first, std::size_t count) {
    if (static_cast<std::size_t>(impl_.db->changes()) == count) return;
    for (NewEvent& row : std::span(waiting_).subspan(first, count)) {
      for (unsigned attempt = 1; !is_stored(row.id); ++attempt) {
        row.public_id = make_public_id(row.source_url, *row.key, attempt);
        insert.run(*impl_.db, std::span<const NewEvent>(&row, 1), bind);
      }
    }
  };
  insert.run(*impl_.db, waiting_, bind, find_other_ids);
  for (const NewEvent& row : waiting_) note_facet(row.traits);
}

bool EventWriter::is_stored(EventId id) {
  Query query = impl_.use("SELECT 1 FROM event WHERE id = ?");
  query.bind(id.value);
  return query.step();
}

void EventWriter::insert_dates() {
  std::vector<DateRow> rows;
  for (const NewEvent& row : waiting_) {
    add_date_rows(row.id, *row.event, row.traits, rows);
    insert_deadlines(row.id, *row.event, row.traits);
  }
  insert_date_rows(*impl_.db, rows);
}

void EventWriter::insert_occurrences(EventId id, const Event& event, const Traits& traits) {
  std::vector<DateRow> rows;
  add_date_rows(id, event, traits, rows);
  insert_date_rows(*impl_.db, rows);
}

void EventWriter::insert_deadlines(EventId id, const Event& event, const Traits& traits) {
  if (event.deadlines.empty()) return;
  Query query = impl_.use(
      "INSERT INTO deadline(event_id, n, type, at, clock, extended, facts, traits, sketch) VALUES(?,?,?,?,?,?,?,?,?)");
  int n = 0;
  for (const Deadline& d : event.deadlines) {
    const std::string facts = encode_deadline(d);
    query.bind(id.value)
        .bind(n++)
        .bind(d.type)
        .bind(d.at.seconds)
        .bind(d.at.kind)
        .bind(d.extended)
        .bind_bytes(facts)
        .bind(traits.facts)
        .bind(traits.sketch)
        .run();
    query.again();
  }
}

void EventWriter::insert_topics() {
  std::vector<TopicRow> rows;
  for (const NewEvent& row : waiting_)
    for (const std::string& key : topic_keys(row.event->topics)) rows.push_back({topic_id(key), row.id});
  insert_topic_rows(*impl_.db, rows);
}

void EventWriter::insert_topics(EventId id, const std::vector<std::string>& topics) {
  std::vector<TopicRow> rows;
  for (const std::string& key : topic_keys(topics)) rows.push_back({topic_id(key), id});
  insert_topic_rows(*impl_.db, rows);
}

/// In the order in which they are stored.
void EventWriter::insert_entries() {
  std::vector<const NewEvent*> rows;
  for (const NewEvent& row : waiting_)
    if (row.entry) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const NewEvent* a, const NewEvent* b) {
    return std::pair(a->entry->source, a->entry->key) < std::pair(b->entry->source, b->entry->key);
  });
  static const std::string alone;
  static const InsertRows insert(
      "entry(source_id, key_hash, content_hash, event_id, first_seen, changed, because, facts)", 8);
  insert.run(*impl_.db, rows, [](Query& query, const NewEvent* row) {
    const NewEntry& entry = *row->entry;
    query.bind(entry.source.value).bind(entry.key).bind(entry.content_hash).bind(row->id.value).bind(row->now);
    query.bind(row->now).bind(alone).bind_bytes(entry.facts);
  });
}

std::int64_t EventWriter::topic_id(const std::string& key) {
  auto& known = impl_.topic_ids[key];
  if (known) return known;
  {
    Query query = impl_.use("SELECT id FROM topic WHERE key = ?");
    query.bind(key);
    if (query.step()) return known = query.number(0);
  }
  Query query = impl_.use("INSERT INTO topic(key) VALUES(?)");
  query.bind(key).run();
  return known = impl_.db->database().getLastInsertRowid();
}

}  // namespace almanac::store_detail
