#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "tls_context.hpp"

namespace almanac::net {

/// The unread bytes of a connection, in one block of memory that never grows. What does not fit at once is over the
/// limit.
class ReadBuffer {
 public:
  explicit ReadBuffer(std::size_t capacity) : data_(new char[capacity]), capacity_(capacity) {}
  boost::asio::const_buffer unread() const { return {data_.get() + begin_, end_ - begin_}; }
  bool is_empty() const noexcept { return begin_ == end_; }
  /// Room for reading; empty when `capacity` bytes are unread.
  boost::asio::mutable_buffer room();
  void commit(std::size_t size) noexcept { end_ += size; }
  void consume(std::size_t size) noexcept;

 private:
  std::unique_ptr<char[]> data_;
  std::size_t capacity_, begin_ = 0, end_ = 0;
};

/// A connected socket, plain or with TLS, and its unread bytes.
class Connection {
 public:
  static constexpr std::size_t buffer_size = 64 * 1024;

  Connection(boost::asio::ip::tcp::socket socket, std::string key) : key_(std::move(key)), plain_(std::move(socket)) {}
  Connection(boost::asio::ip::tcp::socket socket, std::string key, TlsContext& tls)
      : key_(std::move(key)), plain_(socket.get_executor()), tls_(std::in_place, std::move(socket), tls.context()) {}

  ~Connection();

  /// What the connection may be reused for: origin and whether certificates were checked.
  const std::string& key() const noexcept { return key_; }
  boost::asio::ip::tcp::socket& socket() noexcept { return tls_ ? tls_->next_layer() : plain_; }
  SSL* tls() noexcept { return tls_ ? tls_->native_handle() : nullptr; }
  ReadBuffer& buffer() noexcept { return buffer_; }

  boost::asio::awaitable<std::tuple<error_code>> handshake();
  boost::asio::awaitable<std::tuple<error_code, std::size_t>> read_some(boost::asio::mutable_buffer room);
  boost::asio::awaitable<std::tuple<error_code, std::size_t>> write(boost::asio::const_buffer data);

  /// For an idle connection: the peer has neither closed it nor sent anything.
  bool is_quiet();

 private:
  std::string key_;  // outlives tls_, which refers to it
  boost::asio::ip::tcp::socket plain_;
  std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket>> tls_;
  ReadBuffer buffer_{buffer_size};
};

}  // namespace almanac::net
