#include <almanac/async/task_group.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "support/run_coro.hpp"

BOOST_AUTO_TEST_SUITE(task_group, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::test::run_coro;

namespace {

asio::awaitable<void> wait_for_ever(error_code& seen) {
  asio::steady_timer never(co_await asio::this_coro::executor, asio::steady_timer::time_point::max());
  const auto [ec] = co_await never.async_wait(as_result);
  seen = ec;
}

asio::awaitable<void> count(int& counter) {
  ++counter;
  co_return;
}

asio::awaitable<void> fail() {
  throw std::runtime_error("child");
  co_return;
}

}  // namespace

BOOST_AUTO_TEST_CASE(join_waits_for_every_child) {
  int counter = 0;
  run_coro([&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    for (int i = 0; i < 10; ++i) group.spawn(count(counter));
    co_await group.join();
    BOOST_TEST(counter == 10);
    BOOST_TEST(group.size() == 0u);
  });
}

BOOST_AUTO_TEST_CASE(join_of_an_empty_group_returns) {
  run_coro([&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    co_await group.join();
  });
}

BOOST_AUTO_TEST_CASE(cancel_ends_the_children) {
  error_code first, second;
  run_coro([&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    group.spawn(wait_for_ever(first));
    group.spawn(wait_for_ever(second));
    co_await asio::post(asio::use_awaitable);
    group.cancel();
    co_await group.join();
  });
  BOOST_TEST(first == asio::error::operation_aborted);
  BOOST_TEST(second == asio::error::operation_aborted);
}

BOOST_AUTO_TEST_CASE(spawns_nothing_after_cancel) {
  int counter = 0;
  run_coro([&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    group.cancel();
    group.spawn(count(counter));
    co_await group.join();
  });
  BOOST_TEST(counter == 0);
}

BOOST_AUTO_TEST_CASE(first_exception_cancels_the_siblings_and_leaves_join) {
  error_code sibling;
  const auto body = [&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    group.spawn(wait_for_ever(sibling));
    group.spawn(fail());
    co_await group.join();
  };
  BOOST_CHECK_THROW(run_coro(body), std::runtime_error);
  BOOST_TEST(sibling == asio::error::operation_aborted);
}

BOOST_AUTO_TEST_CASE(cancelling_the_waiter_cancels_and_still_joins) {
  error_code child;
  bool joined = false;
  run_coro([&]() -> asio::awaitable<void> {
    const auto executor = co_await asio::this_coro::executor;
    TaskGroup outer(executor);
    auto inner = [&]() -> asio::awaitable<void> {
      TaskGroup group(executor);
      group.spawn(wait_for_ever(child));
      co_await group.join();
      joined = true;
    };
    outer.spawn(inner());
    co_await asio::post(asio::use_awaitable);
    outer.cancel();
    co_await outer.join();
  });
  BOOST_TEST(joined);
  BOOST_TEST(child == asio::error::operation_aborted);
}

BOOST_AUTO_TEST_SUITE_END()
