#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_type.hpp>
#include <boost/asio/this_coro.hpp>

#include "as_result.hpp"

namespace almanac {

/// Whether the awaiting coroutine was told to stop. Something that is awaited after that is not cancelled any more.
inline asio::awaitable<bool> is_cancelled() {
  const auto state = co_await asio::this_coro::cancellation_state;
  co_return state.cancelled() != asio::cancellation_type::none;
}

}  // namespace almanac
