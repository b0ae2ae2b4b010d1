#include "thread_resolver.hpp"

#include <almanac/async/as_result.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

#include "net_errc.hpp"
#include "system_lookup.hpp"

namespace almanac {

using Addresses = std::vector<boost::asio::ip::address>;
using std::chrono::steady_clock;

namespace {

/// One name being looked up, and who waits for it. Everything but `host` and `executor` belongs to the executor's
/// thread.
struct Lookup {
  Lookup(std::string name, asio::any_io_executor ex) : host(std::move(name)), executor(std::move(ex)) {}
  const std::string host;
  const asio::any_io_executor executor;
  std::vector<std::shared_ptr<asio::steady_timer>> waiters;
  std::optional<Result<Addresses>> answer;
};

struct Cached {
  Result<Addresses> answer;
  steady_clock::time_point until;
};

}  // namespace

struct ThreadResolver::Impl : std::enable_shared_from_this<Impl> {
  explicit Impl(ResolverOptions chosen) : options(std::move(chosen)) {
    if (!options.lookup) options.lookup = &net::system_lookup;
  }

  std::shared_ptr<Lookup> begin(const std::string& host, const asio::any_io_executor& executor) {
    auto& place = under_way[host];
    if (!place) {
      place = std::make_shared<Lookup>(host, executor);
      const std::lock_guard lock(mutex);
      queue.push_back(place);
      if (queue.size() > free_threads && threads.size() < options.threads) {
        ++free_threads;
        threads.emplace_back([this] { work(); });
      }
      wake.notify_one();
    }
    return place;
  }

  void work() {
    net::bound_name_service();
    std::unique_lock lock(mutex);
    for (;;) {
      wake.wait(lock, [this] { return stopping || !queue.empty(); });
      if (stopping) return;
      const std::shared_ptr<Lookup> lookup = std::move(queue.front());
      queue.pop_front();
      --free_threads;
      lock.unlock();
      hand_over(lookup, options.lookup(lookup->host));
      lock.lock();
      ++free_threads;
    }
  }

  /// Back to the executor's thread. The resolver may be gone by then, the waiters too.
  void hand_over(const std::shared_ptr<Lookup>& lookup, Result<Addresses> answer) {
    asio::post(lookup->executor, [weak = weak_from_this(), lookup, answer = std::move(answer)]() mutable {
      if (const auto self = weak.lock()) self->keep(*lookup, answer);
      lookup->answer = std::move(answer);
      for (const auto& waiter : lookup->waiters) waiter->cancel();
    });
  }

  void keep(const Lookup& lookup, const Result<Addresses>& answer) {
    under_way.erase(lookup.host);
    if (cache.size() >= options.cached_names) cache.clear();  // rare; the next lookups fill it again
    const auto span = answer ? options.keep_found : options.keep_failed;
    cache.insert_or_assign(lookup.host, Cached{answer, steady_clock::now() + span});
  }

  const Result<Addresses>* cached(const std::string& host) const {
    const auto found = cache.find(host);
    if (found == cache.end() || found->second.until <= steady_clock::now()) return nullptr;
    return &found->second.answer;
  }

  void stop() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
      queue.clear();
    }
    wake.notify_all();
    for (std::thread& thread : threads) thread.join();
  }

  ResolverOptions options;
  // The executor's thread only:
  std::unordered_map<std::string, std::shared_ptr<Lookup>> under_way;
  std::unordered_map<std::string, Cached> cache;
  // Shared with the threads:
  std::mutex mutex;
  std::condition_variable wake;
  std::deque<std::shared_ptr<Lookup>> queue;
  std::size_t free_threads = 0;
  bool stopping = false;
  std::vector<std::thread> threads;
};

ThreadResolver::ThreadResolver(ResolverOptions options) : impl_(std::make_shared<Impl>(std::move(options))) {}
ThreadResolver::~ThreadResolver() { impl_->stop(); }

asio::awaitable<Result<Addresses>> ThreadResolver::resolve(std::string host) {
  if (const auto* known = impl_->cached(host)) co_return *known;
  const auto executor = co_await asio::this_coro::executor;
  const std::shared_ptr<Lookup> lookup = impl_->begin(host, executor);
  const auto timer = std::make_shared<asio::steady_timer>(executor, impl_->options.deadline);
  lookup->waiters.push_back(timer);
  co_await timer->async_wait(as_result);
  if (lookup->answer) co_return *lookup->answer;
  std::erase(lookup->waiters, timer);
  const auto state = co_await asio::this_coro::cancellation_state;
  if (state.cancelled() != asio::cancellation_type::none) co_return make_error_code(NetErrc::cancelled);
  co_return make_error_code(NetErrc::dns_timeout);
}

}  // namespace almanac
