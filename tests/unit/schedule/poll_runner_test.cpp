#include <almanac/async/as_result.hpp>
#include <almanac/schedule/poll_runner.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/test/unit_test.hpp>
#include <map>

BOOST_AUTO_TEST_SUITE(poll_runner, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono_literals;

namespace {

/// Runs tasks that note what happens, on virtual hosts.
struct Bench {
  asio::io_context io;
  std::map<std::string, int> at_once, most_at_once;
  int all_at_once = 0, most_all = 0, finished = 0;

  PollTask task(std::string host, std::chrono::milliseconds fetch = 1ms) {
    PollTask made;
    made.host = host;
    made.run = [this, host, fetch](HostTurn turn) { return run(host, fetch, std::move(turn)); };
    return made;
  }
  asio::awaitable<void> run(std::string host, std::chrono::milliseconds fetch, HostTurn turn) {
    most_at_once[host] = std::max(most_at_once[host], ++at_once[host]);
    most_all = std::max(most_all, ++all_at_once);
    asio::steady_timer timer(io, fetch);
    auto [ec] = co_await timer.async_wait(as_result);
    --at_once[host];
    --all_at_once;
    if (ec) co_return;
    turn.done();
    ++finished;
  }
  void go(std::vector<PollTask> tasks, RunLimits limits) {
    asio::co_spawn(io, run_polls(io.get_executor(), std::move(tasks), limits), asio::detached);
    io.run();
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(b1_8_runs_every_task_and_keeps_the_bounds) {
  Bench bench;
  std::vector<PollTask> tasks;
  for (int i = 0; i < 60; ++i) tasks.push_back(bench.task("host" + std::to_string(i % 6)));
  bench.go(std::move(tasks), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
  BOOST_TEST(bench.finished == 60);
  BOOST_TEST(bench.most_all <= 4);
  for (const auto& [host, most] : bench.most_at_once) BOOST_TEST_CONTEXT(host) BOOST_TEST(most == 1);
}

BOOST_AUTO_TEST_CASE(a5_1_spaces_request_starts_at_one_host) {
  Bench bench;
  std::vector<PollTask> tasks;
  for (int i = 0; i < 4; ++i) tasks.push_back(bench.task("slow"));
  const auto before = std::chrono::steady_clock::now();
  bench.go(std::move(tasks), {.concurrency = 4, .per_host = 2, .host_spacing = 20ms, .in_flight = 8});
  BOOST_TEST((std::chrono::steady_clock::now() - before >= 60ms));
  BOOST_TEST(bench.finished == 4);
}

BOOST_AUTO_TEST_CASE(b1_8_a_source_with_much_counts_as_many_until_it_is_stored) {
  Bench bench;
  int stored = 0, before_long = -1;
  const auto storing_task = [&](std::string host, std::size_t weight) {
    PollTask task;
    task.host = std::move(host);
    task.run = [&, weight](HostTurn turn) -> asio::awaitable<void> {
      turn.weigh(weight);
      turn.done();
      asio::steady_timer timer(bench.io, weight > 1 ? 30ms : 1ms);
      auto [ec] = co_await timer.async_wait(as_result);
      if (weight > 1) before_long = stored;
      if (!ec) ++stored;
    };
    return task;
  };
  std::vector<PollTask> tasks;
  tasks.push_back(storing_task("long", 9));  // more than there are
  for (int i = 0; i < 20; ++i) tasks.push_back(storing_task("host" + std::to_string(i), 1));
  bench.go(std::move(tasks), {.concurrency = 2, .per_host = 1, .host_spacing = 0ms, .in_flight = 4});
  BOOST_TEST(stored == 21);
  BOOST_TEST(before_long >= 0);
  BOOST_TEST(before_long <= 3);  // those that had their permits before it was known
}

BOOST_AUTO_TEST_CASE(a_slow_host_delays_no_other) {
  Bench bench;
  std::vector<PollTask> tasks;
  for (int i = 0; i < 5; ++i) tasks.push_back(bench.task("slow", 40ms));
  int others_before_slow = 0;
  for (int i = 0; i < 20; ++i) {
    PollTask task = bench.task("quick" + std::to_string(i));
    auto run = std::move(task.run);
    task.run = [&bench, &others_before_slow, run](HostTurn turn) -> asio::awaitable<void> {
      auto work = run(std::move(turn));
      co_await std::move(work);
      if (bench.at_once["slow"] > 0) ++others_before_slow;
    };
    tasks.push_back(std::move(task));
  }
  bench.go(std::move(tasks), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
  BOOST_TEST(bench.finished == 25);
  BOOST_TEST(others_before_slow == 20);
}

BOOST_AUTO_TEST_CASE(cancelling_stops_soon_and_leaves_nothing_running) {
  Bench bench;
  std::vector<PollTask> tasks;
  for (int i = 0; i < 50; ++i) tasks.push_back(bench.task("host" + std::to_string(i % 2), 5ms));
  asio::cancellation_signal cancel;
  bool ended = false;
  asio::co_spawn(bench.io,
                 run_polls(bench.io.get_executor(), std::move(tasks),
                           {.concurrency = 2, .per_host = 1, .host_spacing = 0ms, .in_flight = 4}),
                 asio::bind_cancellation_slot(cancel.slot(), [&](std::exception_ptr) { ended = true; }));
  asio::steady_timer timer(bench.io, 20ms);
  timer.async_wait([&](boost::system::error_code) { cancel.emit(asio::cancellation_type::terminal); });
  bench.io.run();
  BOOST_TEST(ended);
  BOOST_TEST(bench.finished < 50);
  BOOST_TEST(bench.all_at_once == 0);
}

BOOST_AUTO_TEST_CASE(a5_1_a_host_keeps_its_spacing_between_tasks_added_apart) {
  Bench bench;
  PollRunner runner(bench.io.get_executor(), {.concurrency = 4, .per_host = 1, .host_spacing = 60ms, .in_flight = 8});
  std::vector<std::chrono::steady_clock::time_point> starts;
  const auto noted = [&] {
    PollTask task = bench.task("one");
    task.run = [&, run = std::move(task.run)](HostTurn turn) {
      starts.push_back(std::chrono::steady_clock::now());
      return run(std::move(turn));
    };
    return task;
  };
  runner.add(noted());
  asio::steady_timer timer(bench.io, 20ms);
  timer.async_wait([&](boost::system::error_code) {
    BOOST_TEST(runner.running() == 0u);  // the first one has finished
    runner.add(noted());
    runner.add(noted());
    BOOST_TEST(runner.waiting() == 2u);
    asio::co_spawn(bench.io, runner.join(), asio::detached);
  });
  bench.io.run();
  BOOST_TEST_REQUIRE(starts.size() == 3u);
  BOOST_TEST((starts[1] - starts[0] >= 60ms));
  BOOST_TEST((starts[2] - starts[1] >= 60ms));
}

BOOST_AUTO_TEST_CASE(a5_1_one_request_at_a_time_also_between_tasks_added_apart) {
  Bench bench;
  PollRunner runner(bench.io.get_executor(), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
  runner.add(bench.task("one", 60ms));
  asio::steady_timer timer(bench.io, 20ms);
  timer.async_wait([&](boost::system::error_code) {
    runner.add(bench.task("one", 5ms));
    asio::co_spawn(bench.io, runner.join(), asio::detached);
  });
  bench.io.run();
  BOOST_TEST(bench.finished == 2);
  BOOST_TEST(bench.most_at_once["one"] == 1);
}

BOOST_AUTO_TEST_CASE(a5_1_single_hosts_have_a_pace_of_their_own) {
  const HostPaces known;
  struct Row {
    const char* host;
    const char* name;
    std::chrono::milliseconds spacing;
  };
  for (const Row& row : {Row{"arxiv.org", "arxiv.org", 3s}, Row{"export.arxiv.org", "arxiv.org", 3s},
                         Row{"www.youtube.com", "youtube.com", 5s}, Row{"old.reddit.com", "reddit.com", 60s}}) {
    BOOST_TEST_CONTEXT(row.host) {
      const auto pace = known.find(row.host);
      BOOST_TEST_REQUIRE(pace.has_value());
      BOOST_TEST(pace->name == row.name);
      BOOST_TEST((pace->spacing == row.spacing));
    }
  }
  for (const char* host : {"example.org", "notarxiv.org", "arxiv.org.example", "com", ""})
    BOOST_TEST(!known.find(host).has_value());

  // Hosts under one name take turns, from start to start, whatever the general limits are.
  Bench bench;
  HostPaces paces;
  paces.set("slow.example", 40ms);
  std::vector<PollTask> tasks;
  for (const char* host : {"a.slow.example", "b.slow.example", "slow.example", "quick.example", "quick.example"})
    tasks.push_back(bench.task(host, 20ms));
  const auto before = std::chrono::steady_clock::now();
  bench.go(std::move(tasks),
           {.concurrency = 8, .per_host = 2, .host_spacing = 0ms, .in_flight = 8, .paces = std::move(paces)});
  const auto took = std::chrono::steady_clock::now() - before;
  BOOST_TEST(bench.finished == 5);
  BOOST_TEST((took >= 100ms && took < 400ms));
  BOOST_TEST(bench.most_at_once["quick.example"] == 2);
}

BOOST_AUTO_TEST_CASE(a4_1_a_hop_gives_its_host_back_and_takes_its_turn_at_the_next) {
  Bench bench;
  std::vector<std::string> order;
  const auto hopping = [&](const char* from, const char* to, const char* name) {
    PollTask task;
    task.host = from;
    task.run = [&order, to, name, &bench](HostTurn turn) -> asio::awaitable<void> {
      asio::steady_timer timer(bench.io, 5ms);
      auto [first] = co_await timer.async_wait(as_result);
      const bool moved = co_await turn.move_to(to);
      if (moved) order.emplace_back(name);
      timer.expires_after(5ms);
      auto [second] = co_await timer.async_wait(as_result);
      if (!first && !second) turn.done();
    };
    return task;
  };
  std::vector<PollTask> tasks;
  // Two that cross each other, with one permit for all: neither waits for what the other keeps.
  tasks.push_back(hopping("a", "b", "a to b"));
  tasks.push_back(hopping("b", "a", "b to a"));
  tasks.push_back(hopping("a", "a", "a again"));
  const auto before = std::chrono::steady_clock::now();
  bench.go(std::move(tasks), {.concurrency = 1, .per_host = 1, .host_spacing = 60ms, .in_flight = 1});
  BOOST_TEST(order.size() == 3u);
  // Four starts at "a": its two sources, the hop from "b", the hop to itself.
  BOOST_TEST((std::chrono::steady_clock::now() - before >= 180ms));
}

BOOST_AUTO_TEST_CASE(a4_1_who_waits_for_a_hop_is_cancelled_and_forgotten_like_others) {
  for (const bool drops : {false, true}) {
    Bench bench;
    PollRunner runner(bench.io.get_executor(), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
    bool moved = false, ended = false;
    PollTask hop;
    hop.host = "one";
    hop.run = [&](HostTurn turn) -> asio::awaitable<void> {
      co_await asio::this_coro::throw_if_cancelled(false);
      moved = co_await turn.move_to("busy");
      ended = true;
    };
    runner.add(bench.task("busy", 100ms));
    runner.add(std::move(hop));
    asio::steady_timer timer(bench.io, 20ms);
    timer.async_wait([&](boost::system::error_code) {
      BOOST_TEST(!ended);
      if (drops)
        runner.drop_waiting();  // it is under way: it goes on
      else
        runner.cancel();
      asio::co_spawn(bench.io, runner.join(), asio::detached);
    });
    bench.io.run();
    BOOST_TEST(ended);
    BOOST_TEST(moved == drops);
  }
}

BOOST_AUTO_TEST_CASE(forgets_what_waits_and_finishes_what_runs) {
  Bench bench;
  PollRunner runner(bench.io.get_executor(), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
  for (int i = 0; i < 10; ++i) runner.add(bench.task("one", 20ms));
  asio::steady_timer timer(bench.io, 5ms);
  timer.async_wait([&](boost::system::error_code) {
    BOOST_TEST(runner.running() == 1u);
    BOOST_TEST(runner.waiting() == 9u);
    runner.drop_waiting();
    asio::co_spawn(bench.io, runner.join(), asio::detached);
  });
  bench.io.run();
  BOOST_TEST(bench.finished == 1);
  BOOST_TEST(runner.waiting() == 0u);
  BOOST_TEST(runner.running() == 0u);
}

BOOST_AUTO_TEST_CASE(nothing_starts_after_cancelling) {
  Bench bench;
  PollRunner runner(bench.io.get_executor(), {.concurrency = 4, .per_host = 1, .host_spacing = 0ms, .in_flight = 8});
  runner.add(bench.task("one", 1s));
  asio::steady_timer timer(bench.io, 5ms);
  timer.async_wait([&](boost::system::error_code) {
    runner.cancel();
    runner.add(bench.task("two"));
    asio::co_spawn(bench.io, runner.join(), asio::detached);
  });
  const auto before = std::chrono::steady_clock::now();
  bench.io.run();
  BOOST_TEST((std::chrono::steady_clock::now() - before < 500ms));
  BOOST_TEST(bench.finished == 0);
}

BOOST_AUTO_TEST_SUITE_END()
