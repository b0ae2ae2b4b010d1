#include "recent_pairs.hpp"

#include <algorithm>

#include "low_bytes.hpp"

namespace almanac::store_detail {
namespace {

constexpr std::size_t change_bytes = 8;

std::string encode(std::span<const PairChange> changes) {
  std::string out(changes.size() * change_bytes, '\0');
  char* at = out.data();
  for (const PairChange change : changes) {
    put_low_bytes(at, change.bits());
    at += change_bytes;
  }
  return out;
}

void decode(std::string_view bytes, std::vector<PairChange>& changes) {
  for (; bytes.size() >= change_bytes; bytes.remove_prefix(change_bytes))
    changes.push_back(PairChange::of_bits(low_bytes(bytes.data())));
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

void RecentPairs::append(Connection& db, std::span<const PairChange> changes) {
  const std::string bytes = encode(changes);
  Query query = db.use("INSERT INTO match_log(changes) VALUES(?)");
  query.bind_bytes(bytes).run();
  put_on_top(changes_, changes);
}

void RecentPairs::clear(Connection& db) {
  Query query = db.use("DELETE FROM match_log");
  query.run();
  changes_.clear();
}

}  // namespace almanac::store_detail
