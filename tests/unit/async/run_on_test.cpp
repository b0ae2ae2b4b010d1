#include <almanac/async/run_on.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <stdexcept>
#include <thread>

#include "support/run_coro.hpp"

BOOST_AUTO_TEST_SUITE(other_executors, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::test::run_coro;

BOOST_AUTO_TEST_CASE(runs_there_and_resumes_here) {
  asio::io_context io(1);  // outlives the pool
  asio::thread_pool pool(1);
  run_coro(io, [&]() -> asio::awaitable<void> {
    const auto here = std::this_thread::get_id();
    auto work = [] { return std::this_thread::get_id(); };
    const std::thread::id there = co_await run_on(pool.get_executor(), work);
    BOOST_TEST((there != here));
    BOOST_TEST((std::this_thread::get_id() == here));
  });
}

BOOST_AUTO_TEST_CASE(brings_back_values_that_can_only_be_moved) {
  asio::io_context io(1);  // outlives the pool
  asio::thread_pool pool(1);
  run_coro(io, [&]() -> asio::awaitable<void> {
    auto work = [] { return std::make_unique<int>(7); };
    const std::unique_ptr<int> got = co_await run_on(pool.get_executor(), work);
    BOOST_TEST(*got == 7);
  });
}

BOOST_AUTO_TEST_CASE(brings_back_exceptions) {
  asio::io_context io(1);  // outlives the pool
  asio::thread_pool pool(1);
  const auto body = [&]() -> asio::awaitable<void> {
    auto work = []() -> int { throw std::runtime_error("there"); };
    co_await run_on(pool.get_executor(), work);
  };
  BOOST_CHECK_THROW(run_coro(io, body), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
