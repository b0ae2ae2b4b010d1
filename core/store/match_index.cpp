#include "match_index.hpp"

#include <algorithm>

#include "write_blocks.hpp"

namespace almanac::store_detail {
namespace {

bool has_room(EventId event) { return event.value > 0 && event.value <= event_mask; }

std::int64_t settled(Connection& db) {
  Query query = db.use("SELECT settled FROM match_state");
  return query.step() ? query.number(0) : 0;
}

void add_settled(Connection& db, std::int64_t more) {
  Query query = db.use("UPDATE match_state SET settled = max(0, settled + ?)");
  query.bind(more).run();
}

/// Rewriting all blocks is worth it when that many changes wait: a part of what they hold.
std::size_t worth_settling(std::int64_t settled_pairs) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>(settled_pairs / 16, 64'000, 400'000));
}

/// Finds upper parts in blocks; in ascending order several of one block cost one read.
class BlockReader {
 public:
  BlockReader(Connection& db, const KeyFilter& filter)
      : filter_(filter),
        exact_(db.use("SELECT first, pairs FROM match_block WHERE first = ?")),
        last_before_(db.use("SELECT first, pairs FROM match_block WHERE first <= ? ORDER BY first DESC LIMIT 1")) {}

  void find(std::uint64_t upper, std::size_t most, std::vector<std::int64_t>& events) {
    if (block_ && find_in_block(first_, block_->view(1), upper, most, events)) return;
    if (!read(pair_of(upper, event_mask))) return;
    find_in_block(first_, block_->view(1), upper, most, events);
  }

 private:
  bool read(Pair pair) {
    const auto start = filter_.block_of(pair);
    if (block_) block_->again();
    block_ = start ? &exact_ : &last_before_;
    block_->bind(start.value_or(pair));
    if (block_->step())
      first_ = block_->number(0);
    else
      block_ = nullptr;
    return block_ != nullptr;
  }

  const KeyFilter& filter_;
  Query exact_, last_before_;
  Query* block_ = nullptr;  ///< stands on the block that was read last
  Pair first_ = 0;
};

/// Applies what was said later to the events that were found so far, from `before` on.
void apply(std::span<const PairChange> changes, std::size_t before, std::vector<std::int64_t>& events) {
  for (const PairChange change : changes) {
    const std::int64_t event = change.pair() & event_mask;
    events.erase(std::remove(events.begin() + static_cast<std::ptrdiff_t>(before), events.end(), event), events.end());
    if (!change.removed()) events.push_back(event);
  }
}

}  // namespace

MatchIndex::MatchIndex(Store::Impl& impl) : impl_(impl), recent_(impl.recent_pairs), filter_(impl.key_filter) {
  if (recent_.refresh(*impl.db)) filter_.forget();
}

void MatchIndex::look_ahead(std::vector<std::uint64_t> keys) {
  gather();
  for (std::uint64_t& key : keys) key = upper_of_key(key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  ahead_ = LookedAhead(std::move(keys));
  const auto uppers = ahead_.uppers();
  filter_.expect(*impl_.db, uppers.size(), settled(*impl_.db));
  BlockReader blocks(*impl_.db, filter_);
  ChangeWalk recent(recent_.all()), pending(pending_);
  constexpr std::size_t some = 8;  // as many as the processor waits for at once
  std::vector<std::int64_t> events;
  for (std::size_t i = 0; i < uppers.size(); ++i) {
    if (i + some < uppers.size()) filter_.prefetch(uppers[i + some]);
    events.clear();
    // Enough of them to tell that they are too many.
    if (filter_.may_have(uppers[i])) blocks.find(uppers[i], most_alike + 1, events);
    apply(recent.find(uppers[i]), 0, events);
    apply(pending.find(uppers[i]), 0, events);
    ahead_.add_stored(events);
  }
}

void MatchIndex::find(std::uint64_t key, std::vector<std::int64_t>& events) {
  const std::uint64_t upper = upper_of_key(key);
  const std::size_t before = events.size();
  const auto slot = ahead_.slot_of(upper);
  if (slot) {
    const auto stored = ahead_.stored(*slot);
    events.insert(events.end(), stored.begin(), stored.end());
  } else {
    if (filter_.may_have(upper)) BlockReader(*impl_.db, filter_).find(upper, most_alike + 1, events);
    apply(find_changes_of(upper, recent_.all()), before, events);
    apply(find_changes_of(upper, pending_), before, events);
  }
  if (!gone_.empty())
    events.erase(std::remove_if(events.begin() + static_cast<std::ptrdiff_t>(before), events.end(),
                                [&](std::int64_t event) { return gone_.contains(pair_of(upper, event)); }),
                 events.end());
  if (slot) {
    ahead_.find_fresh(*slot, most_alike + 1, events);
  } else {
    const auto [first, last] = strays_.equal_range(upper);
    for (auto at = first; at != last && events.size() - before <= most_alike; ++at) events.push_back(at->second);
  }
  if (events.size() - before > most_alike) events.resize(before);
}

void MatchIndex::add(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) {
    const std::uint64_t upper = upper_of_key(key);
    if (!gone_.empty() && gone_.erase(pair_of(upper, event.value)) > 0) continue;  // it was there before
    if (const auto slot = ahead_.slot_of(upper))
      ahead_.add_fresh(*slot, event.value);
    else
      strays_.emplace(upper, event.value);
  }
}

