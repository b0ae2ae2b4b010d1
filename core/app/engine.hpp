#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "machinery.hpp"

namespace almanac {

/// Told as sources finish, on the I/O thread.
using OnRefreshed = std::function<void(const Refreshed&)>;

/// The machinery for one command: with an I/O context of its own, run by the caller's thread while it waits.
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
  /// The due times; to be used within `with_store` only.
  virtual DueTimes& due_times() = 0;
};

}  // namespace almanac
