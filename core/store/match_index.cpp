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
  explicit BlockReader(Connection& db)
      : query_(db.use("SELECT first, pairs FROM match_block WHERE first <= ? ORDER BY first DESC LIMIT 1")) {}

  void find(std::uint64_t upper, std::size_t most, std::vector<std::int64_t>& events) {
    if (is_read_ && find_in_block(first_, query_.view(1), upper, most, events)) return;
    query_.again();
    query_.bind(pair_of(upper, event_mask));
    is_read_ = query_.step();
    if (!is_read_) return;
    first_ = query_.number(0);
    find_in_block(first_, query_.view(1), upper, most, events);
  }

 private:
  Query query_;
  Pair first_ = 0;
  bool is_read_ = false;
};

/// Appends the events that are stored under an upper part; enough of them to tell that they are too many.
void find_stored(BlockReader& blocks, const KeyFilter& filter, const RecentPairs& recent, std::uint64_t upper,
                 std::vector<std::int64_t>& events) {
  const auto before = static_cast<std::ptrdiff_t>(events.size());
  if (filter.may_have(upper)) blocks.find(upper, MatchIndex::most_alike + 1, events);
  for (const PairChange& change : recent.find(upper)) {
    const std::int64_t event = change.pair & event_mask;
    events.erase(std::remove(events.begin() + before, events.end(), event), events.end());
    if (!change.removed) events.push_back(event);
  }
}

}  // namespace

MatchIndex::MatchIndex(Store::Impl& impl) : impl_(impl), recent_(impl.recent_pairs), filter_(impl.key_filter) {
  if (recent_.refresh(*impl.db)) filter_.forget();
}

void MatchIndex::look_ahead(std::vector<std::uint64_t> keys) {
  for (std::uint64_t& key : keys) key = upper_of_key(key);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  ahead_ = {std::move(keys), {}, {}};
  ahead_.ends.reserve(ahead_.uppers.size());
  filter_.expect(*impl_.db, ahead_.uppers.size(), settled(*impl_.db));
  BlockReader blocks(*impl_.db);
  for (const std::uint64_t upper : ahead_.uppers) {
    find_stored(blocks, filter_, recent_, upper, ahead_.events);
    ahead_.ends.push_back(static_cast<std::uint32_t>(ahead_.events.size()));
  }
}

void MatchIndex::find(std::uint64_t key, std::vector<std::int64_t>& events) {
  const std::uint64_t upper = upper_of_key(key);
  const std::size_t before = events.size();
  const auto seen = std::lower_bound(ahead_.uppers.begin(), ahead_.uppers.end(), upper);
  if (seen != ahead_.uppers.end() && *seen == upper) {
    const auto at = static_cast<std::size_t>(seen - ahead_.uppers.begin());
    const auto from = static_cast<std::ptrdiff_t>(at ? ahead_.ends[at - 1] : 0);
    events.insert(events.end(), ahead_.events.begin() + from, ahead_.events.begin() + ahead_.ends[at]);
  } else {
    BlockReader blocks(*impl_.db);
    find_stored(blocks, filter_, recent_, upper, events);
  }
  if (!gone_.empty())
    events.erase(std::remove_if(events.begin() + static_cast<std::ptrdiff_t>(before), events.end(),
                                [&](std::int64_t event) { return gone_.contains(pair_of(upper, event)); }),
                 events.end());
  const auto [first, last] = fresh_.equal_range(upper);
  for (auto at = first; at != last && events.size() - before <= most_alike; ++at) events.push_back(at->second);
  if (events.size() - before > most_alike) events.resize(before);
}

void MatchIndex::add(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) {
    const std::uint64_t upper = upper_of_key(key);
    if (!gone_.empty()) gone_.erase(pair_of(upper, event.value));
    fresh_.emplace(upper, event.value);
  }
}

void MatchIndex::remove(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) {
    const std::uint64_t upper = upper_of_key(key);
    const auto [first, last] = fresh_.equal_range(upper);
    const auto at = std::find_if(first, last, [&](const auto& one) { return one.second == event.value; });
    if (at != last)
      fresh_.erase(at);
    else
      gone_.insert(pair_of(upper, event.value));
  }
}

void MatchIndex::flush() {
  if (fresh_.empty() && gone_.empty()) return;
  std::vector<PairChange> changes;
  changes.reserve(fresh_.size() + gone_.size());
  for (const auto& [upper, event] : fresh_) changes.push_back({pair_of(upper, event), false});
  for (const Pair pair : gone_) changes.push_back({pair, true});
  std::sort(changes.begin(), changes.end());
  const auto same = [](const PairChange& a, const PairChange& b) { return a.pair == b.pair; };
  changes.erase(std::unique(changes.begin(), changes.end(), same), changes.end());
  fresh_.clear();
  gone_.clear();
  ahead_ = {};
  Connection& db = *impl_.db;
  recent_.append(db, std::move(changes));
  if (recent_.all().size() < worth_settling(settled(db))) return;
  add_settled(db, write_blocks(db, recent_.all()));
  filter_.add(recent_.all());
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
      replace_block(db, from, pairs);
      add_settled(db, static_cast<std::int64_t>(pairs.size()) - static_cast<std::int64_t>(before));
    }
    seen += before + 1;
    ++from;
  }
  return from;
}

}  // namespace almanac::store_detail
