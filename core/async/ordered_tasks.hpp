#pragma once
#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
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
    const auto result = std::make_shared<Result>();
    results_.push_back(result);
    boost::asio::post(tasks_, [result, task = std::move(task)]() mutable { result->set_by(task); });
    // What is done leaves room at once, or the helpers wait while this thread works on one more.
    while (!results_.empty() && (results_.front()->is_ready() || results_.size() >= threads_ * most_held))
      if (!hand_on()) return false;
    return true;
  }
  /// Waits for all results. False: no more is wanted.
  bool finish() {
    while (!results_.empty())
      if (!hand_on()) return false;
    return true;
  }

 private:
  static constexpr std::size_t most_held = 4;  ///< tasks and results a thread

  /// What one thread sets and another waits for.
  class Result {
   public:
    template <class Task>
    void set_by(Task& task) {
      try {
        value_ = task();
      } catch (...) {
        thrown_ = std::current_exception();
      }
      is_ready_ = true;
      is_ready_.notify_one();
    }
    bool is_ready() const noexcept { return is_ready_; }
    T get() {
      is_ready_.wait(false);
      if (thrown_) std::rethrow_exception(thrown_);
      return std::move(*value_);
    }

   private:
    std::optional<T> value_;
    std::exception_ptr thrown_;
    std::atomic<bool> is_ready_ = false;
  };

  bool hand_on() {
    while (!results_.front()->is_ready() && tasks_.poll_one() > 0) {
    }
    const std::shared_ptr<Result> first = std::move(results_.front());
    results_.pop_front();
    return take_(first->get());
  }

  std::function<bool(T)> take_;
  std::size_t threads_;
  std::deque<std::shared_ptr<Result>> results_;
  boost::asio::io_context tasks_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> more_to_come_{tasks_.get_executor()};
  std::vector<std::thread> helpers_;
};

}  // namespace almanac
