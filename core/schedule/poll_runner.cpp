#include "poll_runner.hpp"

#include <almanac/async/as_result.hpp>
#include <almanac/async/semaphore.hpp>
#include <almanac/async/task_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <memory>
#include <unordered_map>

namespace almanac {
namespace {

using Clock = std::chrono::steady_clock;

/// The tasks of one host, and when it may be asked next.
struct HostQueue {
  std::deque<PollTask> waiting;
  std::chrono::milliseconds spacing{0};
  std::size_t lanes = 0;  ///< that serve it now
  Clock::time_point next_start{};
};

/// A permit that was taken, given back at the end of its life: also when its task is dropped unstarted.
class Permit {
 public:
  explicit Permit(Semaphore& from) : from_(&from, [](Semaphore* semaphore) { semaphore->release(); }) {}

 private:
  std::unique_ptr<Semaphore, void (*)(Semaphore*)> from_;
};

/// Counts one up for as long as it lives.
class Counted {
 public:
  explicit Counted(std::size_t& count) : count_(&count, [](std::size_t* c) { --*c; }) { ++count; }

 private:
  std::unique_ptr<std::size_t, void (*)(std::size_t*)> count_;
};

/// Whether the awaiting coroutine was told to stop. Something that is awaited after that is not cancelled any more.
asio::awaitable<bool> is_cancelled() {
  const auto state = co_await asio::this_coro::cancellation_state;
  co_return state.cancelled() != asio::cancellation_type::none;
}

asio::awaitable<void> run_one(PollTask task, HostTurn turn, Permit, Counted) {
  auto work = task.run(std::move(turn));
  co_await std::move(work);
}

}  // namespace

struct PollRunner::Impl {
  Impl(asio::any_io_executor ex, const RunLimits& chosen)
      : executor(std::move(ex)),
        limits(chosen),
        fetching(executor, limits.concurrency),
        in_flight(executor, limits.in_flight),
        group(executor) {}

  asio::any_io_executor executor;
  RunLimits limits;
  Semaphore fetching, in_flight;
  std::unordered_map<std::string, std::shared_ptr<HostQueue>> hosts;
  std::size_t waiting = 0, running = 0;
  std::size_t forget_above = 1024;  ///< number of hosts at which those that rest are forgotten
  bool cancelled = false;
  TaskGroup group;

  void add(PollTask task) {
    if (cancelled) return;
    forget_resting();
    auto& queue = hosts[task.host];
    const bool is_local = task.host.empty();
    if (!queue) {
      queue = std::make_shared<HostQueue>();
      if (!is_local) queue->spacing = limits.host_spacing;
    }
    queue->waiting.push_back(std::move(task));
    ++waiting;
    const std::size_t most = is_local ? limits.concurrency : limits.per_host;
    if (queue->lanes >= most) return;
    ++queue->lanes;
    group.spawn(serve_host(queue));
  }

  /// Hosts without tasks that may be asked at any time are as good as never seen.
  void forget_resting() {
    if (hosts.size() < forget_above) return;
    const auto now = Clock::now();
    std::erase_if(hosts, [&](const auto& item) {
      const HostQueue& queue = *item.second;
      return queue.lanes == 0 && queue.waiting.empty() && queue.next_start <= now;
    });
    forget_above = std::max<std::size_t>(1024, 2 * hosts.size());
  }

  void drop_waiting() {
    for (const auto& [host, queue] : hosts) queue->waiting.clear();
    waiting = 0;
  }

  /// Waits until the host may be asked, and books the time after it.
  asio::awaitable<bool> wait_for_turn(HostQueue& queue) {
    const auto now = Clock::now();
    const auto start = std::max(now, queue.next_start);
    queue.next_start = start + queue.spacing;
    if (start <= now) co_return true;
    asio::steady_timer timer(executor, start);
    auto [ec] = co_await timer.async_wait(as_result);
    co_return !ec;
  }

  /// One lane of one host: gives the turn to its tasks, one after the other.
  asio::awaitable<void> serve_host(std::shared_ptr<HostQueue> queue) {
    co_await asio::this_coro::throw_if_cancelled(false);
    const Counted served = leave_at_end(*queue);
    auto lane = std::make_shared<Semaphore>(executor, 1);
    while (!queue->waiting.empty()) {
      const auto has_lane = co_await lane->acquire();
      const bool stopped = co_await is_cancelled();
      if (!has_lane || stopped || queue->waiting.empty()) co_return;
      PollTask task = std::move(queue->waiting.front());
      queue->waiting.pop_front();
      --waiting;
      Counted under_way(running);
      const bool is_turn = co_await wait_for_turn(*queue);
      if (!is_turn) co_return;
      const auto may_fly = co_await in_flight.acquire();
      if (!may_fly) co_return;
      Permit flight(in_flight);
      const auto may_fetch = co_await fetching.acquire();
      if (!may_fetch) co_return;
      // Waiting for the permits may have taken long: the next one is spaced from here.
      queue->next_start = std::max(queue->next_start, Clock::now() + queue->spacing);
      HostTurn turn([lane, this] {
        fetching.release();
        lane->release();
      });
      auto poll = run_one(std::move(task), std::move(turn), std::move(flight), std::move(under_way));
      group.spawn(std::move(poll));
    }
  }

  /// Takes the lane off the queue when it ends; it was counted when it was spawned.
  static Counted leave_at_end(HostQueue& queue) {
    --queue.lanes;
    return Counted(queue.lanes);
  }
};

PollRunner::PollRunner(asio::any_io_executor executor, RunLimits limits)
    : impl_(std::make_unique<Impl>(std::move(executor), limits)) {}
PollRunner::~PollRunner() = default;

void PollRunner::add(PollTask task) { impl_->add(std::move(task)); }
void PollRunner::drop_waiting() { impl_->drop_waiting(); }
void PollRunner::cancel() {
  impl_->cancelled = true;
  impl_->drop_waiting();
  impl_->group.cancel();
}
std::size_t PollRunner::waiting() const noexcept { return impl_->waiting; }
std::size_t PollRunner::running() const noexcept { return impl_->running; }

asio::awaitable<void> PollRunner::join() {
  auto all = impl_->group.join();
  co_await std::move(all);
}

asio::awaitable<void> run_polls(asio::any_io_executor executor, std::vector<PollTask> tasks, RunLimits limits) {
  PollRunner runner(std::move(executor), limits);
  for (PollTask& task : tasks) runner.add(std::move(task));
  auto all = runner.join();
  co_await std::move(all);
}

}  // namespace almanac
