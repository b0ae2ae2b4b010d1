// What a source lists no more.
#include <algorithm>

#include "event_rows.hpp"
#include "poll_writer.hpp"

namespace almanac::store_detail {

/// Notes that the source lists the entry no more; true when no other source has the event still. Should the entry come
/// back as it was, it has to count as changed.
bool PollWriter::withdraw_entry(std::int64_t key, EventId event) {
  Query query = impl_.use(
      "UPDATE entry SET withdrawn = 1, content_hash = ~content_hash WHERE source_id = ? AND key_hash = ? AND "
      "withdrawn = 0");
  query.bind(source_.value).bind(key).run();
  members_.forget(event);
  Query left = impl_.use("SELECT 1 FROM entry WHERE event_id = ? AND withdrawn = 0 LIMIT 1");
  left.bind(event.value);
  return !left.step();
}

/// Whether the entry is one date of a series that the document tells otherwise now.
bool PollWriter::is_date_of_changed_series(std::int64_t key, EventId event) {
  const auto members = load_members(impl_, *load_event(impl_, event));
  return std::any_of(members.begin(), members.end(), [&](const EventMember& member) {
    return member.source == source_ && member.key == key && member.entry.recurrence.id &&
           changed_series_.contains(member.entry.id);
  });
}

/// What a complete document has no more was withdrawn; of others only the dates of series that it does list.
void PollWriter::withdraw_missing() {
  if (present().empty()) return;
  events_.write_waiting();
  std::vector<std::pair<std::int64_t, std::int64_t>> missing;
  {
    Query query = impl_.use(
        "SELECT n.key_hash, n.event_id FROM entry n JOIN event e ON e.id = n.event_id "
        "WHERE n.source_id = ? AND e.last > ? AND e.status NOT IN (3, 5)");
    query.bind(source_.value).bind(now_);
    while (query.step())
      if (!present().contains(query.number(0))) missing.emplace_back(query.number(0), query.number(1));
  }
  for (const auto& [key, id] : missing) {
    if (!poll_->complete && !is_date_of_changed_series(key, EventId{id})) continue;
    if (!withdraw_entry(key, EventId{id})) continue;  // another source still has it
    const auto before = load_event(impl_, EventId{id});
    Event after = *before;
    after.status = EventStatus::withdrawn;
    events_.update(*before, after, source_, now_);
    ++counts_.withdrawn;
  }
}

}  // namespace almanac::store_detail
