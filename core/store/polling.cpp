#include <algorithm>
#include <almanac/store/matcher.hpp>
#include <unordered_set>

#include "codec.hpp"
#include "event_rows.hpp"
#include "event_writer.hpp"
#include "impl.hpp"
#include "membership.hpp"
#include "source_rows.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

std::int64_t key_hash(const std::string& key) { return static_cast<std::int64_t>(content_hash(key)); }

/// Leaves every entry where it is.
class NoMatcher final : public EventMatcher {
 public:
  std::vector<std::uint64_t> keys(const Entry&) const override { return {}; }
  std::optional<EventMatch> choose(const Entry&, SourceId, std::span<const EventCandidate>) const override {
    return {};
  }
  bool still_fits(const Entry&, SourceId, std::span<const EventMember>) const override { return true; }
  Event merge(std::span<const EventMember>, const Event& before) const override { return before; }
};
const NoMatcher no_matcher;

/// Writes the polls of one transaction.
class PollWriter {
 public:
  PollWriter(Store::Impl& impl, sys_seconds now, const EventMatcher* matcher)
      : impl_(impl),
        now_(now),
        matcher_(matcher),
        events_(impl),
        members_(impl, events_, matcher ? *matcher : no_matcher) {}

  void write(const SourcePoll& poll) {
    if (!begin(poll.source)) return;  // unfollowed while it was polled
    present_.clear();
    for (const IngestedEntry& entry : poll.entries) present_.insert(key_hash(entry.key));
    for (const std::string& key : poll.present) present_.insert(key_hash(key));
    for (const IngestedEntry& entry : poll.entries) write_entry(entry);
    if (poll.complete) withdraw_missing(poll);
    write_source(poll);
    write_log(poll.fetch);
    total_.fresh += counts_.fresh;
    total_.changed += counts_.changed;
    total_.unchanged += counts_.unchanged;
    total_.withdrawn += counts_.withdrawn;
  }

  const PollCounts& counts() const { return total_; }

 private:
  bool begin(SourceId id) {
    Query query = impl_.use("SELECT url, polls FROM source WHERE id = ?");
    query.bind(id.value);
    if (!query.step()) return false;
    source_ = id;
    url_ = query.text(0);
    polls_ = query.number(1);
    counts_ = {};
    return true;
  }

  void write_entry(const IngestedEntry& given) {
    const std::int64_t key = key_hash(given.key);
    std::int64_t stored_hash = 0, stored_event = 0;
    {
      Query query = impl_.use("SELECT content_hash, event_id FROM entry WHERE source_id = ? AND key_hash = ?");
      query.bind(source_.value).bind(key);
      if (query.step()) {
        stored_hash = query.number(0);
        stored_event = query.number(1);
      }
    }
    const bool joins = given.into && given.into.value != stored_event;
    if (stored_event && !joins && stored_hash == static_cast<std::int64_t>(given.content_hash)) {
      ++counts_.unchanged;
    } else if (stored_event) {
      ++counts_.changed;
      matcher_ ? rematch_entry(given, key, EventId{stored_event}) : change_entry(given, key, EventId{stored_event});
    } else if (matcher_) {
      match_entry(given, key);
    } else {
      ++counts_.fresh;
      add_entry(given, key);
    }
  }

  void add_entry(const IngestedEntry& given, std::int64_t key) {
    EventId event;
    bool alone = true;
    if (given.into && merge_into(given.into, given)) {
      event = given.into;
      alone = false;
    } else {
      event = events_.insert(given.event, url_, given.key, now_);
    }
    const std::string facts = sd::encode_entry(given.entry, given.key, alone ? &given.event : nullptr);
    Query query = impl_.use(
        "INSERT INTO entry(source_id, key_hash, content_hash, event_id, first_seen, changed, because, facts) "
        "VALUES(?,?,?,?,?,?,?,?)");
    query.bind(source_.value)
        .bind(key)
        .bind(given.content_hash)
        .bind(event.value)
        .bind(now_)
        .bind(now_)
        .bind(given.merged_because);
    query.bind_bytes(facts).run();
  }

