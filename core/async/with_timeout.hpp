#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/system/errc.hpp>
#include <chrono>
#include <utility>

#include "as_result.hpp"

namespace almanac {

/// Runs `op` for at most `limit`; the loser is cancelled and awaited, so nothing is left behind.
/// Errors: `timed_out` when the limit passed first, `operation_aborted` when the caller was cancelled, else those of
/// `op`. Boost 1.81 has no asio::cancel_after (1.86), hence this function.
template <class T>
asio::awaitable<Result<T>> with_timeout(asio::awaitable<Result<T>> op, std::chrono::steady_clock::duration limit) {
  using namespace asio::experimental::awaitable_operators;  // NOLINT: the operators' only home
  co_await asio::this_coro::throw_if_cancelled(false);
  asio::steady_timer timer(co_await asio::this_coro::executor, limit);
  auto winner = co_await (std::move(op) || timer.async_wait(as_result));
  if (winner.index() == 0) co_return std::move(std::get<0>(winner));
  if (const error_code ec = std::get<0>(std::get<1>(winner)); ec) co_return ec;
  co_return make_error_code(boost::system::errc::timed_out);
}

}  // namespace almanac
