#pragma once
#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

namespace almanac {

/// Runs tasks on a few threads and hands on their results in the order in which the tasks were added, on the thread
/// that adds them: one of these threads, as it works on tasks when it has to wait. At most a few tasks and results a
/// thread are held: `add` waits. Everything it started has ended when it is destroyed. What a task throws is thrown to
/// the one who adds.
template <class T>
class OrderedTasks {
 public:
  /// `take` gets the results; false: no more is wanted.
  explicit OrderedTasks(std::function<bool(T)> take)
      : take_(std::move(take)), threads_(std::clamp(std::thread::hardware_concurrency(), 1u, 4u)) {
    while (helpers_.size() + 1 < threads_) helpers_.emplace_back([this] { tasks_.run(); });
  }
  OrderedTasks(const OrderedTasks&) = delete;
  OrderedTasks& operator=(const OrderedTasks&) = delete;
  ~OrderedTasks() {
    more_to_come_.reset();
    tasks_.run();
    for (std::thread& helper : helpers_) helper.join();
  }

  /// `task` is a function without arguments that gives a T; it may be move-only. False: no more is wanted.
  template <class Task>
  bool add(Task task) {
    const auto work = std::make_shared<std::packaged_task<T()>>(std::move(task));
    results_.push_back(work->get_future());
    boost::asio::post(tasks_, [work] { (*work)(); });
    return results_.size() < threads_ * 2 || hand_on();
  }
  /// Waits for all results. False: no more is wanted.
  bool finish() {
    while (!results_.empty())
      if (!hand_on()) return false;
    return true;
  }

 private:
  bool hand_on() {
    using namespace std::chrono_literals;
    while (results_.front().wait_for(0s) != std::future_status::ready && tasks_.poll_one() > 0) {
    }
    T result = results_.front().get();
    results_.pop_front();
    return take_(std::move(result));
  }

  std::function<bool(T)> take_;
  std::size_t threads_;
  std::deque<std::future<T>> results_;
  boost::asio::io_context tasks_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> more_to_come_{tasks_.get_executor()};
  std::vector<std::thread> helpers_;
};

}  // namespace almanac
