#include "poll_runner.hpp"

#include <algorithm>
#include <almanac/async/as_result.hpp>
#include <almanac/async/is_cancelled.hpp>
#include <almanac/async/semaphore.hpp>
#include <almanac/async/task_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

namespace almanac {
namespace {

using Ticks = std::chrono::steady_clock;

/// What a task under way holds. Given back in parts and all at the end.
struct Stay {
  std::shared_ptr<Semaphore> lane;  ///< of its host's queue
  Semaphore* fetching = nullptr;
  Semaphore* in_flight = nullptr;
  std::size_t weight = 0;  ///< permits of `in_flight`

  Stay() = default;
  Stay(const Stay&) = delete;
  Stay& operator=(const Stay&) = delete;
  ~Stay() { leave(); }
  void leave_host() {
    if (auto* held = std::exchange(fetching, nullptr)) held->release();
    if (const auto held = std::exchange(lane, nullptr)) held->release();
  }
  void leave() {
    leave_host();
    if (auto* held = std::exchange(in_flight, nullptr))
      for (; weight > 0; --weight) held->release();
  }
  void weigh(std::size_t more) {
    if (!in_flight || more <= weight) return;
    in_flight->take(more - weight);
    weight = more;
  }
};

/// A task under way that waits for a turn at a further host.
struct Hop {
  Hop(asio::any_io_executor executor, std::shared_ptr<Stay> whose) : stay(std::move(whose)), granted(executor, 0) {}
  std::shared_ptr<Stay> stay;
  Semaphore granted;
};

/// One of the two.
struct Waiter {
  std::optional<PollTask> task;
  std::shared_ptr<Hop> hop;
};

/// Who waits for one host, and when it may be asked next.
struct HostQueue {
  std::deque<Waiter> waiting;
  std::chrono::milliseconds spacing{0};
  std::size_t most = 1;   ///< lanes
  std::size_t lanes = 0;  ///< that serve it now
  Ticks::time_point next_start{};
};

/// Counts one up for as long as it lives.
class Counted {
 public:
  explicit Counted(std::size_t& count) : count_(&count, [](std::size_t* c) { --*c; }) { ++count; }

 private:
  std::unique_ptr<std::size_t, void (*)(std::size_t*)> count_;
};

asio::awaitable<void> run_one(PollTask task, HostTurn turn, std::shared_ptr<Stay>, Counted) {
  auto work = task.run(std::move(turn));
  co_await std::move(work);
}

}  // namespace

struct PollRunner::Impl {
  class Seat;

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
    const std::shared_ptr<HostQueue> queue = queue_of(task.host);
    queue->waiting.push_back({std::move(task), nullptr});
    ++waiting;
    serve(queue);
  }

  /// For a task under way: before those that have not begun.
  std::shared_ptr<Hop> add_hop(const std::string& host, std::shared_ptr<Stay> stay) {
    auto hop = std::make_shared<Hop>(executor, std::move(stay));
    const std::shared_ptr<HostQueue> queue = queue_of(host);
    const auto first_task = std::find_if(queue->waiting.begin(), queue->waiting.end(),
                                         [](const Waiter& waiter) { return waiter.task.has_value(); });
    queue->waiting.insert(first_task, {std::nullopt, hop});
    serve(queue);
    return hop;
  }

  std::shared_ptr<HostQueue> queue_of(const std::string& host) {
    forget_resting();
    const auto pace = limits.paces.find(host);
    auto& queue = hosts[pace ? std::string(pace->name) : host];
    if (queue) return queue;
    queue = std::make_shared<HostQueue>();
    const bool is_local = host.empty();
    if (!is_local) queue->spacing = pace ? pace->spacing : limits.host_spacing;
    queue->most = is_local ? limits.concurrency : pace ? 1 : limits.per_host;
    return queue;
  }

  void serve(const std::shared_ptr<HostQueue>& queue) {
    if (queue->lanes >= queue->most) return;
    ++queue->lanes;
    group.spawn(serve_host(queue));
  }

  /// Hosts without tasks that may be asked at any time are as good as never seen.
  void forget_resting() {
    if (hosts.size() < forget_above) return;
    const auto now = Ticks::now();
    std::erase_if(hosts, [&](const auto& item) {
      const HostQueue& queue = *item.second;
      return queue.lanes == 0 && queue.waiting.empty() && queue.next_start <= now;
    });
    forget_above = std::max<std::size_t>(1024, 2 * hosts.size());
  }

