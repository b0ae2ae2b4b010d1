#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/ingest/refresh_source.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

// What the command line and the daemon say to each other: one JSON object a line. The command line asks once; the
// daemon answers with one line (status), or with lines as sources finish and a last one (poll).

struct ControlRequest {
  enum class What { status, poll };
  What what = What::status;
  std::vector<std::string> sources;  ///< poll: only these; none: what is due
  bool force = false;                ///< poll: all of them, due or not
  friend bool operator==(const ControlRequest&, const ControlRequest&) = default;
};

std::string to_json(const ControlRequest& request);
std::optional<ControlRequest> request_from_json(std::string_view line);

/// One line of the answer to a poll.
struct PollAnswer {
  std::optional<std::size_t> total;     ///< first: how many sources are polled now
  std::optional<sys_seconds> next_due;  ///< with a total of 0: when the next source is due
  std::optional<std::size_t> known;     ///< with a total of 0: how many sources there are
  std::optional<Refreshed> done;        ///< a source finished; without discovered feeds and health
  std::optional<Problem> problem;       ///< instead of all that
  bool end = false;                     ///< nothing follows
  bool interrupted = false;             ///< the daemon stops: what is missing comes later
};

std::string to_json(const PollAnswer& answer);
std::optional<PollAnswer> answer_from_json(std::string_view line);

}  // namespace almanac
