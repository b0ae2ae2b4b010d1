#include "poll_runner.hpp"

#include <almanac/async/as_result.hpp>
#include <almanac/async/semaphore.hpp>
#include <almanac/async/task_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <map>
#include <memory>

namespace almanac {
namespace {

using Clock = std::chrono::steady_clock;

/// The tasks of one host, and when it may be asked next.
struct HostQueue {
  std::deque<PollTask> waiting;
  std::chrono::milliseconds spacing{0};
  Clock::time_point next_start{};
};

struct Run {
  Run(asio::any_io_executor ex, const RunLimits& limits)
      : executor(std::move(ex)),
        fetching(executor, limits.concurrency),
        in_flight(executor, limits.in_flight),
        group(executor) {}
  asio::any_io_executor executor;
  Semaphore fetching, in_flight;
  TaskGroup group;
};

/// A permit that was taken, given back at the end of its life: also when its task is dropped unstarted.
class Permit {
 public:
  explicit Permit(Semaphore& from) : from_(&from, [](Semaphore* semaphore) { semaphore->release(); }) {}

 private:
  std::unique_ptr<Semaphore, void (*)(Semaphore*)> from_;
};

asio::awaitable<void> run_one(PollTask task, HostTurn turn, Permit) {
  auto work = task.run(std::move(turn));
  co_await std::move(work);
}

/// Whether the awaiting coroutine was told to stop. Something that is awaited after that is not cancelled any more.
asio::awaitable<bool> is_cancelled() {
  const auto state = co_await asio::this_coro::cancellation_state;
  co_return state.cancelled() != asio::cancellation_type::none;
}

/// Waits until the host may be asked, and books the time after it.
asio::awaitable<bool> wait_for_turn(Run& run, HostQueue& queue) {
  const auto now = Clock::now();
  const auto start = std::max(now, queue.next_start);
  queue.next_start = start + queue.spacing;
  if (start <= now) co_return true;
  asio::steady_timer timer(run.executor, start);
  auto [ec] = co_await timer.async_wait(as_result);
  co_return !ec;
}

/// One lane of one host: gives the turn to its tasks, one after the other.
asio::awaitable<void> serve_host(Run& run, std::shared_ptr<HostQueue> queue) {
  co_await asio::this_coro::throw_if_cancelled(false);
  auto lane = std::make_shared<Semaphore>(run.executor, 1);
  while (!queue->waiting.empty()) {
    const auto has_lane = co_await lane->acquire();
    const bool stopped = co_await is_cancelled();
    if (!has_lane || stopped || queue->waiting.empty()) co_return;
    PollTask task = std::move(queue->waiting.front());
    queue->waiting.pop_front();
    const bool is_turn = co_await wait_for_turn(run, *queue);
    if (!is_turn) co_return;
    const auto may_fly = co_await run.in_flight.acquire();
    if (!may_fly) co_return;
    Permit in_flight(run.in_flight);
    const auto may_fetch = co_await run.fetching.acquire();
    if (!may_fetch) co_return;
    HostTurn turn([lane, &run] {
      run.fetching.release();
      lane->release();
    });
    auto poll = run_one(std::move(task), std::move(turn), std::move(in_flight));
    run.group.spawn(std::move(poll));
  }
}

}  // namespace

asio::awaitable<void> run_polls(asio::any_io_executor executor, std::vector<PollTask> tasks, RunLimits limits) {
  Run run(executor, limits);
  std::map<std::string, std::shared_ptr<HostQueue>> hosts;
  std::vector<std::shared_ptr<HostQueue>> order;
  for (PollTask& task : tasks) {
    auto& queue = hosts[task.host];
    if (!queue) {
      queue = std::make_shared<HostQueue>();
      order.push_back(queue);
    }
    queue->waiting.push_back(std::move(task));
  }
  for (const auto& queue : order) {
    const bool is_local = queue->waiting.front().host.empty();
    if (!is_local) queue->spacing = limits.host_spacing;
    const std::size_t lanes = std::min(queue->waiting.size(), is_local ? limits.concurrency : limits.per_host);
    for (std::size_t i = 0; i < lanes; ++i) run.group.spawn(serve_host(run, queue));
  }
  co_await run.group.join();
}

}  // namespace almanac
