#include <almanac/async/ordered_tasks.hpp>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <stdexcept>
#include <vector>

BOOST_AUTO_TEST_SUITE(ordered_tasks, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(results_come_in_the_order_of_their_tasks) {
  std::vector<int> seen;
  OrderedTasks<int> tasks([&](int result) {
    seen.push_back(result);
    return true;
  });
  for (int i = 0; i < 500; ++i) {
    BOOST_TEST(tasks.add([i] {
      volatile int spent = 0;  // the first of four takes longest
      for (int turn = 0; turn < (i % 4 ? 10 : 20'000); ++turn) spent = turn;
      return spent >= 0 ? i : -1;
    }));
  }
  BOOST_TEST(tasks.finish());
  BOOST_TEST_REQUIRE(seen.size() == 500u);
  for (int i = 0; i < 500; ++i) BOOST_TEST(seen[static_cast<std::size_t>(i)] == i);
}

BOOST_AUTO_TEST_CASE(few_results_are_held) {
  int added = 0, taken = 0, most = 0;
  OrderedTasks<std::unique_ptr<int>> tasks([&](std::unique_ptr<int> result) {
    BOOST_TEST(*result == taken);
    ++taken;
    return true;
  });
  for (; added < 200; ++added) {
    tasks.add([value = std::make_unique<int>(added)]() mutable { return std::move(value); });
    most = std::max(most, added + 1 - taken);
  }
  BOOST_TEST(tasks.finish());
  BOOST_TEST(taken == 200);
  BOOST_TEST(most <= 16);  // four a thread, and no more than four threads
}

BOOST_AUTO_TEST_CASE(ends_when_no_more_is_wanted) {
  int taken = 0;
  OrderedTasks<int> tasks([&](int) { return ++taken < 3; });
  int added = 0;
  while (added < 1000 && tasks.add([added] { return added; })) ++added;
  BOOST_TEST(added < 1000);
  BOOST_TEST(taken == 3);
}

BOOST_AUTO_TEST_CASE(what_a_task_throws_comes_to_the_one_who_adds) {
  OrderedTasks<int> tasks([](int) { return true; });
  tasks.add([]() -> int { throw std::runtime_error("task"); });
  BOOST_CHECK_THROW(tasks.finish(), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(everything_started_has_ended_at_the_end) {
  std::atomic<int> done = 0;
  {
    OrderedTasks<int> tasks([](int) { return true; });
    for (int i = 0; i < 2; ++i) tasks.add([&done] { return ++done; });
  }
  BOOST_TEST(done == 2);
}

BOOST_AUTO_TEST_SUITE_END()
