#include "pool.hpp"

#include <unordered_map>

namespace almanac::net {

using std::chrono::steady_clock;

namespace {

struct Idle {
  std::unique_ptr<Connection> connection;
  steady_clock::time_point until;
};

}  // namespace

struct ConnectionPool::State : std::enable_shared_from_this<State> {
  State(const boost::asio::any_io_executor& executor, std::size_t count, std::chrono::milliseconds span)
      : timer(executor), most(count), idle_for(span) {}

  /// Wakes when the oldest connection is due; one timer serves all, because all are kept equally long.
  void arm() {
    if (armed || idle.empty()) return;
    armed = true;
    timer.expires_at(idle.front().until);
    timer.async_wait([weak = weak_from_this()](const error_code& ec) {
      const auto self = weak.lock();
      if (!self) return;
      self->armed = false;
      if (!ec) self->drop_old();
      self->arm();
    });
  }

  void drop_old() {
    const auto now = steady_clock::now();
    while (!idle.empty() && idle.front().until <= now) drop(idle.begin());
  }

  using Place = std::list<Idle>::iterator;

  void drop(Place place) {
    const auto [first, last] = by_key.equal_range(place->connection->key());
    for (auto it = first; it != last; ++it) {
      if (it->second == place) {
        by_key.erase(it);
        break;
      }
    }
    idle.erase(place);
  }

  boost::asio::steady_timer timer;
  const std::size_t most;
  const std::chrono::milliseconds idle_for;
  std::list<Idle> idle;  ///< oldest first
  std::unordered_multimap<std::string, Place> by_key;
  bool armed = false;
};

ConnectionPool::ConnectionPool(const boost::asio::any_io_executor& executor, std::size_t most,
                               std::chrono::milliseconds idle_for)
    : state_(std::make_shared<State>(executor, most, idle_for)) {}

ConnectionPool::~ConnectionPool() { clear(); }

std::unique_ptr<Connection> ConnectionPool::take(const std::string& key) {
  for (auto found = state_->by_key.find(key); found != state_->by_key.end(); found = state_->by_key.find(key)) {
    const State::Place place = found->second;
    state_->by_key.erase(found);
    std::unique_ptr<Connection> connection = std::move(place->connection);
    const bool in_time = place->until > steady_clock::now();
    state_->idle.erase(place);
    if (in_time && connection->is_quiet()) return connection;
  }
  return nullptr;
}

void ConnectionPool::give(std::unique_ptr<Connection> connection) {
  if (state_->most == 0) return;
  if (state_->idle.size() >= state_->most) state_->drop(state_->idle.begin());
  const std::string& key = connection->key();
  const auto place =
      state_->idle.insert(state_->idle.end(), Idle{std::move(connection), steady_clock::now() + state_->idle_for});
  state_->by_key.emplace(key, place);
  state_->arm();
}

void ConnectionPool::clear() {
  state_->by_key.clear();
  state_->idle.clear();
  state_->timer.cancel();
}

std::size_t ConnectionPool::size() const noexcept { return state_->idle.size(); }

}  // namespace almanac::net
