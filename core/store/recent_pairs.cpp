#include "recent_pairs.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

constexpr std::size_t change_bytes = 8;

/// Pair and whether it is to go, low byte first.
std::string encode(std::span<const PairChange> changes) {
  std::string out;
  out.reserve(changes.size() * change_bytes);
  for (const PairChange& change : changes) {
    std::uint64_t bits = static_cast<std::uint64_t>(change.pair) << 1 | (change.removed ? 1 : 0);
    for (std::size_t i = 0; i < change_bytes; ++i, bits >>= 8) out += static_cast<char>(bits);
  }
  return out;
}

void decode(std::string_view bytes, std::vector<PairChange>& changes) {
  for (; bytes.size() >= change_bytes; bytes.remove_prefix(change_bytes)) {
    std::uint64_t bits = 0;
    for (std::size_t i = change_bytes; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    changes.push_back({static_cast<Pair>(bits >> 1), (bits & 1) != 0});
  }
}

/// Of equal pairs the last one stays.
void keep_last(std::vector<PairChange>& sorted) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (kept > 0 && sorted[kept - 1].pair == sorted[i].pair) --kept;
    sorted[kept++] = sorted[i];
  }
  sorted.resize(kept);
}

}  // namespace

bool RecentPairs::refresh(Connection& db) {
  std::int64_t now = 0;
  {
    Query query = db.use("PRAGMA data_version");
    if (query.step()) now = query.number(0);
  }
  if (now == version_) return false;
  changes_.clear();
  Query query = db.use("SELECT changes FROM match_log ORDER BY n");
  while (query.step()) decode(query.view(0), changes_);
  std::stable_sort(changes_.begin(), changes_.end());
  keep_last(changes_);
  version_ = now;
  return true;
}

std::span<const PairChange> RecentPairs::find(std::uint64_t upper) const {
  const auto first = std::lower_bound(changes_.begin(), changes_.end(), PairChange{pair_of(upper, 0)});
  auto last = first;
  while (last != changes_.end() && upper_of(last->pair) == upper) ++last;
  return {first, last};
}

void RecentPairs::append(Connection& db, std::vector<PairChange> changes) {
  const std::string bytes = encode(changes);
  Query query = db.use("INSERT INTO match_log(changes) VALUES(?)");
  query.bind_bytes(bytes).run();
  const auto middle = static_cast<std::ptrdiff_t>(changes_.size());
  changes_.insert(changes_.end(), changes.begin(), changes.end());
  std::inplace_merge(changes_.begin(), changes_.begin() + middle, changes_.end());
  keep_last(changes_);
}

void RecentPairs::clear(Connection& db) {
  Query query = db.use("DELETE FROM match_log");
  query.run();
  changes_.clear();
}

}  // namespace almanac::store_detail
