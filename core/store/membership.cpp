#include "membership.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "codec.hpp"
#include "event_rows.hpp"

namespace almanac::store_detail {
namespace {

constexpr std::size_t most_candidates = 64;
/// A key that more events share tells nothing: what happens in Berlin on one day. The other keys find the event.
constexpr std::size_t most_alike = 16;

}  // namespace

std::vector<EventMember> load_members(Store::Impl& impl, const Event& event) {
  std::vector<EventMember> members;
  Query query = impl.use(
      "SELECT n.source_id, n.key_hash, n.facts, n.because, n.by_hand, n.withdrawn, s.url FROM entry n JOIN source s "
      "ON s.id = n.source_id WHERE n.event_id = ? ORDER BY n.first_seen, n.source_id, n.key_hash");
  query.bind(event.id.value);
  while (query.step()) {
    EventMember member;
    member.source = SourceId{query.number(0)};
    member.key = query.number(1);
    member.entry = decode_entry(query.view(2), event);
    member.because = query.text(3);
    member.by_hand = query.number(4) != 0;
    member.withdrawn = query.number(5) != 0;
    member.source_url = query.text(6);
    members.push_back(std::move(member));
  }
  return members;
}

std::vector<EventCandidate> Membership::candidates(const Entry& entry, SourceId source, std::int64_t key,
                                                   EventId except) {
  std::vector<std::int64_t> ids;
  for (const std::uint64_t match_key : matcher_.keys(entry)) {
    Query query = impl_.use("SELECT event_id FROM match_key WHERE key = ? LIMIT 17");
    query.bind(match_key);
    std::array<std::int64_t, most_alike + 1> found{};
    std::size_t count = 0;
    while (query.step()) found[count++] = query.number(0);
    if (count > most_alike) continue;
    for (const std::int64_t id : std::span(found).first(count))
      if (id != except.value && ids.size() < most_candidates && std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
  }
  std::vector<EventCandidate> out;
  for (const std::int64_t id : ids) {
    if (is_kept_apart(source, key, EventId{id})) continue;
    const auto event = load_event(impl_, EventId{id});
    if (event) out.push_back({EventId{id}, load_members(impl_, *event)});
  }
  return out;
}

void Membership::rebuild(EventId id, const EventMember* fresh, SourceId source, sys_seconds now) {
  const auto before = load_event(impl_, id);
  if (!before) return;
  std::vector<EventMember> members = load_members(impl_, *before);
  if (fresh)
    for (EventMember& member : members)
      if (member.source == fresh->source && member.key == fresh->key) {
        member.entry = fresh->entry;
        member.own = fresh->own;
      }
  if (members.empty()) return;
  pin(*before);
  events_.update(*before, matcher_.merge(members, *before), source, now);
  write_keys(id, members);
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

void Membership::write_keys(EventId event, std::span<const EventMember> members) {
  std::vector<std::uint64_t> keys;
  for (const EventMember& member : members)
    for (const std::uint64_t key : matcher_.keys(member.entry)) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  {
    Query query = impl_.use("DELETE FROM match_key WHERE event_id = ?");
    query.bind(event.value).run();
  }
  for (const std::uint64_t key : keys) {
    Query query = impl_.use("INSERT INTO match_key(key, event_id) VALUES(?, ?)");
    query.bind(key).bind(event.value).run();
  }
}

void Membership::replace(EventId gone, EventId by) {
  for (const char* sql :
       {"UPDATE OR IGNORE mark SET event_id = ? WHERE event_id = ?",
        "UPDATE issue_item SET event_id = ? WHERE event_id = ?", "UPDATE change SET event_id = ? WHERE event_id = ?"}) {
    Query query = impl_.use(sql);
    query.bind(by.value).bind(gone.value).run();
  }
  if (const auto event = load_event(impl_, gone)) events_.remove(*event);
}

void Membership::keep_apart(SourceId source_a, std::int64_t key_a, SourceId source_b, std::int64_t key_b) {
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
