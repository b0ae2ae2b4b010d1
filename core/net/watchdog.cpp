#include "watchdog.hpp"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>

namespace almanac::net {

using std::chrono::steady_clock;

struct Watchdog::State : std::enable_shared_from_this<State> {
  State(const boost::asio::any_io_executor& executor, boost::asio::ip::tcp::socket& target, const FetchDeadlines& spans,
        SteadyTime ends)
      : timer(executor), socket(&target), deadlines(spans), fetch_ends(ends) {}

  SteadyTime next_check() const { return std::min({phase_ends, fetch_ends, rate_check}); }

  void arm() {
    armed_for = next_check();
    timer.expires_at(armed_for);
    timer.async_wait([self = shared_from_this(), armed = ++generation](const error_code&) {
      if (self->socket != nullptr && armed == self->generation) self->ring();
    });
  }

  void ring() {
    const SteadyTime now = steady_clock::now();
    if (now >= rate_check) {
      if (bytes < deadlines.rate_bytes) return expire(NetErrc::too_slow);
      bytes = 0;
      rate_check = now + deadlines.rate_window;
    }
    if (now >= phase_ends || now >= fetch_ends) return expire(NetErrc::timeout);
    arm();
  }

  void expire(NetErrc why) {
    expired = true;
    reason = why;
    error_code ignored;
    socket->close(ignored);  // closing, not cancelling: an operation that starts after this moment has to fail too
  }

  boost::asio::steady_timer timer;
  boost::asio::ip::tcp::socket* socket;  ///< null once the watchdog is gone
  const FetchDeadlines deadlines;
  const SteadyTime fetch_ends;
  SteadyTime phase_ends = SteadyTime::max();
  SteadyTime rate_check = SteadyTime::max();
  SteadyTime armed_for = SteadyTime::max();
  std::uint64_t generation = 0;
  std::uint64_t bytes = 0;
  bool expired = false;
  NetErrc reason = NetErrc::timeout;
};

Watchdog::Watchdog(const boost::asio::any_io_executor& executor, boost::asio::ip::tcp::socket& socket,
                   const FetchDeadlines& deadlines, SteadyTime fetch_ends)
    : state_(std::make_shared<State>(executor, socket, deadlines, fetch_ends)) {}

Watchdog::~Watchdog() {
  state_->socket = nullptr;
  state_->timer.cancel();
}

void Watchdog::phase(FetchDeadlines::Span span) {
  if (state_->expired) return;
  state_->phase_ends = steady_clock::now() + span;
  if (state_->next_check() < state_->armed_for) state_->arm();
}

void Watchdog::start_rate() {
  state_->rate_check = steady_clock::now() + state_->deadlines.rate_window;
  if (!state_->expired && state_->next_check() < state_->armed_for) state_->arm();
}

void Watchdog::progress(std::size_t bytes) {
  state_->bytes += bytes;
  state_->phase_ends = steady_clock::now() + state_->deadlines.idle;
}

bool Watchdog::expired() const noexcept { return state_->expired; }
NetErrc Watchdog::reason() const noexcept { return state_->reason; }

}  // namespace almanac::net
