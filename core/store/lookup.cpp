#include <fmt/format.h>

#include <almanac/model/redact_text.hpp>

#include "entry_codec.hpp"
#include "event_rows.hpp"
#include "impl.hpp"
#include "listing.hpp"
#include "public_id.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

void load_entries(Store::Impl& impl, DetailedEvent& detail) {
  Query query = impl.use(
      "SELECT n.facts, n.because, n.first_seen, n.changed, s.name, s.url FROM entry n JOIN source s ON s.id = "
      "n.source_id "
      "WHERE n.event_id = ? ORDER BY n.first_seen, s.id");
  query.bind(detail.listed.event.id.value);
  while (query.step()) {
    EntryDetail entry;
    entry.entry = sd::decode_entry(query.view(0), detail.listed.event);
    entry.merged_because = query.text(1);
    entry.first_seen = query.time(2);
    entry.last_seen = query.time(3);
    entry.source_name = source_label(query.text(4), query.text(5));
    entry.source_url = redact_text(query.text(5));
    detail.entries.push_back(std::move(entry));
  }
}

EventChange read_change(const Query& row) {
  EventChange change;
  change.at = row.time(0);
  change.kind = static_cast<EventChange::What>(row.number(1));
  change.field = row.text(2);
  change.before = row.text(3);
  change.after = row.text(4);
  change.source = source_label(row.text(5), row.text(6));
  return change;
}

void load_changes(Store::Impl& impl, DetailedEvent& detail) {
  Query query = impl.use(
      "SELECT c.at, c.kind, c.field, c.before, c.after, ifnull(s.name, ''), ifnull(s.url, '') FROM change c "
      "LEFT JOIN source s ON s.id = c.source_id WHERE c.event_id = ? ORDER BY c.id DESC");
  query.bind(detail.listed.event.id.value);
  while (query.step()) detail.changes.push_back(read_change(query));
}

Store::Outcome<DetailedEvent> load_detail(Store::Impl& impl, EventId id) {
  std::int64_t public_id = 0;
  auto event = sd::load_event(impl, id, &public_id);
  if (!event) return sd::problem(StoreErrc::missing, "no event " + std::to_string(id.value), {});
  DetailedEvent detail;
  detail.listed.event = *std::move(event);
  detail.listed.public_id = sd::public_id_text(public_id);
  detail.listed.marks = sd::load_marks(impl, id);
  detail.listed.sources = sd::load_source_names(impl, id);
  if (!detail.listed.event.occurrences.empty()) detail.listed.shown = detail.listed.event.occurrences.front();
  load_entries(impl, detail);
  load_changes(impl, detail);
  return detail;
}

Store::Outcome<EventId> resolve_id(Store::Impl& impl, std::string_view text) {
  const auto range = sd::public_id_range(text.size() < 3 ? std::string_view{} : text);
  const std::string shown = fmt::format("'{}'", text.substr(0, 40));
  if (!range)
    return sd::problem(StoreErrc::missing, shown + " is no event's id",
                       "ids are eight letters and digits; the first ones do if nothing else begins so");
  Query query = impl.use("SELECT id, public_id, title FROM event WHERE public_id BETWEEN ? AND ? LIMIT 6");
  query.bind(range->first).bind(range->second);
  EventId found;
  std::string several;
  while (query.step()) {
    found = EventId{query.number(0)};
    several += (several.empty() ? "" : ", ") + sd::public_id_text(query.number(1)) + " " + query.text(2).substr(0, 40);
  }
  if (!found)
    return sd::problem(StoreErrc::missing, "no event " + shown, "'almanac upcoming' and 'almanac search' show ids");
  if (several.find(", ") != std::string::npos) {
    query.again();
    query.bind(range->first).bind(range->second);
    query.step();
    if (query.step())
      return sd::problem(StoreErrc::ambiguous, shown + " is the beginning of several: " + several, "type more of it");
  }
  return found;
}

}  // namespace

Store::Outcome<DetailedEvent> Store::event(EventId id) {
  return impl_->read([&]() -> Outcome<DetailedEvent> { return load_detail(*impl_, id); });
}

Store::Outcome<DetailedEvent> Store::event(std::string_view public_id, const Viewer& viewer) {
  return impl_->read([&]() -> Outcome<DetailedEvent> {
    const auto id = resolve_id(*impl_, public_id);
    if (!id) return id.error();
    auto detail = load_detail(*impl_, *id);
    if (detail) detail->listed.shown = sd::next_occurrence(*impl_, *id, viewer);
    return detail;
  });
}

Store::Outcome<EventId> Store::find_event(std::string_view public_id) {
  return impl_->read([&]() -> Outcome<EventId> { return resolve_id(*impl_, public_id); });
}

Store::Outcome<std::vector<LoggedChange>> Store::changes_since(sys_seconds since, std::size_t limit,
                                                               std::string_view known_to) {
  return impl_->read([&]() -> Outcome<std::vector<LoggedChange>> {
    Query query = impl_->use(
        "SELECT c.at, c.kind, c.field, c.before, c.after, ifnull(s.name, ''), ifnull(s.url, ''), c.event_id FROM "
        "change c LEFT JOIN source s ON s.id = c.source_id WHERE c.at >= ?1 AND (?3 = '' "
        "OR EXISTS (SELECT 1 FROM mark m WHERE m.event_id = c.event_id AND (m.star OR m.going)) "
        "OR EXISTS (SELECT 1 FROM issue_item t JOIN issue i ON i.id = t.issue_id WHERE t.event_id = c.event_id AND "
        "i.profile = ?3)) ORDER BY c.at DESC, c.id DESC LIMIT ?2");
    query.bind(since).bind(limit).bind_copy(known_to);
    std::vector<LoggedChange> out;
    while (query.step()) out.push_back({EventId{query.number(7)}, read_change(query)});
    return out;
  });
}

}  // namespace almanac
