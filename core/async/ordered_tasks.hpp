#pragma once
#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <utility>

namespace almanac {

/// Runs tasks on a few threads of its own and hands on their results in the order in which the tasks were added, on the
/// thread that adds them. At most a few tasks and results a thread are held: `add` waits. Everything it started has
/// ended when it is destroyed. What a task throws is thrown to the one who adds.
template <class T>
class OrderedTasks {
 public:
  /// `take` gets the results; false: no more is wanted.
  explicit OrderedTasks(std::function<bool(T)> take)
      : take_(std::move(take)), threads_(std::clamp(std::thread::hardware_concurrency(), 1u, 4u)), pool_(threads_) {}
  OrderedTasks(const OrderedTasks&) = delete;
  OrderedTasks& operator=(const OrderedTasks&) = delete;
  ~OrderedTasks() { pool_.join(); }

  /// `task` is a function without arguments that gives a T; it may be move-only. False: no more is wanted.
  template <class Task>
  bool add(Task task) {
    const auto work = std::make_shared<std::packaged_task<T()>>(std::move(task));
    results_.push_back(work->get_future());
    boost::asio::post(pool_, [work] { (*work)(); });
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
    T result = results_.front().get();
    results_.pop_front();
    return take_(std::move(result));
  }

  std::function<bool(T)> take_;
  std::size_t threads_;
  std::deque<std::future<T>> results_;
  boost::asio::thread_pool pool_;
};

}  // namespace almanac
