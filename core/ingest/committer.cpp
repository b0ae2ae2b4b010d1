#include "committer.hpp"

#include <almanac/async/run_on.hpp>
#include <boost/asio/experimental/channel.hpp>

namespace almanac {
namespace {

/// Polls in one transaction: keeps each under the tenth of a second that other processes may have to wait.
constexpr std::size_t batch_polls = 64;
constexpr std::size_t batch_entries = 2'000;

}  // namespace

struct Committer::Waiting {
  Waiting(boost::asio::any_io_executor ex, SourcePoll what, sys_seconds when)
      : poll(std::move(what)), now(when), done(std::move(ex), 1) {}
  SourcePoll poll;
  sys_seconds now;
  Result<PollCounts, Problem> result = PollCounts{};
  boost::asio::experimental::channel<void(error_code)> done;
};

Committer::Committer(boost::asio::any_io_executor home, Store store)
    : home_(home), store_(std::move(store)), group_(std::move(home)) {}

Committer::~Committer() { thread_.join(); }

/// On the store's thread.
void Committer::write(std::vector<std::shared_ptr<Waiting>>& batch) {
  PollCommit together;
  together.now = batch.front()->now;
  for (const auto& item : batch) together.polls.push_back(std::move(item->poll));
  auto counts = store_.commit_poll(together, matcher_);
  if (counts || batch.size() == 1) {
    // The counts of a batch are told once: callers add them up.
    for (const auto& item : batch)
      item->result = counts ? Result<PollCounts, Problem>(PollCounts{}) : Result<PollCounts, Problem>(counts.error());
    if (counts) batch.front()->result = *counts;
    return;
  }
  for (std::size_t i = 0; i < batch.size(); ++i) {
    PollCommit alone;
    alone.now = together.now;
    alone.polls.push_back(std::move(together.polls[i]));
    batch[i]->result = store_.commit_poll(alone, matcher_);
  }
}

boost::asio::awaitable<void> Committer::drain() {
  co_await asio::this_coro::throw_if_cancelled(false);
  while (!queue_.empty()) {
    std::vector<std::shared_ptr<Waiting>> batch;
    std::size_t entries = 0;
    while (batch.size() < queue_.size() && batch.size() < batch_polls && entries < batch_entries) {
      batch.push_back(queue_[batch.size()]);
      entries += batch.back()->poll.entries.size();
    }
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(batch.size()));
    co_await run_on(thread_.get_executor(), [&] { write(batch); });
    for (const auto& item : batch) item->done.try_send(error_code{});
  }
  draining_ = false;
}

boost::asio::awaitable<Result<PollCounts, Problem>> Committer::commit(SourcePoll poll, sys_seconds now) {
  // A commit under way is not abandoned: cancelling the caller waits for it.
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  auto waiting = std::make_shared<Waiting>(home_, std::move(poll), now);
  queue_.push_back(waiting);
  if (!draining_) {
    draining_ = true;
    group_.spawn(drain());
  }
  auto [ec] = co_await waiting->done.async_receive(as_result);
  if (ec) co_return Problem{ec, "the store stopped", {}};
  co_return std::move(waiting->result);
}

boost::asio::awaitable<void> Committer::with_store(std::function<void(Store&)> work) {
  co_await run_on(thread_.get_executor(), [&] { work(store_); });
}

boost::asio::awaitable<void> Committer::stop() {
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  co_await group_.join();
  thread_.join();
}

}  // namespace almanac
