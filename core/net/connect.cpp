#include "connect.hpp"

#include <algorithm>
#include <almanac/async/as_result.hpp>
#include <almanac/async/is_cancelled.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <list>
#include <memory>
#include <optional>

#include "net_errc.hpp"

namespace almanac::net {
namespace {

using boost::asio::ip::tcp;
using std::chrono::steady_clock;

/// The attempts of one connect_first(). Shared with the handlers, which may run after a cancelled wait.
struct Race : std::enable_shared_from_this<Race> {
  explicit Race(const asio::any_io_executor& executor) : wake(executor) {}

  void start(const tcp::endpoint& endpoint) {
    const auto attempt = attempts.emplace(attempts.end(), wake.get_executor());
    attempt->async_connect(endpoint, [self = shared_from_this(), attempt](const error_code& ec) {
      if (!ec && !self->winner) {
        self->winner = std::move(*attempt);
      } else if (ec && ec != asio::error::operation_aborted) {
        self->failure = ec;
      }
      self->attempts.erase(attempt);
      self->wake.cancel();
    });
  }

  void abandon() {
    for (tcp::socket& attempt : attempts) {
      error_code ignored;
      attempt.close(ignored);
    }
  }

  asio::steady_timer wake;
  std::list<tcp::socket> attempts;
  std::optional<tcp::socket> winner;
  error_code failure = NetErrc::connect_refused;
};

/// Ends the attempts that lost. Their handlers come at once, cancelled or not: hence no cancellation here.
asio::awaitable<void> end_others(std::shared_ptr<Race> race) {
  race->abandon();
  while (!race->attempts.empty()) {
    race->wake.expires_at(steady_clock::time_point::max());
    co_await race->wake.async_wait(as_result);
  }
}

}  // namespace

std::vector<tcp::endpoint> interleave(std::vector<tcp::endpoint> endpoints) {
  const auto is_v6 = [](const tcp::endpoint& e) { return e.address().is_v6(); };
  const auto middle = std::stable_partition(endpoints.begin(), endpoints.end(), is_v6);
  std::vector<tcp::endpoint> mixed;
  mixed.reserve(endpoints.size());
  auto six = endpoints.begin();
  auto four = middle;
  while (six != middle || four != endpoints.end()) {
    if (six != middle) mixed.push_back(*six++);
    if (four != endpoints.end()) mixed.push_back(*four++);
  }
  return mixed;
}

asio::awaitable<Result<tcp::socket>> connect_first(std::vector<tcp::endpoint> endpoints,
                                                   std::chrono::milliseconds stagger, steady_clock::time_point ends) {
  const auto race = std::make_shared<Race>(co_await asio::this_coro::executor);
  std::size_t next = 0;
  steady_clock::time_point next_start = steady_clock::time_point::min();
  error_code verdict;
  for (;;) {
    const auto now = steady_clock::now();
    if (race->winner) break;
    if (now >= ends) {
      verdict = NetErrc::connect_timeout;
      break;
    }
    if (next < endpoints.size() && (race->attempts.empty() || now >= next_start)) {
      race->start(endpoints[next++]);
      next_start = now + stagger;
    }
    if (race->attempts.empty() && next == endpoints.size()) {
      verdict = race->failure;
      break;
    }
    race->wake.expires_at(next < endpoints.size() ? std::min(next_start, ends) : ends);
    co_await race->wake.async_wait(as_result);
    if (co_await is_cancelled()) {
      verdict = NetErrc::cancelled;
      break;
    }
  }
  if (!race->attempts.empty()) co_await end_others(race);
  if (race->winner) co_return std::move(*race->winner);
  co_return verdict;
}

}  // namespace almanac::net
