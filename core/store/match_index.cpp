#include "match_index.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

constexpr int event_bits = 30;
constexpr std::int64_t event_mask = (std::int64_t{1} << event_bits) - 1;

/// The upper 33 bits. Two keys of a million events meet by chance once in a few thousand; the facts are compared
/// anyway.
std::uint64_t upper(std::uint64_t key) { return key >> (event_bits + 1); }

std::int64_t pair_of(std::uint64_t upper_bits, std::int64_t event) {
  return static_cast<std::int64_t>(upper_bits) << event_bits | event;
}

/// The large table is rewritten in stretches of this many pairs' room, when so many wait for one.
constexpr int stretch_bits = 63 - 5;
constexpr std::int64_t worth_settling = 4'000;
/// A transaction with so many new pairs looks after all stretches, a smaller one after one of them.
constexpr std::size_t many_pairs = 1'000;

bool has_room(EventId event) { return event.value > 0 && event.value <= event_mask; }

}  // namespace

void MatchIndex::find(std::uint64_t key, std::vector<std::int64_t>& events) {
  const std::size_t before = events.size();
  const auto take = [&](std::int64_t event) {
    if (events.size() - before == most_alike) return false;
    events.push_back(event);
    return true;
  };
  const auto [first, last] = fresh_.equal_range(upper(key));
  for (auto at = first; at != last; ++at)
    if (!take(at->second)) return events.resize(before);
  Query query = impl_.use(
      "SELECT pair FROM match_key_new WHERE pair BETWEEN ?1 AND ?2 UNION ALL "
      "SELECT pair FROM match_key WHERE pair BETWEEN ?1 AND ?2");
  query.bind(pair_of(upper(key), 0)).bind(pair_of(upper(key), event_mask));
  while (query.step())
    if (!take(query.number(0) & event_mask)) return events.resize(before);
}

void MatchIndex::add(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) fresh_.emplace(upper(key), event.value);
}

void MatchIndex::remove(EventId event, std::span<const std::uint64_t> keys) {
  if (!has_room(event)) return;
  for (const std::uint64_t key : keys) {
    const auto [first, last] = fresh_.equal_range(upper(key));
    const auto at = std::find_if(first, last, [&](const auto& one) { return one.second == event.value; });
    if (at != last) {
      fresh_.erase(at);
      continue;
    }
    for (const char* sql : {"DELETE FROM match_key_new WHERE pair = ?", "DELETE FROM match_key WHERE pair = ?"}) {
      Query query = impl_.use(sql);
      query.bind(pair_of(upper(key), event.value)).run();
    }
  }
}

void MatchIndex::flush() {
  if (fresh_.empty()) return;
  std::vector<std::int64_t> pairs;
  pairs.reserve(fresh_.size());
  for (const auto& [key, event] : fresh_) pairs.push_back(pair_of(key, event));
  fresh_.clear();
  const std::int64_t any = pairs.front();
  std::sort(pairs.begin(), pairs.end());
  {
    Query query = impl_.use("INSERT OR IGNORE INTO match_key_new(pair) VALUES(?)");
    for (const std::int64_t pair : pairs) {
      query.bind(pair).run();
      query.again();
    }
  }
  if (pairs.size() < many_pairs) return settle(any);
  for (std::int64_t stretch = 0; stretch < std::int64_t{1} << (63 - stretch_bits); ++stretch)
    settle(stretch << stretch_bits);
}

/// Moves the pairs of one stretch from the small table to the large one, if they are many.
void MatchIndex::settle(std::int64_t pair) {
  const std::int64_t first = pair >> stretch_bits << stretch_bits;
  const std::int64_t last = first | ((std::int64_t{1} << stretch_bits) - 1);
  {
    Query query = impl_.use("SELECT 1 FROM match_key_new WHERE pair BETWEEN ? AND ? LIMIT 1 OFFSET ?");
    query.bind(first).bind(last).bind(worth_settling);
    if (!query.step()) return;
  }
  for (const char* sql : {"INSERT OR IGNORE INTO match_key SELECT pair FROM match_key_new WHERE pair BETWEEN ? AND ? "
                          "ORDER BY pair",
                          "DELETE FROM match_key_new WHERE pair BETWEEN ? AND ?"}) {
    Query query = impl_.use(sql);
    query.bind(first).bind(last).run();
  }
}

std::optional<std::int64_t> sweep_match_index(Store::Impl& impl, std::int64_t from, std::size_t limit) {
  std::optional<std::int64_t> next;
  {
    Query query = impl.use("SELECT pair FROM match_key WHERE pair >= ? ORDER BY pair LIMIT 1 OFFSET ?");
    query.bind(from).bind(limit);
    if (query.step()) next = query.number(0);
  }
  for (const char* sql :
       {"DELETE FROM match_key WHERE pair >= ?1 AND pair < ?2 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = pair "
        "& "
        "?3)",
        "DELETE FROM match_key_new WHERE pair >= ?1 AND pair < ?2 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = "
        "pair & ?3)"}) {
    Query query = impl.use(sql);
    query.bind(from).bind(next.value_or(INT64_MAX)).bind(event_mask).run();
  }
  return next;
}

}  // namespace almanac::store_detail
