#pragma once
#include <almanac/async/as_result.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>

namespace almanac {

/// What one coroutine sleeps on: until a time has passed or somebody rings. Ringing while nobody sleeps is remembered,
/// so nothing is missed. One sleeper; everything on the executor's one thread.
class Alarm {
 public:
  explicit Alarm(asio::any_io_executor executor) : timer_(std::move(executor)) {}

  void ring() {
    rung_ = true;
    timer_.cancel();
  }

  asio::awaitable<void> sleep(std::chrono::steady_clock::duration span) {
    if (!rung_) {
      timer_.expires_after(span);
      co_await timer_.async_wait(as_result);
    }
    rung_ = false;
  }

 private:
  asio::steady_timer timer_;
  bool rung_ = false;
};

}  // namespace almanac
