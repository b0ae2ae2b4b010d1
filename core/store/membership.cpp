#include "membership.hpp"

#include <algorithm>
#include <tuple>

#include "entry_codec.hpp"
#include "event_rows.hpp"

namespace almanac::store_detail {
namespace {

constexpr std::size_t most_candidates = 64;
/// An event takes no more entries than this by itself: an entry is compared with each of them, and a list that has one
/// row a thousand times must not hold up the others.
constexpr std::size_t most_members = 128;
/// Candidates that are kept for the next entries of the transaction: about as many as it has entries, which in a young
/// library are all alike.
constexpr std::size_t most_seen = 2048;

bool any_row(Store::Impl& impl, const char* sql) {
  Query query = impl.use(sql);
  return query.step();
}

void add(MatchKeys& keys, const MatchReading& reading) {
  keys.insert(keys.end(), reading.keys.begin(), reading.keys.end());
}

MatchKeys each_once(MatchKeys keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

/// What a candidate is compared by: no dates of a series.
Event load_facts(Store::Impl& impl, EventId id) {
  Event event;
  Query query = impl.use("SELECT " ALMANAC_EVENT_COLUMNS " FROM event e WHERE e.id = ?");
  query.bind(id.value);
  if (!query.step()) return event;
  event = read_event(query);
  load_deadlines(impl, event);
  return event;
}

/// `lender` gives the event, for entries that lean on its facts.
template <class Lender>
std::vector<EventMember> read_members(Store::Impl& impl, EventId id, Lender lender) {
  std::vector<EventMember> members;
  std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t, std::size_t>> order;
  // Sorted here: most events have one entry, and SQL would copy all it says about it.
  Query query = impl.use(
      "SELECT n.source_id, n.key_hash, n.facts, n.because, n.by_hand, n.withdrawn, s.url, n.first_seen FROM entry n "
      "JOIN source s ON s.id = n.source_id WHERE n.event_id = ?");
  query.bind(id.value);
  static const Event nothing;
  while (query.step()) {
    EventMember& member = members.emplace_back();
    member.source = SourceId{query.number(0)};
    member.key = query.number(1);
    member.entry = decode_entry(query.view(2), leans_on_event(query.view(2)) ? lender() : nothing);
    member.because = query.text(3);
    member.by_hand = query.number(4) != 0;
    member.withdrawn = query.number(5) != 0;
    member.source_url = query.text(6);
    order.emplace_back(query.number(7), member.source.value, member.key, order.size());
  }
  if (std::is_sorted(order.begin(), order.end())) return members;
  std::sort(order.begin(), order.end());
  std::vector<EventMember> sorted;
  for (const auto& one : order) sorted.push_back(std::move(members[std::get<3>(one)]));
  return sorted;
}

}  // namespace

std::vector<EventMember> load_members(Store::Impl& impl, const Event& event) {
  return read_members(impl, event.id, [&]() -> const Event& { return event; });
}

Membership::Membership(Store::Impl& impl, EventWriter& events, const EventMatcher& matcher)
    : impl_(impl),
      events_(events),
      matcher_(matcher),
      index_(impl),
      any_apart_(any_row(impl, "SELECT 1 FROM apart LIMIT 1")) {}

std::vector<const EventCandidate*> Membership::candidates(const MatchReading& entry, SourceId source, std::int64_t key,
                                                          EventId except) {
  std::vector<std::int64_t> ids;
  for (const std::uint64_t match_key : entry.keys) index_.find(match_key, ids);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() > most_candidates) ids.resize(most_candidates);
  if (seen_.size() > most_seen) seen_.clear();
  std::vector<const EventCandidate*> out;
  for (const std::int64_t id : ids) {
    events_.write_waiting(EventId{id});
    if (id == except.value || (any_apart_ && is_kept_apart(source, key, EventId{id}))) continue;
    const EventCandidate& one = candidate(EventId{id});
    if (!one.members.empty() && one.members.size() < most_members) out.push_back(&one);
  }
  return out;
}

const EventCandidate& Membership::candidate(EventId event) {
  auto& slot = seen_[event.value];
  if (slot) return *slot;
  auto fresh = std::make_unique<EventCandidate>();
  fresh->event = event;
  fresh->members = read_members(impl_, event, [&] { return load_facts(impl_, event); });
  for (const EventMember& member : fresh->members)
    fresh->readings.push_back(matcher_.read(member.entry, member.source));
  slot = std::move(fresh);
  return *slot;
}

MatchKeys Membership::keys_of(std::span<const EventMember> members) const {
  MatchKeys keys;
  for (const EventMember& member : members) add(keys, *matcher_.read(member.entry, member.source));
  return each_once(std::move(keys));
}

MatchKeys Membership::keys_of(const EventCandidate& candidate) {
  MatchKeys keys;
  for (const auto& reading : candidate.readings) add(keys, *reading);
  return each_once(std::move(keys));
}

void Membership::rebuild(const Event& before, std::span<const EventMember> members, const MatchKeys& old_keys,
                         SourceId source, sys_seconds now) {
  rebuild(before, members, old_keys, keys_of(members), source, now);
}

void Membership::rebuild(const Event& before, std::span<const EventMember> members, const MatchKeys& old_keys,
                         const MatchKeys& keys, SourceId source, sys_seconds now) {
  if (const Event after = matcher_.merge(members, before); EventWriter::differ(before, after)) {
    pin(before);
    events_.update(before, after, source, now);
  }
  reindex(before.id, old_keys, keys);
}

void Membership::reindex(EventId event, const MatchKeys& old_keys, const MatchKeys& keys) {
  MatchKeys gone, fresh;
  std::set_difference(old_keys.begin(), old_keys.end(), keys.begin(), keys.end(), std::back_inserter(gone));
  std::set_difference(keys.begin(), keys.end(), old_keys.begin(), old_keys.end(), std::back_inserter(fresh));
  index_.remove(event, gone);
  index_.add(event, fresh);
  forget(event);
}

void Membership::forget(EventId event) { seen_.erase(event.value); }

void Membership::regroup(EventId id, const MatchKeys& old_keys) {
  const auto before = load_event(impl_, id);
  if (!before) return;
  const std::vector<EventMember> members = load_members(impl_, *before);
  if (members.empty()) return;
  if (const Event after = matcher_.merge(members, *before); EventWriter::differ(*before, after)) {
    pin(*before);
    events_.rewrite(*before, after);
  }
  reindex(id, old_keys, keys_of(members));
}

void Membership::pin(const Event& event) {
  struct Row {
    std::int64_t source, key;
    std::string facts;
  };
  std::vector<Row> leaning;
  {
    Query query = impl_.use("SELECT source_id, key_hash, facts FROM entry WHERE event_id = ?");
    query.bind(event.id.value);
    while (query.step())
      if (leans_on_event(query.view(2))) leaning.push_back({query.number(0), query.number(1), query.text(2)});
  }
  for (const Row& row : leaning) {
    const Entry entry = decode_entry(row.facts, event);
    const std::string facts = encode_entry(entry, entry.id, nullptr);
    Query query = impl_.use("UPDATE entry SET facts = ? WHERE source_id = ? AND key_hash = ?");
    query.bind_bytes(facts).bind(row.source).bind(row.key).run();
  }
}

/// What the user noted of either is noted of both; hidden is what was hidden wherever it was marked.
void Membership::join_marks(EventId gone, EventId by) {
  Query query = impl_.use(
      "INSERT INTO mark(event_id, star, going, hidden, note, at) "
      "SELECT ?1, star, going, hidden, note, at FROM mark WHERE event_id = ?2 "
      "ON CONFLICT(event_id) DO UPDATE SET star = star OR excluded.star, going = going OR excluded.going, "
      "hidden = hidden AND excluded.hidden, at = max(at, excluded.at), "
      "note = CASE WHEN excluded.note IN ('', note) THEN note WHEN note = '' THEN excluded.note "
      "ELSE note || '; ' || excluded.note END");
  query.bind(by.value).bind(gone.value).run();
}

void Membership::replace(EventId gone, const MatchKeys& keys, EventId by) {
  join_marks(gone, by);
  for (const char* sql :
       {"UPDATE issue_item SET event_id = ? WHERE event_id = ?", "UPDATE change SET event_id = ? WHERE event_id = ?"}) {
    Query query = impl_.use(sql);
    query.bind(by.value).bind(gone.value).run();
  }
  if (const auto event = load_event(impl_, gone)) events_.remove(*event);
  index_.remove(gone, keys);
  forget(gone);
}

void Membership::keep_apart(SourceId source_a, std::int64_t key_a, SourceId source_b, std::int64_t key_b) {
  any_apart_ = true;
  Query query = impl_.use(
      "INSERT OR IGNORE INTO apart(source_a, key_a, source_b, key_b) VALUES(?1, ?2, ?3, ?4), (?3, ?4, ?1, ?2)");
  query.bind(source_a.value).bind(key_a).bind(source_b.value).bind(key_b).run();
}

bool Membership::is_kept_apart(SourceId source, std::int64_t key, EventId event) {
  Query query = impl_.use(
      "SELECT 1 FROM apart a JOIN entry n ON n.source_id = a.source_b AND n.key_hash = a.key_b "
      "WHERE a.source_a = ? AND a.key_a = ? AND n.event_id = ? LIMIT 1");
  query.bind(source.value).bind(key).bind(event.value);
  return query.step();
}

}  // namespace almanac::store_detail
