#include "text_index.hpp"

#include <almanac/query/words.hpp>

#include "event_rows.hpp"
#include "impl.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace store_detail {

std::size_t index_behind(Store::Impl& impl) {
  // Ids have few gaps, but only counting the rows is exact; the range is empty most of the time.
  Query query = impl.use(
      "SELECT (SELECT count(*) FROM event WHERE id > (SELECT upto FROM text_state)) + (SELECT count(*) FROM "
      "text_pending)");
  query.step();
  return static_cast<std::size_t>(query.number(0));
}

}  // namespace store_detail

namespace {

/// Counting them would read all of them.
bool any_waiting(Store::Impl& impl) {
  Query query = impl.use(
      "SELECT EXISTS(SELECT 1 FROM event WHERE id > (SELECT upto FROM text_state)) OR EXISTS(SELECT 1 FROM "
      "text_pending)");
  query.step();
  return query.number(0) != 0;
}

void index_event(Store::Impl& impl, const Event& event) {
  const std::string title = searched_text(event.title), summary = searched_text(event.summary),
                    place = searched_text(place_text(event)), topics = searched_text(topic_text(event));
  Query query = impl.use("INSERT INTO event_fts(rowid, title, summary, place, topics) VALUES(?,?,?,?,?)");
  query.bind(event.id.value).bind(title).bind(summary).bind(place).bind(topics).run();
}

/// Takes the old texts of changed and removed events out, and puts what the events say now in their place.
std::size_t index_changed(Store::Impl& impl, std::size_t limit) {
  std::vector<EventId> ids;
  {
    Query pending =
        impl.use("SELECT event_id, title, summary, place, topics FROM text_pending ORDER BY event_id LIMIT ?");
    pending.bind(limit);
    while (pending.step()) {
      ids.push_back(EventId{pending.number(0)});
      const std::string title = searched_text(pending.text(1)), summary = searched_text(pending.text(2)),
                        place = searched_text(pending.text(3)), topics = searched_text(pending.text(4));
      Query query =
          impl.use("INSERT INTO event_fts(event_fts, rowid, title, summary, place, topics) VALUES('delete',?,?,?,?,?)");
      query.bind(ids.back().value).bind(title).bind(summary).bind(place).bind(topics).run();
    }
  }
  for (const EventId id : ids) {
    {
      Query query = impl.use("DELETE FROM text_pending WHERE event_id = ?");
      query.bind(id.value).run();
    }
    if (const auto event = sd::load_event(impl, id)) index_event(impl, *event);
  }
  return ids.size();
}

void index_new(Store::Impl& impl, std::size_t limit) {
  std::int64_t last = 0;
  {
    Query query = impl.use("SELECT " ALMANAC_EVENT_COLUMNS
                           " FROM event e WHERE e.id > (SELECT upto FROM text_state) ORDER BY e.id LIMIT ?");
    query.bind(limit);
    while (query.step()) {
      const Event event = sd::read_event(query);
      index_event(impl, event);
      last = event.id.value;
    }
  }
  if (!last) return;
  Query query = impl.use("UPDATE text_state SET upto = ?");
  query.bind(last).run();
}

}  // namespace

Store::Outcome<bool> Store::index_pending_text(std::size_t limit) {
  {
    const auto waiting = impl_->read([&]() -> Outcome<bool> { return any_waiting(*impl_); });
    if (!waiting || !*waiting) return waiting;
  }
  return impl_->write([&]() -> Outcome<bool> {
    const std::size_t done = index_changed(*impl_, limit);
    if (done < limit) index_new(*impl_, limit - done);
    return any_waiting(*impl_);
  });
}

}  // namespace almanac