  void change_entry(const IngestedEntry& given, std::int64_t key, EventId old_event) {
    const EventId target = given.into ? given.into : old_event;
    const bool alone = target == old_event && entries_of(target) == 1;
    bool merged = true;
    if (alone) {
      if (const auto before = sd::load_event(impl_, target)) events_.update(*before, given.event, source_, now_);
    } else {
      merged = merge_into(target, given);
    }
    const EventId event = merged ? target : old_event;
    const std::string facts = sd::encode_entry(given.entry, given.key, alone ? &given.event : nullptr);
    {
      Query query = impl_.use(
          "UPDATE entry SET content_hash = ?, event_id = ?, changed = ?, because = ?, facts = ?, withdrawn = 0 WHERE "
          "source_id = ? "
          "AND key_hash = ?");
      query.bind(given.content_hash).bind(event.value).bind(now_).bind(given.merged_because).bind_bytes(facts);
      query.bind(source_.value).bind(key).run();
    }
    if (event != old_event && entries_of(old_event) == 0) members_.replace(old_event, event);
  }

  /// The event takes the merged facts; entries that leaned on its old ones get their own copy first. False if there is
  /// none.
  bool merge_into(EventId target, const IngestedEntry& given) {
    const auto before = sd::load_event(impl_, target);
    if (!before) return false;
    members_.pin(*before);
    events_.update(*before, given.event, source_, now_);
    return true;
  }

  /// A new entry joins the event it belongs to, or makes one.
  void match_entry(const IngestedEntry& given, std::int64_t key) {
    const auto candidates = members_.candidates(given.entry, source_, key, EventId{});
    const auto match = matcher_->choose(given.entry, source_, candidates);
    if (!match) {
      ++counts_.fresh;
      const EventId event = events_.insert(given.event, url_, given.key, now_);
      insert_entry(given, key, event, {}, &given.event);
      const EventMember alone = member_of(given, key);
      members_.write_keys(event, {&alone, 1});
      return;
    }
    const EventCandidate& home = candidates[match->candidate];
    if (const EventMember* old = renamed(home, given.entry)) {
      rename_entry(*old, key);
      const auto was = content_hash_of(key);
      if (was == static_cast<std::int64_t>(given.content_hash)) {
        ++counts_.unchanged;
        return;
      }
      ++counts_.changed;
      store_entry(given, key, home.event, old->because, nullptr);
    } else {
      ++counts_.fresh;
      insert_entry(given, key, home.event, match->because, nullptr);
    }
    const EventMember fresh = member_of(given, key);
    members_.rebuild(home.event, &fresh, source_, now_);
  }

  /// The entry of the same source that this one is, under an id that changed since: the document has it no more.
  const EventMember* renamed(const EventCandidate& home, const Entry& entry) const {
    for (const EventMember& member : home.members)
      if (member.source == source_ && !present_.contains(member.key) && member.entry.url == entry.url &&
          member.entry.title.plain == entry.title.plain && member.entry.recurrence.id == entry.recurrence.id)
        return &member;
    return nullptr;
  }

  /// What a known entry says is new: it stays, or goes where it belongs now.
  void rematch_entry(const IngestedEntry& given, std::int64_t key, EventId home) {
    const EventMember fresh = member_of(given, key);
    const auto event = sd::load_event(impl_, home);
    if (!event) return;
    std::vector<EventMember> others = sd::load_members(impl_, *event);
    const auto self = std::find_if(others.begin(), others.end(),
                                   [&](const EventMember& m) { return m.source == source_ && m.key == key; });
    const bool by_hand = self != others.end() && self->by_hand;
    const std::string because = self != others.end() ? self->because : std::string();
    if (self != others.end()) others.erase(self);
    if (!by_hand && !others.empty() && !matcher_->still_fits(given.entry, source_, others))
      return leave(given, key, *event);
    if (others.empty()) {
      const auto candidates = members_.candidates(given.entry, source_, key, home);
      if (const auto match = matcher_->choose(given.entry, source_, candidates)) {
        const EventId target = candidates[match->candidate].event;
        store_entry(given, key, target, match->because, nullptr);
        members_.replace(home, target);
        members_.rebuild(target, &fresh, source_, now_);
        return;
      }
    }
    members_.pin(*event);
    store_entry(given, key, home, because, nullptr);
    members_.rebuild(home, &fresh, source_, now_);
  }

