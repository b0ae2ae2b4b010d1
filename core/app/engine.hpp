#pragma once
#include <almanac/ingest/refresh_source.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <vector>

#include "context.hpp"

namespace almanac {

/// Told as sources finish, on the I/O thread.
using OnRefreshed = std::function<void(const Refreshed&)>;

/// Everything that polling needs, built once in dependency order and taken down in reverse: I/O context, parsing pool,
/// HTTP client, the committing thread. One I/O thread: the caller's, inside `run`.
class Engine {
 public:
  /// Opens the database for writing. Fails with a problem to show: database, configuration.
  static Result<std::unique_ptr<Engine>, Problem> make(Context& context);
  virtual ~Engine() = default;

  /// Refreshes sources at the pace of `limits`; returns when all are done, or soon after SIGINT or SIGTERM (a second
  /// signal ends the process at once). What was committed stays. False when it was interrupted.
  virtual bool refresh(std::vector<Source> sources, const RunLimits& limits, OnRefreshed tell) = 0;

  /// Runs something with the store, on its thread, and waits for it.
  virtual void with_store(std::function<void(Store&)> work) = 0;
};

/// Concurrency and spacing as configured.
RunLimits run_limits(const Config& config);

}  // namespace almanac
