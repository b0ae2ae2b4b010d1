#include <almanac/async/task_group.hpp>
#include <almanac/async/with_timeout.hpp>
#include <boost/test/unit_test.hpp>

#include "support/run_coro.hpp"

BOOST_AUTO_TEST_SUITE(timeouts, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::test::run_coro;
using namespace std::chrono_literals;

namespace {

asio::awaitable<Result<int>> answer() { co_return 42; }

asio::awaitable<Result<int>> answer_after(std::chrono::steady_clock::duration span, error_code& seen) {
  asio::steady_timer timer(co_await asio::this_coro::executor, span);
  const auto [ec] = co_await timer.async_wait(as_result);
  seen = ec;
  if (ec) co_return ec;
  co_return 42;
}

}  // namespace

BOOST_AUTO_TEST_CASE(gives_the_result_when_it_is_in_time) {
  run_coro([]() -> asio::awaitable<void> {
    const Result<int> got = co_await with_timeout(answer(), 1h);
    BOOST_TEST(got.value() == 42);
  });
}

BOOST_AUTO_TEST_CASE(cancels_the_operation_at_the_limit) {
  error_code seen;
  run_coro([&]() -> asio::awaitable<void> {
    const Result<int> got = co_await with_timeout(answer_after(1h, seen), 1ms);
    BOOST_TEST(got.error() == boost::system::errc::timed_out);
  });
  BOOST_TEST(seen == asio::error::operation_aborted);
}

BOOST_AUTO_TEST_CASE(tells_cancellation_from_the_limit) {
  error_code seen, outcome;
  run_coro([&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    auto task = [&]() -> asio::awaitable<void> {
      const Result<int> got = co_await with_timeout(answer_after(1h, seen), 1h);
      outcome = got.error();
    };
    group.spawn(task());
    co_await asio::post(asio::use_awaitable);
    group.cancel();
    co_await group.join();
  });
  BOOST_TEST(outcome == asio::error::operation_aborted);
}

BOOST_AUTO_TEST_SUITE_END()