  void drop_waiting() {
    for (const auto& [host, queue] : hosts)
      std::erase_if(queue->waiting, [](const Waiter& waiter) { return waiter.task.has_value(); });
    waiting = 0;
  }

  /// Waits until the host may be asked, and books the time after it.
  asio::awaitable<bool> wait_for_turn(HostQueue& queue) {
    const auto now = Ticks::now();
    const auto start = std::max(now, queue.next_start);
    queue.next_start = start + queue.spacing;
    if (start <= now) co_return true;
    asio::steady_timer timer(executor, start);
    auto [ec] = co_await timer.async_wait(as_result);
    co_return !ec;
  }

  /// One lane of one host: gives the turn to those who wait, one after the other.
  asio::awaitable<void> serve_host(std::shared_ptr<HostQueue> queue) {
    co_await asio::this_coro::throw_if_cancelled(false);
    const Counted served = leave_at_end(*queue);
    auto lane = std::make_shared<Semaphore>(executor, 1);
    for (;;) {
      // Also after the last one: the lane is taken until that one has given it back.
      const auto has_lane = co_await lane->acquire();
      const bool stopped = co_await is_cancelled();
      if (!has_lane || stopped || queue->waiting.empty()) co_return;
      Waiter next = std::move(queue->waiting.front());
      queue->waiting.pop_front();
      std::optional<Counted> under_way;
      if (next.task) {
        --waiting;
        under_way.emplace(running);
      }
      const bool is_turn = co_await wait_for_turn(*queue);
      if (!is_turn) co_return;
      const auto may_fly = co_await in_flight.acquire();
      if (!may_fly) co_return;
      const auto stay = next.hop ? next.hop->stay : std::make_shared<Stay>();
      stay->in_flight = &in_flight;
      stay->weight = 1;
      const auto may_fetch = co_await fetching.acquire();
      if (!may_fetch) co_return;
      stay->fetching = &fetching;
      stay->lane = lane;
      // Waiting for the permits may have taken long: the next one is spaced from here.
      queue->next_start = std::max(queue->next_start, Ticks::now() + queue->spacing);
      if (next.hop) {
        next.hop->granted.release();
        continue;
      }
      HostTurn turn = seat(stay);
      auto poll = run_one(std::move(*next.task), std::move(turn), stay, std::move(*under_way));
      group.spawn(std::move(poll));
    }
  }

  HostTurn seat(std::shared_ptr<Stay> stay);

  /// Takes the lane off the queue when it ends; it was counted when it was spawned.
  static Counted leave_at_end(HostQueue& queue) {
    --queue.lanes;
    return Counted(queue.lanes);
  }
};

/// The place of a task that the runner started.
class PollRunner::Impl::Seat final : public HostTurn::Place {
 public:
  Seat(Impl& runner, std::shared_ptr<Stay> stay) : runner_(runner), stay_(std::move(stay)) {}
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;
  ~Seat() override { stay_->leave_host(); }

  void weigh(std::size_t weight) override { stay_->weigh(weight); }

  asio::awaitable<bool> move_to(std::string host) override {
    stay_->leave();
    const bool stopped = co_await is_cancelled();
    if (stopped || runner_.cancelled) co_return false;
    const std::shared_ptr<Hop> hop = runner_.add_hop(host, stay_);
    const auto granted = co_await hop->granted.acquire();
    // Whoever is cancelled lets the turn pass; the queue may still hold the hop.
    if (!granted) hop->stay = std::make_shared<Stay>();
    co_return granted.has_value();
  }

 private:
  Impl& runner_;
  std::shared_ptr<Stay> stay_;
};

HostTurn PollRunner::Impl::seat(std::shared_ptr<Stay> stay) {
  return HostTurn(std::make_unique<Seat>(*this, std::move(stay)));
}

asio::awaitable<bool> HostTurn::move_to(std::string host) {
  if (!place_) co_return true;
  auto moved = place_->move_to(std::move(host));
  const bool may_go = co_await std::move(moved);
  co_return may_go;
}

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
