#include "poll_writer.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "entry_codec.hpp"
#include "event_rows.hpp"

namespace almanac::store_detail {
namespace {

bool is_timed(const std::optional<Moment>& moment) {
  return moment && (moment->kind == MomentKind::instant || moment->kind == MomentKind::local);
}

/// Two hours of a schedule: neither begins before the other is over. "Lunch" of one day is not that of the next.
bool are_sittings(const Entry& a, const Entry& b) {
  if (!is_timed(a.start) || !is_timed(a.end) || !is_timed(b.start) || !is_timed(b.end)) return false;
  return a.start->seconds >= b.end->seconds || b.start->seconds >= a.end->seconds;
}

bool same_start(const Entry& a, const Entry& b) {
  return a.start && b.start && a.start->kind == b.start->kind && a.start->seconds == b.start->seconds;
}

/// Dates so far apart that the one is hardly the other put off.
bool are_editions(const Entry& before, const Entry& now) {
  constexpr std::int64_t longest_delay = 270 * std::int64_t{86'400};
  return before.start && now.start && before.recurrence.empty() && now.recurrence.empty() &&
         now.start->seconds - before.start->seconds > longest_delay;
}

}  // namespace

std::int64_t key_hash(const std::string& key) { return static_cast<std::int64_t>(content_hash(key)); }

PollWriter::PollWriter(Store::Impl& impl, sys_seconds now, const EventMatcher& matcher)
    : impl_(impl), now_(now), matcher_(matcher), events_(impl), members_(impl, events_, matcher) {}

void PollWriter::write(std::span<const SourcePoll> polls) {
  constexpr std::size_t at_once = 2'000;  // more would only keep more in memory
  std::vector<Piece> pieces;
  std::size_t held = 0;
  const auto write_held = [&] {
    write_pieces(pieces);
    pieces.clear();
    held = 0;
  };
  std::unordered_set<std::int64_t> sources;
  for (const SourcePoll& poll : polls) {
    if (!sources.insert(poll.source.value).second) write_held();  // its next poll finds what the one before left
    std::size_t from = 0;
    do {
      const auto some = std::span(poll.entries).subspan(from, std::min(at_once, poll.entries.size() - from));
      if (held + some.size() > at_once) write_held();
      pieces.push_back({&poll, some, from == 0, from + some.size() == poll.entries.size()});
      held += some.size();
      from += some.size();
    } while (from < poll.entries.size());
  }
  write_held();
}

void PollWriter::write_pieces(std::span<Piece> pieces) {
  look_up(pieces);
  for (Piece& piece : pieces) {
    if (piece.is_first) begin(*piece.poll);
    if (!polled_) continue;
    for (std::size_t i = 0; i < piece.entries.size(); ++i) write_entry(piece.entries[i], piece.known[i]);
    if (piece.is_last) end(*piece.poll);
  }
  events_.write_waiting();
}

void PollWriter::end(const SourcePoll& poll) {
  if (poll.complete || !changed_series_.empty()) withdraw_missing();
  write_polled(impl_, *polled_, poll, counts_);
  each_.back() = counts_;
}

PollCounts PollWriter::finish() {
  members_.flush();
  return std::accumulate(each_.begin(), each_.end(), PollCounts{});
}

void PollWriter::begin(const SourcePoll& poll) {
  polled_ = find_polled(impl_, poll.source);
  source_ = poll.source;
  counts_ = {};
  each_.emplace_back();
  poll_ = &poll;
  present_.reset();
  changed_series_.clear();
}

const std::unordered_set<std::int64_t>& PollWriter::present() {
  if (present_) return *present_;
  present_.emplace();
  for (const IngestedEntry& entry : poll_->entries) present_->insert(key_hash(entry.key));
  for (const std::string& key : poll_->present) present_->insert(key_hash(key));
  return *present_;
}

bool PollWriter::has_entries(SourceId source) {
  Query query = impl_.use("SELECT 1 FROM entry WHERE source_id = ? LIMIT 1");
  query.bind(source.value);
  return query.step();
}

void PollWriter::read_stored(SourceId source, Known& known) {
  Query query = impl_.use("SELECT content_hash, event_id FROM entry WHERE source_id = ? AND key_hash = ?");
  query.bind(source.value).bind(known.key);
  if (!query.step()) return;
  known.content_hash = query.number(0);
  known.event = query.number(1);
}

void PollWriter::look_up(std::span<Piece> pieces) {
  struct Row {
    std::int64_t source, key;
    std::size_t n;  ///< in the order in which they are written
    Known* known;
    auto operator<=>(const Row&) const = default;
  };
  std::vector<Row> in_order;
  for (Piece& piece : pieces) {
    piece.known.resize(piece.entries.size());
    for (std::size_t i = 0; i < piece.entries.size(); ++i) {
      piece.known[i].key = key_hash(piece.entries[i].key);
      in_order.push_back({piece.poll->source.value, piece.known[i].key, in_order.size(), &piece.known[i]});
    }
  }
  std::sort(in_order.begin(), in_order.end());
  bool any_stored = false;
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const Row& row = in_order[i];
    const bool is_next = i > 0 && in_order[i - 1].source == row.source;
    row.known->is_repeated = is_next && in_order[i - 1].key == row.key;
    if (!is_next) any_stored = has_entries(SourceId{row.source});
    if (any_stored) read_stored(SourceId{row.source}, *row.known);
  }
  MatchKeys keys;
  for (Piece& piece : pieces)
    for (std::size_t i = 0; i < piece.entries.size(); ++i) {
      Known& known = piece.known[i];
      if (known.event) continue;
      known.reading = piece.entries[i].reading;
      if (!known.reading) known.reading = matcher_.read(piece.entries[i].entry, piece.poll->source);
      keys.insert(keys.end(), known.reading->keys.begin(), known.reading->keys.end());
    }
  members_.look_ahead(std::move(keys));
}

void PollWriter::write_entry(const IngestedEntry& given, Known& known) {
  if (known.is_repeated) {
    events_.write_waiting();
    read_stored(source_, known);
  }
  if (!known.event) return match_entry(given, known.key, *known.reading);
  if (known.content_hash == static_cast<std::int64_t>(given.content_hash)) {
    ++counts_.unchanged;
    return;
  }
  ++counts_.changed;
  rematch_entry(given, known.key, EventId{known.event});
}

std::vector<const EventCandidate*> PollWriter::candidates(const IngestedEntry& given, std::int64_t key,
                                                          const MatchReading& reading, EventId except) {
  auto found = members_.candidates(reading, source_, key, except);
  std::erase_if(found, [&](const EventCandidate* one) {
    return std::any_of(one->members.begin(), one->members.end(), [&](const EventMember& member) {
      return member.source == source_ && member.key != key && present().contains(member.key) &&
             are_sittings(member.entry, given.entry);
    });
  });
  return found;
}

/// A new entry joins the event it belongs to, or makes one.
void PollWriter::match_entry(const IngestedEntry& given, std::int64_t key, const MatchReading& reading) {
  const auto found = candidates(given, key, reading, EventId{});
  // Where its old self is, it stays: also where only the user's word put it or keeps it from another.
  for (const EventCandidate* home : found)
    if (const auto old = old_self(given, *home); old && same_start(home->members[*old].entry, given.entry))
      return rename_member(given, key, *home, *old);
  const auto match = found.empty() ? std::nullopt : matcher_.choose(reading, found);
  if (!match) {
    ++counts_.fresh;
    NewEntry entry{source_, key, given.content_hash, encode_entry(given.entry, given.key, &given.event)};
    const EventId event = events_.insert_later(given.event, polled_->url, given.key, std::move(entry), now_);
    members_.add_keys(event, reading.keys);
    return;
  }
  if (const EventCandidate& home = *found[match->candidate]; const auto old = old_self(given, home))
    return rename_member(given, key, home, *old);
  ++counts_.fresh;
  const EventCandidate& home = members_.unite(reading, found, *match);
  insert_entry(given, key, home.event, match->because);
  join_event(given, key, home, reading);
}

/// The member that this entry is, under an id that changed since: the document has it no more.
std::optional<std::size_t> PollWriter::old_self(const IngestedEntry& given, const EventCandidate& home) {
  for (std::size_t i = 0; i < home.members.size(); ++i) {
    const EventMember& member = home.members[i];
    if (member.source == source_ && !present().contains(member.key) && member.entry.url == given.entry.url &&
        member.entry.title.plain == given.entry.title.plain && member.entry.recurrence.id == given.entry.recurrence.id)
      return i;
  }
  return std::nullopt;
}

/// The entry, which is stored as one of them, adds to what the members of `home` say.
void PollWriter::join_event(const IngestedEntry& given, std::int64_t key, const EventCandidate& home,
                            const MatchReading& reading) {
  const auto before = load_event(impl_, home.event);
  std::vector<EventMember> members = home.members;
  members.push_back(member_of(given, key));
  const MatchKeys old_keys = Membership::keys_of(home);
  MatchKeys keys;
  std::set_union(old_keys.begin(), old_keys.end(), reading.keys.begin(), reading.keys.end(), std::back_inserter(keys));
  members_.rebuild(*before, members, old_keys, keys, source_, now_);
}

void PollWriter::rename_member(const IngestedEntry& given, std::int64_t key, const EventCandidate& home,
                               std::size_t old) {
  std::vector<EventMember> members = home.members;
  const MatchKeys old_keys = Membership::keys_of(home);
  const EventId event = home.event;
  rename_entry(members[old].key, key);
  members_.forget(event);
  if (content_hash_of(key) == static_cast<std::int64_t>(given.content_hash)) {
    ++counts_.unchanged;
    return;
  }
  ++counts_.changed;
  const auto before = load_event(impl_, event);
  EventMember fresh = member_of(given, key);
  fresh.because = members[old].because;
  members[old] = std::move(fresh);
  store_entry(given, key, event, members[old].because);
  members_.rebuild(*before, members, old_keys, source_, now_);
}

/// What a known entry says is new: it stays, or goes where it belongs now.
void PollWriter::rematch_entry(const IngestedEntry& given, std::int64_t key, EventId home) {
  if (given.entry.recurrence.repeats()) changed_series_.insert(given.entry.id);
  const auto event = load_event(impl_, home);
  std::vector<EventMember> members = load_members(impl_, *event);
  const auto self = std::find_if(members.begin(), members.end(),
                                 [&](const EventMember& m) { return m.source == source_ && m.key == key; });
  const auto reading = matcher_.read(given.entry, source_);
  const MatchKeys old_keys = members_.keys_of(members);
  if (members.size() == 1 && set_aside(*self, given, *reading)) {
    members_.forget(home);
    return match_entry(given, key, *reading);
  }
  if (members.size() == 1 && move_entry(given, key, home, *reading, old_keys)) return;
  const bool fits =
      self->by_hand || std::all_of(members.begin(), members.end(), [&](const EventMember& other) {
        return &other == &*self || matcher_.still_fits(*reading, *matcher_.read(other.entry, other.source));
      });
  if (!fits) {
    members.erase(self);
    return leave(given, key, *event, members, old_keys);
  }
  self->entry = given.entry;
  self->own = given.event;
  self->withdrawn = false;
  store_entry(given, key, home, self->because);
  members_.rebuild(*event, members, old_keys, source_, now_);
}

/// Where the list uses the id again for another edition, what it said of the earlier one stays, under a key of its own.
/// False when it is no other edition, or that key has been taken.
bool PollWriter::set_aside(const EventMember& earlier, const IngestedEntry& given, const MatchReading& reading) {
  if (!are_editions(earlier.entry, given.entry)) return false;
  if (matcher_.still_fits(reading, *matcher_.read(earlier.entry, source_))) return false;
  const std::int64_t key = key_hash(given.key + '\n' + iso_text(*earlier.entry.start));
  Known taken;
  taken.key = key;
  read_stored(source_, taken);
  if (taken.event) return false;
  rename_entry(earlier.key, key);
  return true;
}

/// The only entry of its event may say now that it belongs to another.
bool PollWriter::move_entry(const IngestedEntry& given, std::int64_t key, EventId home, const MatchReading& reading,
                            const MatchKeys& old_keys) {
  const auto found = candidates(given, key, reading, home);
  const auto match = found.empty() ? std::nullopt : matcher_.choose(reading, found);
  if (!match) return false;
  const EventCandidate& target = *found[match->candidate];
  store_entry(given, key, target.event, match->because);
  members_.replace(home, old_keys, target.event);
  join_event(given, key, target, reading);
  return true;
}

/// The entry speaks of something else than the others now: another edition, another city.
void PollWriter::leave(const IngestedEntry& given, std::int64_t key, const Event& old,
                       std::span<const EventMember> others, const MatchKeys& old_keys) {
  const EventId event =
      events_.insert(given.event, polled_->url,
                     given.key + '\n' + iso_text(given.event.when ? given.event.when->start : Moment{}), now_);
  store_entry(given, key, event, {});
  const EventMember fresh = member_of(given, key);
  members_.add_keys(event, members_.keys_of({&fresh, 1}));
  members_.rebuild(old, others, old_keys, source_, now_);
}

EventMember PollWriter::member_of(const IngestedEntry& given, std::int64_t key) const {
  EventMember member;
  member.source = source_;
  member.key = key;
  member.source_url = polled_->url;
  member.entry = given.entry;
  member.own = given.event;
  return member;
}

std::int64_t PollWriter::content_hash_of(std::int64_t key) {
  Query query = impl_.use("SELECT content_hash FROM entry WHERE source_id = ? AND key_hash = ?");
  query.bind(source_.value).bind(key);
  return query.step() ? query.number(0) : 0;
}

void PollWriter::rename_entry(std::int64_t old_key, std::int64_t key) {
  for (const char* sql : {"UPDATE entry SET key_hash = ?1 WHERE source_id = ?2 AND key_hash = ?3",
                          "UPDATE OR IGNORE apart SET key_a = ?1 WHERE source_a = ?2 AND key_a = ?3",
                          "UPDATE OR IGNORE apart SET key_b = ?1 WHERE source_b = ?2 AND key_b = ?3"}) {
    Query query = impl_.use(sql);
    query.bind(key).bind(source_.value).bind(old_key).run();
  }
}

void PollWriter::insert_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because) {
  const std::string facts = encode_entry(given.entry, given.key, nullptr);
  Query query = impl_.use(
      "INSERT INTO entry(source_id, key_hash, content_hash, event_id, first_seen, changed, because, facts) "
      "VALUES(?,?,?,?,?,?,?,?)");
  query.bind(source_.value).bind(key).bind(given.content_hash).bind(event.value).bind(now_).bind(now_).bind(because);
  query.bind_bytes(facts).run();
}

void PollWriter::store_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because) {
  const std::string facts = encode_entry(given.entry, given.key, nullptr);
  Query query = impl_.use(
      "UPDATE entry SET content_hash = ?, event_id = ?, changed = ?, because = ?, facts = ?, withdrawn = 0 "
      "WHERE source_id = ? AND key_hash = ?");
  query.bind(given.content_hash).bind(event.value).bind(now_).bind(because).bind_bytes(facts);
  query.bind(source_.value).bind(key).run();
}

}  // namespace almanac::store_detail
