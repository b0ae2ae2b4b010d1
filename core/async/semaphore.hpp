#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <cstddef>

#include "as_result.hpp"

namespace almanac {

/// A number of permits that coroutines wait for, first come, first served. Single executor. A permit is given back by
/// `release`.
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
  void release() { permits_.try_send(error_code{}); }

 private:
  asio::experimental::channel<void(error_code)> permits_;
};

}  // namespace almanac