  /// The entry speaks of something else than the others now: another edition, another city.
  void leave(const IngestedEntry& given, std::int64_t key, const Event& old) {
    members_.pin(old);
    const EventId event = events_.insert(
        given.event, url_, given.key + '\n' + iso_text(given.event.when ? given.event.when->start : Moment{}), now_);
    store_entry(given, key, event, {}, nullptr);
    const EventMember fresh = member_of(given, key);
    members_.write_keys(event, {&fresh, 1});
    members_.rebuild(old.id, nullptr, source_, now_);
  }

  EventMember member_of(const IngestedEntry& given, std::int64_t key) const {
    EventMember member;
    member.source = source_;
    member.key = key;
    member.source_url = url_;
    member.entry = given.entry;
    member.own = given.event;
    return member;
  }

  std::int64_t content_hash_of(std::int64_t key) {
    Query query = impl_.use("SELECT content_hash FROM entry WHERE source_id = ? AND key_hash = ?");
    query.bind(source_.value).bind(key);
    return query.step() ? query.number(0) : 0;
  }

  void rename_entry(const EventMember& old, std::int64_t key) {
    for (const char* sql : {"UPDATE entry SET key_hash = ?1 WHERE source_id = ?2 AND key_hash = ?3",
                            "UPDATE OR IGNORE apart SET key_a = ?1 WHERE source_a = ?2 AND key_a = ?3",
                            "UPDATE OR IGNORE apart SET key_b = ?1 WHERE source_b = ?2 AND key_b = ?3"}) {
      Query query = impl_.use(sql);
      query.bind(key).bind(source_.value).bind(old.key).run();
    }
  }

  void insert_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because,
                    const Event* same_as) {
    const std::string facts = sd::encode_entry(given.entry, given.key, same_as);
    Query query = impl_.use(
        "INSERT INTO entry(source_id, key_hash, content_hash, event_id, first_seen, changed, because, facts) "
        "VALUES(?,?,?,?,?,?,?,?)");
    query.bind(source_.value).bind(key).bind(given.content_hash).bind(event.value).bind(now_).bind(now_).bind(because);
    query.bind_bytes(facts).run();
  }

  void store_entry(const IngestedEntry& given, std::int64_t key, EventId event, const std::string& because,
                   const Event* same_as) {
    const std::string facts = sd::encode_entry(given.entry, given.key, same_as);
    Query query = impl_.use(
        "UPDATE entry SET content_hash = ?, event_id = ?, changed = ?, because = ?, facts = ?, withdrawn = 0 "
        "WHERE source_id = ? AND key_hash = ?");
    query.bind(given.content_hash).bind(event.value).bind(now_).bind(because).bind_bytes(facts);
    query.bind(source_.value).bind(key).run();
  }

  std::int64_t entries_of(EventId event) {
    Query query = impl_.use("SELECT count(*) FROM entry WHERE event_id = ?");
    query.bind(event.value);
    query.step();
    return query.number(0);
  }

  /// Notes that the source lists the entry no more; true when no other source has the event still. Should the entry
  /// come back as it was, it has to count as changed.
  bool withdraw_entry(std::int64_t key, EventId event) {
    Query query = impl_.use(
        "UPDATE entry SET withdrawn = 1, content_hash = ~content_hash WHERE source_id = ? AND key_hash = ? AND "
        "withdrawn = 0");
    query.bind(source_.value).bind(key).run();
    Query left = impl_.use("SELECT 1 FROM entry WHERE event_id = ? AND withdrawn = 0 LIMIT 1");
    left.bind(event.value);
    return !left.step();
  }

  void withdraw_missing(const SourcePoll& poll) {
    std::unordered_set<std::int64_t> present;
    for (const IngestedEntry& entry : poll.entries) present.insert(key_hash(entry.key));
    for (const std::string& key : poll.present) present.insert(key_hash(key));
    if (present.empty()) return;
    std::vector<std::pair<std::int64_t, std::int64_t>> missing;
    {
      Query query = impl_.use(
          "SELECT n.key_hash, n.event_id FROM entry n JOIN event e ON e.id = n.event_id "
          "WHERE n.source_id = ? AND e.last > ? AND e.status NOT IN (3, 5)");
      query.bind(source_.value).bind(now_);
      while (query.step())
        if (!present.contains(query.number(0))) missing.emplace_back(query.number(0), query.number(1));
    }
    for (const auto& [key, id] : missing) {
      if (!withdraw_entry(key, EventId{id})) continue;  // another source still has it
      const auto before = sd::load_event(impl_, EventId{id});
      Event after = *before;
      after.status = EventStatus::withdrawn;
      events_.update(*before, after, source_, now_);
      ++counts_.withdrawn;
    }
  }

  void write_source(const SourcePoll& poll) {
    const Health& h = poll.health;
    Query query = impl_.use(
        "UPDATE source SET state = CASE state WHEN 4 THEN 4 ELSE ? END, last_attempt=?, last_good=?, last_changed=?, "
        "next_due=?, due_reason=?, "
        "failures=?, gone_streak=?, last_error=?, polls = polls + 1, name = CASE name WHEN '' THEN ? ELSE name END, "
        "plugin = CASE plugin WHEN '' THEN ? ELSE plugin END WHERE id = ?");
    static const std::string nothing;
    sd::write_health(query, h);
    query.bind(poll.name ? *poll.name : nothing).bind(poll.plugin ? *poll.plugin : nothing).bind(source_.value).run();
    if (!poll.validators) return;
    Query validators = impl_.use("UPDATE source SET etag = ?, last_modified = ?, validators_for = ? WHERE id = ?");
    validators.bind(poll.validators->etag)
        .bind(poll.validators->last_modified)
        .bind(poll.validators_for)
        .bind(source_.value)
        .run();
  }

  void write_log(const FetchRecord& fetch) {
    Query query = impl_.use(
        "INSERT OR REPLACE INTO fetch_log(source_id, slot, at, http_status, bytes, took, fresh, changed, unchanged, "
        "error) VALUES(?,?,?,?,?,?,?,?,?,?)");
    query.bind(source_.value)
        .bind(polls_ % sd::log_slots)
        .bind(fetch.at)
        .bind(fetch.http_status)
        .bind(fetch.bytes)
        .bind(fetch.took.count());
    query.bind(counts_.fresh).bind(counts_.changed).bind(counts_.unchanged).bind(fetch.error).run();
  }

  Store::Impl& impl_;
  sys_seconds now_;
  const EventMatcher* matcher_;
  sd::EventWriter events_;
  sd::Membership members_;
  std::unordered_set<std::int64_t> present_;  ///< keys of the poll being written
  SourceId source_;
  std::string url_;
  std::int64_t polls_ = 0;
  PollCounts counts_, total_;
};

}  // namespace