void MatchIndex::remove(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) {
    const std::uint64_t upper = upper_of_key(key);
    if (!remove_fresh(upper, event.value)) gone_.insert(pair_of(upper, event.value));
  }
}

bool MatchIndex::remove_fresh(std::uint64_t upper, std::int64_t event) {
  if (const auto slot = ahead_.slot_of(upper)) return ahead_.remove_fresh(*slot, event);
  const auto [first, last] = strays_.equal_range(upper);
  const auto at = std::find_if(first, last, [&](const auto& one) { return one.second == event; });
  if (at == last) return false;
  strays_.erase(at);
  return true;
}

void MatchIndex::gather() {
  std::vector<PairChange> fresh;
  ahead_.append_fresh(fresh);
  if (!strays_.empty() || !gone_.empty()) {
    for (const auto& [upper, event] : strays_) fresh.emplace_back(pair_of(upper, event));
    for (const Pair pair : gone_) fresh.emplace_back(pair, true);
    std::sort(fresh.begin(), fresh.end());
  }
  ahead_ = {};
  strays_.clear();
  gone_.clear();
  keep_last(fresh);
  if (pending_.empty())
    pending_ = std::move(fresh);
  else
    put_on_top(pending_, fresh);
}

void MatchIndex::flush() {
  gather();
  if (pending_.empty()) return;
  Connection& db = *impl_.db;
  recent_.append(db, pending_);
  pending_.clear();
  if (recent_.all().size() < worth_settling(settled(db))) return;
  const BlocksWritten done = write_blocks(db, recent_.all());
  add_settled(db, done.more);
  filter_.add(recent_.all(), done.begun);
  recent_.clear(db);
}

std::optional<std::int64_t> sweep_match_index(Store::Impl& impl, std::int64_t from, std::size_t limit) {
  Connection& db = *impl.db;
  for (std::size_t seen = 0; seen < limit;) {
    std::vector<Pair> pairs;
    {
      Query query = db.use("SELECT first, pairs FROM match_block WHERE first >= ? ORDER BY first LIMIT 1");
      query.bind(from);
      if (!query.step()) return std::nullopt;
      from = query.number(0);
      pairs = decode_block(from, query.view(1));
    }
    const std::size_t before = pairs.size();
    std::erase_if(pairs, [&](Pair pair) {
      Query query = db.use("SELECT 1 FROM event WHERE id = ?");
      query.bind(pair & event_mask);
      return !query.step();
    });
    if (pairs.size() < before) {
      std::vector<Pair> begun;
      replace_block(db, from, pairs, begun);
      impl.key_filter.add({}, begun);
      add_settled(db, static_cast<std::int64_t>(pairs.size()) - static_cast<std::int64_t>(before));
    }
    seen += before + 1;
    ++from;
  }
  return from;
}

}  // namespace almanac::store_detail
