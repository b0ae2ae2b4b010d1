#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <exception>
#include <functional>
#include <source_location>
#include <stdexcept>
#include <string>

namespace almanac::test {

/// Runs `body` on `context` until it has ended; its exception leaves here. Throws std::runtime_error naming the caller
/// if it takes longer than `limit`. What else lives on the context stays there.
inline void run_coro(boost::asio::io_context& context, std::function<boost::asio::awaitable<void>()> body,
                     std::chrono::milliseconds limit = std::chrono::seconds(20),
                     std::source_location where = std::source_location::current()) {
  bool done = false;
  std::exception_ptr error;
  boost::asio::co_spawn(context, body, [&](std::exception_ptr failed) {
    error = failed;
    done = true;
  });
  const auto ends = std::chrono::steady_clock::now() + limit;
  context.restart();
  while (!done && std::chrono::steady_clock::now() < ends && !context.stopped()) context.run_one_until(ends);
  if (!done) {
    throw std::runtime_error(std::string(where.file_name()) + ":" + std::to_string(where.line()) +
                             ": the coroutine did not end in time");
  }
  if (error) std::rethrow_exception(error);
}

/// The same on a context of its own.
inline void run_coro(std::function<boost::asio::awaitable<void>()> body,
                     std::chrono::milliseconds limit = std::chrono::seconds(20),
                     std::source_location where = std::source_location::current()) {
  boost::asio::io_context context(1);
  run_coro(context, std::move(body), limit, where);
}

}  // namespace almanac::test
