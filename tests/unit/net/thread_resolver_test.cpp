#include <almanac/async/task_group.hpp>
#include <almanac/net/net_errc.hpp>
#include <almanac/net/thread_resolver.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <mutex>

#include "support/run_coro.hpp"

BOOST_AUTO_TEST_SUITE(thread_resolver, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::test::run_coro;
using namespace std::chrono_literals;

namespace {

using Addresses = std::vector<boost::asio::ip::address>;

/// Opens once; lookups that wait at it hang until then.
class Gate {
 public:
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }
  void pass() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return open_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};

Addresses some_address() { return Addresses(1, boost::asio::ip::make_address("192.0.2.1")); }

}  // namespace

BOOST_AUTO_TEST_CASE(a5_9_a_name_that_hangs_delays_no_other) {
  Gate gate;
  ResolverOptions options;
  options.threads = 2;
  options.lookup = [&](const std::string& host) -> Result<Addresses> {
    if (host == "hang.example") gate.pass();
    return some_address();
  };
  boost::asio::io_context context(1);
  ThreadResolver resolver(options);
  error_code hung;
  run_coro(context, [&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    auto hanging = [&]() -> asio::awaitable<void> {
      const auto got = co_await resolver.resolve("hang.example");
      hung = got ? error_code{} : got.error();
    };
    group.spawn(hanging());
    for (int i = 0; i < 20; ++i) {
      const auto got = co_await resolver.resolve("host" + std::to_string(i) + ".example");
      BOOST_TEST(got.has_value());
    }
    gate.open();
    co_await group.join();
  });
  BOOST_TEST(!hung);
}

BOOST_AUTO_TEST_CASE(a5_9_gives_up_at_the_deadline) {
  Gate gate;
  ResolverOptions options;
  options.deadline = 20ms;
  options.lookup = [&](const std::string&) -> Result<Addresses> {
    gate.pass();
    return some_address();
  };
  boost::asio::io_context context(1);
  ThreadResolver resolver(options);
  run_coro(context, [&]() -> asio::awaitable<void> {
    const auto got = co_await resolver.resolve("hang.example");
    BOOST_TEST(got.error() == make_error_code(NetErrc::dns_timeout));
  });
  gate.open();
}

BOOST_AUTO_TEST_CASE(a_cancelled_question_ends_at_once) {
  Gate gate;
  ResolverOptions options;
  options.lookup = [&](const std::string&) -> Result<Addresses> {
    gate.pass();
    return some_address();
  };
  boost::asio::io_context context(1);
  ThreadResolver resolver(options);
  error_code outcome;
  run_coro(context, [&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    auto task = [&]() -> asio::awaitable<void> {
      co_await asio::this_coro::throw_if_cancelled(false);
      const auto got = co_await resolver.resolve("hang.example");
      outcome = got.error();
    };
    group.spawn(task());
    co_await asio::post(asio::use_awaitable);
    group.cancel();
    co_await group.join();
  });
  gate.open();
  BOOST_TEST(outcome == make_error_code(NetErrc::cancelled));
}

BOOST_AUTO_TEST_CASE(keeps_answers_good_and_bad_for_their_time) {
  std::atomic<int> lookups{0};
  ResolverOptions options;
  options.keep_found = 1h;
  options.keep_failed = 0ms;
  options.lookup = [&](const std::string& host) -> Result<Addresses> {
    ++lookups;
    if (host == "none.example") return make_error_code(NetErrc::dns);
    return some_address();
  };
  boost::asio::io_context context(1);
  ThreadResolver resolver(options);
  run_coro(context, [&]() -> asio::awaitable<void> {
    for (int i = 0; i < 3; ++i) {
      const auto good = co_await resolver.resolve("a.example");
      BOOST_TEST(good.value() == some_address(), boost::test_tools::per_element());
    }
    BOOST_TEST(lookups == 1);
    for (int i = 0; i < 3; ++i) {
      const auto bad = co_await resolver.resolve("none.example");
      BOOST_TEST(bad.error() == make_error_code(NetErrc::dns));
    }
    BOOST_TEST(lookups == 4);
  });
}

BOOST_AUTO_TEST_CASE(questions_for_one_name_share_the_answer) {
  Gate gate;
  std::atomic<int> lookups{0};
  ResolverOptions options;
  options.lookup = [&](const std::string&) -> Result<Addresses> {
    ++lookups;
    gate.pass();
    return some_address();
  };
  boost::asio::io_context context(1);
  ThreadResolver resolver(options);
  int answers = 0;
  run_coro(context, [&]() -> asio::awaitable<void> {
    TaskGroup group(co_await asio::this_coro::executor);
    auto ask = [&]() -> asio::awaitable<void> {
      const auto got = co_await resolver.resolve("a.example");
      if (got) ++answers;
    };
    for (int i = 0; i < 8; ++i) group.spawn(ask());
    co_await asio::post(asio::use_awaitable);
    gate.open();
    co_await group.join();
  });
  BOOST_TEST(answers == 8);
  BOOST_TEST(lookups == 1);
}

BOOST_AUTO_TEST_CASE(the_systems_name_service_knows_localhost) {
  boost::asio::io_context context(1);
  ThreadResolver resolver;
  run_coro(context, [&]() -> asio::awaitable<void> {
    const auto got = co_await resolver.resolve("localhost");
    BOOST_REQUIRE(got.has_value());
    for (const auto& address : *got) BOOST_TEST(address.is_loopback());
  });
}

BOOST_AUTO_TEST_SUITE_END()
