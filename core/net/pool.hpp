#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <string>

#include "connection.hpp"

namespace almanac::net {

/// Idle connections, newest first, kept for `idle_for` and at most `most` of them. Single executor.
///
/// TLS 1.3 servers send session tickets after the handshake; they are read with the first answer, so an idle connection
/// is silent.
class ConnectionPool {
 public:
  ConnectionPool(const boost::asio::any_io_executor& executor, std::size_t most, std::chrono::milliseconds idle_for);
  ~ConnectionPool();
  ConnectionPool(const ConnectionPool&) = delete;
  ConnectionPool& operator=(const ConnectionPool&) = delete;

  /// An idle connection with this key that still looks alive, or null.
  std::unique_ptr<Connection> take(const std::string& key);
  void give(std::unique_ptr<Connection> connection);
  void clear();
  std::size_t size() const noexcept;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace almanac::net
