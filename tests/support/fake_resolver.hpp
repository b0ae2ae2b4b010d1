#pragma once
#include <almanac/async/as_result.hpp>
#include <almanac/net/net_errc.hpp>
#include <almanac/net/resolver.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace almanac::test {

/// Names mean what the test says. Each lookup takes the next answer of its name; the last one stays.
class FakeResolver final : public Resolver {
 public:
  using Addresses = std::vector<boost::asio::ip::address>;

  void add(const std::string& host, const std::vector<std::string>& addresses) {
    Addresses parsed;
    for (const std::string& text : addresses) parsed.push_back(boost::asio::ip::make_address(text));
    answers_[host].push_back(std::move(parsed));
  }
  /// No answer before `span` has passed, and then none; by default it never has.
  void hang(const std::string& host, std::chrono::milliseconds span = std::chrono::hours(1000)) {
    hanging_ = host;
    hangs_for_ = span;
  }
  int lookups(const std::string& host) const {
    const auto found = lookups_.find(host);
    return found == lookups_.end() ? 0 : found->second;
  }

  boost::asio::awaitable<Result<Addresses>> resolve(std::string host) override {
    const int nth = lookups_[host]++;
    if (host == hanging_) {
      asio::steady_timer timer(co_await asio::this_coro::executor, hangs_for_);
      const auto [ec] = co_await timer.async_wait(as_result);
      co_return make_error_code(ec ? NetErrc::cancelled : NetErrc::dns);
    }
    const auto found = answers_.find(host);
    if (found == answers_.end()) co_return make_error_code(NetErrc::dns);
    const auto last = found->second.size() - 1;
    co_return found->second[std::min(static_cast<std::size_t>(nth), last)];
  }

 private:
  std::map<std::string, std::vector<Addresses>> answers_;
  std::map<std::string, int> lookups_;
  std::string hanging_;
  std::chrono::milliseconds hangs_for_{};
};

}  // namespace almanac::test