Store::Outcome<PollCounts> Store::commit_poll(const PollCommit& commit, const EventMatcher* matcher) {
  return impl_->write([&]() -> Outcome<PollCounts> {
    PollWriter writer(*impl_, commit.now, matcher);
    for (const SourcePoll& poll : commit.polls) writer.write(poll);
    return writer.counts();
  });
}

Store::Outcome<std::vector<bool>> Store::unchanged(SourceId source, std::span<const EntryStamp> stamps) {
  return impl_->read([&]() -> Outcome<std::vector<bool>> {
    std::vector<bool> same;
    same.reserve(stamps.size());
    for (const EntryStamp& stamp : stamps) {
      Query query = impl_->use("SELECT content_hash FROM entry WHERE source_id = ? AND key_hash = ?");
      query.bind(source.value).bind(key_hash(stamp.key));
      same.push_back(query.step() && query.number(0) == static_cast<std::int64_t>(stamp.content_hash));
    }
    return same;
  });
}

Store::Outcome<void> Store::remove_source(SourceId id) {
  return impl_->write([&]() -> Outcome<void> {
    std::vector<EventId> alone;
    {
      Query query = impl_->use(
          "SELECT DISTINCT n.event_id FROM entry n WHERE n.source_id = ?1 "
          "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.event_id = n.event_id AND x.source_id <> ?1) "
          "AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.event_id = n.event_id AND (m.star OR m.going OR m.note <> "
          "''))");
      query.bind(id.value);
      while (query.step()) alone.push_back(EventId{query.number(0)});
    }
    sd::EventWriter events(*impl_);
    for (const EventId event : alone)
      if (const auto gone = sd::load_event(*impl_, event)) events.remove(*gone);
    Query query = impl_->use("DELETE FROM source WHERE id = ?");
    query.bind(id.value).run();
    if (impl_->db->changes() == 0)
      return sd::problem(StoreErrc::missing, "no source " + std::to_string(id.value), "'almanac sources' lists them");
    return {};
  });
}

}  // namespace almanac
