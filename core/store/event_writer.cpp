#include "event_writer.hpp"

#include <algorithm>
#include <almanac/query/words.hpp>

#include "change.hpp"
#include "public_id.hpp"
#include "span_class.hpp"
#include "traits.hpp"

namespace almanac::store_detail {
namespace {

bool same_row(const Event& a, const Event& b) {
  return a.kind == b.kind && a.title == b.title && a.url == b.url && a.summary == b.summary && a.when == b.when &&
         a.status == b.status && a.mode == b.mode && a.location == b.location && a.venue == b.venue &&
         a.city == b.city && a.region == b.region && a.country == b.country && a.geo == b.geo &&
         a.join_url == b.join_url && a.cost == b.cost && a.language == b.language && a.topics == b.topics &&
         a.published == b.published && a.origins == b.origins;
}

bool same_text(const Event& a, const Event& b) {
  return a.title == b.title && a.summary == b.summary && a.topics == b.topics && place_text(a) == place_text(b);
}

}  // namespace

std::vector<std::string> topic_keys(const std::vector<std::string>& topics) {
  std::vector<std::string> keys;
  for (const std::string& topic : topics)
    if (std::string key = topic_key(topic); !key.empty()) keys.push_back(std::move(key));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

EventWriter::EventWriter(Store::Impl& impl) : impl_(impl) {
  Query query = impl_.use("SELECT ifnull((SELECT max(id) FROM event), 0), (SELECT upto FROM text_state)");
  query.step();
  indexed_upto_ = query.number(1);
  // Never an id again that the text index has seen, also when that event is gone.
  next_id_ = std::max(query.number(0), indexed_upto_) + 1;
}

bool EventWriter::differ(const Event& before, const Event& after) {
  return !same_row(before, after) || before.occurrences != after.occurrences || before.deadlines != after.deadlines;
}

bool EventWriter::update(const Event& before, const Event& after, SourceId source, sys_seconds now) {
  if (!rewrite(before, after, now)) return false;
  log_changes(before.id, find_changes(before, after), source, now);
  return true;
}

bool EventWriter::rewrite(const Event& before, const Event& after, sys_seconds now) {
  const EventId id = before.id;
  const bool row = !same_row(before, after), dates = before.occurrences != after.occurrences,
             deadlines = before.deadlines != after.deadlines;
  if (!row && !dates && !deadlines) return false;
  const Traits traits = traits_of(after);
  const bool other_traits = traits != traits_of(before);
  if (row || dates || other_traits) write_row(id, after, traits);
  if (dates || before.kind != after.kind) {
    Query query = impl_.use("DELETE FROM occurrence WHERE event_id = ?");
    query.bind(id.value).run();
    insert_occurrences(id, after, traits);
  }
  if (deadlines) {
    Query query = impl_.use("DELETE FROM deadline WHERE event_id = ?");
    query.bind(id.value).run();
    insert_deadlines(id, after, traits);
  }
  if (other_traits) write_traits(id, traits);
  if (before.topics != after.topics) {
    remove_topics(id, before.topics);
    insert_topics(id, after.topics);
  }
  if (!same_text(before, after)) remember_indexed_text(before);
  note_revised(before, now);
  return true;
}

void EventWriter::note_revised(const Event& before, sys_seconds now) {
  Query query = impl_.use("UPDATE event SET revised = ? WHERE id = ?");
  query.bind(std::max(now, before.revised + std::chrono::seconds{1})).bind(before.id.value).run();
}

void EventWriter::remove(const Event& event) {
  remove_topics(event.id, event.topics);
  remember_indexed_text(event);
  Query query = impl_.use("DELETE FROM event WHERE id = ?");
  query.bind(event.id.value).run();
}

void EventWriter::write_row(EventId id, const Event& event, const Traits& traits) {
  const EncodedFacts encoded(event);
  note_facet(traits);
  Query query = impl_.use(
      "UPDATE event SET kind=?, status=?, mode=?, title=?, url=?, summary=?, \"when\"=?, location=?, venue=?, city=?, "
      "region=?, country=?, lat=?, "
      "lon=?, join_url=?, cost=?, language=?, topics=?, published=?, last=?, traits=?, sketch=?, origins=? WHERE id=?");
  encoded.bind(query, event, traits);
  query.bind(id.value).run();
}

void EventWriter::note_facet(const Traits& traits) {
  const std::int64_t facet = traits.facts & facet_mask;
  if (!facets_.insert(facet).second) return;
  Query query = impl_.use("INSERT OR IGNORE INTO facet(facts) VALUES(?)");
  query.bind(facet).run();
}

void EventWriter::write_traits(EventId id, const Traits& traits) {
  for (const char* sql : {"UPDATE occurrence SET traits = ?, sketch = ? WHERE event_id = ?",
                          "UPDATE deadline SET traits = ?, sketch = ? WHERE event_id = ?"}) {
    Query query = impl_.use(sql);
    query.bind(traits.facts).bind(traits.sketch).bind(id.value).run();
  }
}

void EventWriter::remove_topics(EventId id, const std::vector<std::string>& topics) {
  for (const std::string& key : topic_keys(topics)) {
    const std::int64_t topic = topic_id(key);
    Query query = impl_.use("DELETE FROM event_topic WHERE topic_id = ? AND event_id = ?");
    query.bind(topic).bind(id.value).run();
  }
}

void EventWriter::log_changes(EventId id, const std::vector<EventChange>& changes, SourceId source, sys_seconds now) {
  for (const EventChange& change : changes) {
    Query query = impl_.use(
        "INSERT INTO change(event_id, at, kind, field, before, after, source_id) VALUES(?,?,?,?,?,?,nullif(?, 0))");
    query.bind(id.value)
        .bind(now)
        .bind(change.kind)
        .bind(change.field)
        .bind(change.before)
        .bind(change.after)
        .bind(source.value)
        .run();
  }
  if (std::any_of(changes.begin(), changes.end(), is_told)) {
    Query query = impl_.use("UPDATE event SET changed = ? WHERE id = ?");
    query.bind(now).bind(id.value).run();
  }
}

void EventWriter::remember_indexed_text(const Event& before) {
  if (before.id.value > indexed_upto_) return;
  const std::string place = place_text(before), topics = topic_text(before);
  // A row that is there already holds what is indexed; later texts never were.
  Query query = impl_.use(
      "INSERT INTO text_pending(event_id, title, summary, place, topics) VALUES(?,?,?,?,?) ON CONFLICT DO NOTHING");
  query.bind(before.id.value).bind(before.title).bind(before.summary).bind(place).bind(topics).run();
}

}  // namespace almanac::store_detail
