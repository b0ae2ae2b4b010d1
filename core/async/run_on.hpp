#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <type_traits>
#include <utility>

#include "as_result.hpp"

namespace almanac {

/// Runs the plain function `f` on another executor (a pool, the store's thread) and resumes here with its value or
/// exception. The executor that awaits must outlive the other one's threads: build it first. Not cancellable: `f` must
/// be short or watch a flag of its own. Pass a named lambda, or one that captures by reference only: g++ 12 destroys a
/// temporary lambda with owning captures twice inside a co_await expression.
template <class F>
asio::awaitable<std::invoke_result_t<F&>> run_on(asio::any_io_executor ex, F f) {
  using R = std::invoke_result_t<F&>;
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  auto body = [&f]() -> asio::awaitable<R> { co_return f(); };
  auto work = asio::co_spawn(ex, body, asio::use_awaitable);
  co_return co_await std::move(work);
}

}  // namespace almanac
