#include "committer.hpp"

#include <almanac/async/as_result.hpp>
#include <almanac/async/run_on.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <numeric>

namespace almanac {
namespace {

/// Polls in one transaction: keeps each under the tenth of a second that other processes may have to wait.
constexpr std::size_t batch_polls = 100;
constexpr std::size_t batch_entries = 2'000;

/// While polls come thick, a transaction waits so long to be full: the fuller, the less is written for each.
constexpr std::chrono::milliseconds longest_filling{30};
constexpr std::chrono::milliseconds thick{60};  ///< after the transaction before

}  // namespace

struct Committer::Waiting {
  Waiting(boost::asio::any_io_executor ex, PollCommit& what) : part(what), done(std::move(ex), 1) {}
  std::size_t entries() const {
    std::size_t sum = 0;
    for (const SourcePoll& poll : part.polls) sum += poll.entries.size();
    return sum;
  }
  PollCommit& part;
  Result<PollCounts, Problem> result = PollCounts{};
  boost::asio::experimental::channel<void(error_code)> done;
};

Committer::Committer(boost::asio::any_io_executor home, Store store)
    : home_(home), store_(std::move(store)), filling_(home), group_(std::move(home)) {
  if (auto known = store_.host_pauses(sys_seconds{})) pauses_at_start_ = std::move(*known);
}

Committer::~Committer() { thread_.join(); }

/// On the store's thread.
void Committer::write(std::vector<std::shared_ptr<Waiting>>& batch) {
  PollCommit together;
  together.now = batch.front()->part.now;
  const auto append = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  for (const auto& item : batch) {
    append(together.polls, item->part.polls);
    append(together.put_off, item->part.put_off);
    append(together.pauses, item->part.pauses);
  }
  std::vector<PollCounts> each;
  const auto counts = store_.commit_poll(together, matcher_, &each);
  // Everyone gets back what it brought.
  auto poll = together.polls.begin();
  auto off = together.put_off.begin();
  auto pause = together.pauses.begin();
  const auto take = [](auto& to, auto& from) {
    for (auto& one : to) one = std::move(*from++);
  };
  for (const auto& item : batch) {
    take(item->part.polls, poll);
    take(item->part.put_off, off);
    take(item->part.pauses, pause);
  }
  if (counts) {
    auto one = each.begin();
    for (const auto& item : batch) {
      const auto end = one + static_cast<std::ptrdiff_t>(item->part.polls.size());
      item->result = std::accumulate(one, end, PollCounts{});
      one = end;
    }
    return;
  }
  if (batch.size() == 1) {
    batch.front()->result = counts.error();
    return;
  }
  for (const auto& item : batch) item->result = store_.commit_poll(item->part, matcher_);
}

bool Committer::has_full_batch() const {
  std::size_t entries = 0;
  for (const auto& item : queue_) entries += item->entries();
  return queue_.size() >= batch_polls || entries >= batch_entries;
}

boost::asio::awaitable<void> Committer::fill() {
  if (std::chrono::steady_clock::now() - last_end_ > thick || has_full_batch()) co_return;
  filling_.expires_after(longest_filling);
  co_await filling_.async_wait(as_result);
}

boost::asio::awaitable<void> Committer::drain() {
  co_await asio::this_coro::throw_if_cancelled(false);
  while (!queue_.empty()) {
    co_await fill();
    std::vector<std::shared_ptr<Waiting>> batch;
    std::size_t polls = 0, entries = 0;
    while (batch.size() < queue_.size() && polls < batch_polls && entries < batch_entries) {
      batch.push_back(queue_[batch.size()]);
      polls += batch.back()->part.polls.size();
      entries += batch.back()->entries();
    }
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(batch.size()));
    co_await run_on(thread_.get_executor(), [&] { write(batch); });
    last_end_ = std::chrono::steady_clock::now();
    for (const auto& item : batch) item->done.try_send(error_code{});
  }
  draining_ = false;
}

boost::asio::awaitable<Result<PollCounts, Problem>> Committer::commit(PollCommit& part) {
  // A commit under way is not abandoned: cancelling the caller waits for it.
  co_await asio::this_coro::reset_cancellation_state(asio::disable_cancellation());
  auto waiting = std::make_shared<Waiting>(home_, part);
  queue_.push_back(waiting);
  if (!draining_) {
    draining_ = true;
    group_.spawn(drain());
  } else if (has_full_batch()) {
    filling_.cancel();
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
