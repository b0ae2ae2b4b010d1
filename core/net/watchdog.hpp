#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <memory>

#include "http_client.hpp"
#include "net_errc.hpp"

namespace almanac::net {

using SteadyTime = std::chrono::steady_clock::time_point;

/// Bounds the time of one exchange with one timer, however many reads it takes: it closes the socket when the phase,
/// the whole fetch or the least rate is overrun. Moving a deadline is a store; the timer is touched only when it would
/// ring too late.
///
/// Single executor. The socket must outlive the watchdog.
class Watchdog {
 public:
  Watchdog(const boost::asio::any_io_executor& executor, boost::asio::ip::tcp::socket& socket,
           const FetchDeadlines& deadlines, SteadyTime fetch_ends);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  /// A new phase begins, which may last `span`.
  void phase(FetchDeadlines::Span span);
  /// The body begins: from now on its rate counts.
  void start_rate();
  /// `bytes` of the body have come.
  void progress(std::size_t bytes);

  bool expired() const noexcept;
  /// NetErrc::timeout or too_slow; meaningful once expired().
  NetErrc reason() const noexcept;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace almanac::net
