#pragma once
#include <almanac/async/task_group.hpp>
#include <almanac/base/failure.hpp>
#include <almanac/store/store.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/static_thread_pool.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "match/rule_matcher.hpp"

namespace almanac {

/// The one writer: a thread with the store's connection. Polls that arrive while it writes are committed together next,
/// so that a busy poll pays for few transactions, and wait a moment for one to be full while they come thick; each
/// caller goes on only after its poll is on disk.
///
/// All functions run on the executor's one thread. `stop` before destruction.
class Committer {
 public:
  Committer(boost::asio::any_io_executor home, Store store);
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;
  ~Committer();

  /// Commits one poll, which stays the caller's and is as before when it is done. A poll that the store refuses does
  /// not take its neighbours with it.
  boost::asio::awaitable<Result<PollCounts, Problem>> commit(PollCommit& part);

  /// The hosts that earlier runs were asked to leave alone.
  const std::vector<HostPause>& pauses_at_start() const noexcept { return pauses_at_start_; }

  /// The rules by which entries become events; its functions may be called on any thread.
  const EventMatcher& matcher() const noexcept { return matcher_; }

  /// Runs something else with the store, on its thread.
  boost::asio::awaitable<void> with_store(std::function<void(Store&)> work);

  /// Waits for what is queued, then for the thread.
  boost::asio::awaitable<void> stop();

 private:
  struct Waiting;
  boost::asio::awaitable<void> drain();
  bool has_full_batch() const;
  /// Waits a little for a transaction to become full, unless polls come one by one.
  boost::asio::awaitable<void> fill();
  void write(std::vector<std::shared_ptr<Waiting>>& batch);

  boost::asio::any_io_executor home_;
  Store store_;
  std::vector<HostPause> pauses_at_start_;
  RuleMatcher matcher_;
  boost::asio::static_thread_pool thread_{1};
  std::vector<std::shared_ptr<Waiting>> queue_;
  bool draining_ = false;
  boost::asio::steady_timer filling_;
  std::chrono::steady_clock::time_point last_end_{};  ///< of a transaction
  TaskGroup group_;
};

}  // namespace almanac
