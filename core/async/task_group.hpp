#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/this_coro.hpp>
#include <cassert>
#include <cstddef>
#include <exception>
#include <list>
#include <utility>

#include "as_result.hpp"

namespace almanac {

/// Owns child coroutines: nothing spawned here outlives join().
///
/// Single executor: spawn, cancel and join all run on `ex`. After cancel() new tasks are dropped unstarted. The first
/// exception of a child cancels its siblings and leaves join(). The owner must join() before destroying the group.
class TaskGroup {
 public:
  explicit TaskGroup(asio::any_io_executor ex) : ex_(std::move(ex)), idle_(ex_, 1) {}
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;
  ~TaskGroup() { assert(children_.empty() && "join() before destroying a TaskGroup"); }

  void spawn(asio::awaitable<void> task) {
    if (cancelled_) return;
    const auto child = children_.emplace(children_.end());
    auto done = [this, child](std::exception_ptr error) {
      children_.erase(child);
      if (error && !error_) {
        error_ = error;
        cancel();
      }
      if (children_.empty()) idle_.try_send(error_code{});
    };
    asio::co_spawn(ex_, std::move(task), asio::bind_cancellation_slot(child->slot(), std::move(done)));
  }

  void cancel() {
    cancelled_ = true;
    // A child may finish inside emit() and erase itself, so the iterator steps first.
    for (auto it = children_.begin(); it != children_.end();) (it++)->emit(asio::cancellation_type::terminal);
  }

  /// Children that have not finished yet.
  std::size_t size() const noexcept { return children_.size(); }

  /// Waits for every child. Cancelling the waiter cancels the children and still waits for them.
  asio::awaitable<void> join() {
    co_await asio::this_coro::throw_if_cancelled(false);
    while (!children_.empty()) {
      auto [ec] = co_await idle_.async_receive(as_result);
      if (!ec) continue;
      cancel();
      co_await asio::this_coro::reset_cancellation_state();
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  asio::any_io_executor ex_;
  std::list<asio::cancellation_signal> children_;
  asio::experimental::channel<void(error_code)> idle_;
  std::exception_ptr error_;
  bool cancelled_ = false;
};

}  // namespace almanac
