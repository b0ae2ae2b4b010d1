#pragma once
#include <almanac/ingest/refresh_source.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "status.hpp"

namespace almanac {

/// What the parts of the daemon leave for `almanac status`; outlives a reload. One thread.
struct StatusBoard {
  std::int64_t polls = 0, failed = 0;
  std::int64_t chosen = 0, choosing_us = 0;
  std::string store_trouble, config_trouble;  ///< empty: all is well
  std::string damage;                         ///< of the database, until it is checked again
  std::deque<PollNote> last;                  ///< newest first
  std::map<std::string, DigestNote> digests;  ///< by profile

  /// Counts a poll and keeps it among the last ones.
  void add(const Refreshed& done, sys_seconds now);
};

}  // namespace almanac
