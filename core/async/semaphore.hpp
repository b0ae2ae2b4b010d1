#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <cstddef>

#include "as_result.hpp"

namespace almanac {

/// A number of permits that coroutines wait for, first come, first served. Single executor. Each permit that was
/// acquired or taken is given back by `release`.
class Semaphore {
 public:
  Semaphore(asio::any_io_executor ex, std::size_t permits) : permits_(std::move(ex), permits) {
    for (std::size_t i = 0; i < permits; ++i) permits_.try_send(error_code{});
  }
  /// Waits for a permit. Error: operation_aborted when cancelled; then there is no permit.
  asio::awaitable<Result<void>> acquire() {
    auto [ec] = co_await permits_.async_receive(as_result);
    if (ec) co_return ec;
    co_return Result<void>();
  }
  /// Takes permits at once, also those that are not there: they are owed, and the next ones given back go there.
  void take(std::size_t permits) {
    const auto nothing = [](error_code) {};
    for (std::size_t i = 0; i < permits; ++i)
      if (!permits_.try_receive(nothing)) ++owed_;
  }
  void release() {
    if (owed_ > 0)
      --owed_;
    else
      permits_.try_send(error_code{});
  }

 private:
  asio::experimental::channel<void(error_code)> permits_;
  std::size_t owed_ = 0;
};

}  // namespace almanac
