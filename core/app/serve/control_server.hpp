#pragma once
#include <almanac/async/task_group.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "alarm.hpp"
#include "control_messages.hpp"

namespace almanac {

/// The daemon's end of a conversation with one command.
class ControlSession {
 public:
  explicit ControlSession(asio::local::stream_protocol::socket socket) : socket_(std::move(socket)) {}

  /// One line; false when the other side went away or does not read.
  asio::awaitable<bool> send(std::string line);
  /// What it asks for; nothing when it says nothing that can be understood, or nothing at all, for some seconds.
  asio::awaitable<std::optional<ControlRequest>> receive();
  void close();

 private:
  asio::local::stream_protocol::socket socket_;
};

/// Answers a request over the session.
using ControlHandler = std::function<asio::awaitable<void>(ControlRequest, ControlSession&)>;

/// Takes connections on the control socket from processes of the same user, and gives each request to the handler. Owns
/// the descriptor, and the file: removed at the end. One thread.
class ControlServer {
 public:
  /// `descriptor` listens already (listen_on).
  ControlServer(asio::any_io_executor executor, std::filesystem::path file, int descriptor, ControlHandler handler);
  ~ControlServer();

  /// Until `stop`; sessions under way have ended then.
  asio::awaitable<void> run();
  void stop();

 private:
  asio::awaitable<void> serve(asio::local::stream_protocol::socket socket);

  asio::any_io_executor executor_;
  std::filesystem::path file_;
  asio::local::stream_protocol::acceptor acceptor_;
  ControlHandler handler_;
  Alarm alarm_;
  TaskGroup sessions_;
  bool stop_ = false;
};

}  // namespace almanac
