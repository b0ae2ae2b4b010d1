#pragma once
#include <almanac/base/clock.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// How one poll of the daemon ended, in words for people.
struct PollNote {
  sys_seconds at{};
  std::string source, words;
  bool failed = false;
  friend bool operator==(const PollNote&, const PollNote&) = default;
};

/// When a profile's next issue is made, and what became of the last one.
struct DigestNote {
  std::string profile;
  std::optional<sys_seconds> next;
  std::string last;  ///< in words; empty: none yet
  friend bool operator==(const DigestNote&, const DigestNote&) = default;
};

/// What the daemon says of itself.
struct DaemonStatus {
  std::int64_t process = 0;
  std::string version, database;
  sys_seconds now{}, started{};
  std::int64_t sources = 0, failing = 0;
  std::int64_t waiting = 0, running = 0;  ///< polls: for their turn, under way
  std::optional<sys_seconds> next_due;
  std::int64_t polls = 0, failed = 0;        ///< since the start
  std::int64_t chosen = 0, choosing_us = 0;  ///< sources that were due when some last were; how long choosing and
                                             ///< starting them took
  std::string trouble;                       ///< what the store or the configuration last refused; empty: nothing
  std::vector<PollNote> last;                ///< newest first
  std::vector<DigestNote> digests;
  friend bool operator==(const DaemonStatus&, const DaemonStatus&) = default;
};

/// One line of JSON without newline: "schema" is "almanac.status/1", "running" true. Fields are only ever added.
std::string to_json(const DaemonStatus& status);
/// Nothing when it is no such line.
std::optional<DaemonStatus> status_from_json(std::string_view line);
/// For people, in a few lines.
std::string status_text(const DaemonStatus& status);

}  // namespace almanac
