#include "control_server.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <almanac/async/with_timeout.hpp>
#include <almanac/base/log.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <chrono>

namespace almanac {
namespace {

using asio::local::stream_protocol;
using namespace std::chrono_literals;

constexpr std::size_t longest_request = 1 << 20, most_sessions = 32;

bool is_same_user(stream_protocol::socket& socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return ::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         (peer.uid == ::geteuid() || peer.uid == 0);
}

asio::awaitable<Result<std::size_t>> write_line(stream_protocol::socket& socket, const std::string& line) {
  auto [ec, size] = co_await asio::async_write(socket, asio::buffer(line), as_result);
  if (ec) co_return ec;
  co_return size;
}

asio::awaitable<Result<std::size_t>> read_line(stream_protocol::socket& socket, std::string& line) {
  auto [ec, size] =
      co_await asio::async_read_until(socket, asio::dynamic_buffer(line, longest_request), '\n', as_result);
  if (ec) co_return ec;
  co_return size;
}

}  // namespace

asio::awaitable<bool> ControlSession::send(std::string line) {
  line += '\n';
  auto writing = write_line(socket_, line);
  const auto sent = co_await with_timeout(std::move(writing), 30s);
  co_return sent.has_value();
}

asio::awaitable<std::optional<ControlRequest>> ControlSession::receive() {
  std::string line;
  auto reading = read_line(socket_, line);
  const auto size = co_await with_timeout(std::move(reading), 5s);
  if (!size) co_return std::nullopt;
  co_return request_from_json(std::string_view(line).substr(0, *size));
}

void ControlSession::close() {
  error_code ignored;
  socket_.close(ignored);
}

ControlServer::ControlServer(asio::any_io_executor executor, std::filesystem::path file, int descriptor,
                             ControlHandler handler)
    : executor_(executor),
      file_(std::move(file)),
      acceptor_(executor, stream_protocol(), descriptor),
      handler_(std::move(handler)),
      alarm_(executor),
      sessions_(executor) {}

ControlServer::~ControlServer() { ::unlink(file_.c_str()); }

void ControlServer::stop() {
  stop_ = true;
  ::unlink(file_.c_str());
  error_code ignored;
  acceptor_.close(ignored);
  alarm_.ring();
}

asio::awaitable<void> ControlServer::run() {
  while (!stop_) {
    auto [ec, socket] = co_await acceptor_.async_accept(as_result);
    if (stop_) break;
    if (ec) {
      // Out of descriptors, most likely: give others time to close theirs.
      log(LogLevel::warn, "control", "cannot take a connection: " + ec.message());
      co_await alarm_.sleep(1s);
    } else if (is_same_user(socket) && sessions_.size() < most_sessions) {
      sessions_.spawn(serve(std::move(socket)));
    }
  }
  // Those that were told the end may still say it.
  for (int i = 0; i < 10 && sessions_.size() > 0; ++i) {
    const auto moment = 50ms;
    co_await alarm_.sleep(moment);
  }
  sessions_.cancel();
  co_await sessions_.join();
}

asio::awaitable<void> ControlServer::serve(stream_protocol::socket socket) {
  ControlSession session(std::move(socket));
  const auto request = co_await session.receive();
  if (!request) co_return;
  try {
    auto answer = handler_(*request, session);
    co_await std::move(answer);
  } catch (const std::exception& error) {
    // A wall: one bad conversation does not end the daemon.
    log(LogLevel::error, "control", error.what());
  }
}

}  // namespace almanac
