#include "connection.hpp"

#include <sys/socket.h>

#include <almanac/async/as_result.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <cstring>

namespace almanac::net {

boost::asio::mutable_buffer ReadBuffer::room() {
  if (end_ == capacity_ && begin_ > 0) {
    std::memmove(data_.get(), data_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  return {data_.get() + end_, capacity_ - end_};
}

void ReadBuffer::consume(std::size_t size) noexcept {
  begin_ += size;
  if (begin_ == end_) begin_ = end_ = 0;
}

Connection::~Connection() {
  // No close_notify is waited for at the end; without this OpenSSL would mark the session as not resumable.
  if (tls_) SSL_set_shutdown(tls_->native_handle(), SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN);
}

boost::asio::awaitable<std::tuple<error_code>> Connection::handshake() {
  return tls_->async_handshake(boost::asio::ssl::stream_base::client, as_result);
}

boost::asio::awaitable<std::tuple<error_code, std::size_t>> Connection::read_some(boost::asio::mutable_buffer room) {
  if (tls_) return tls_->async_read_some(room, as_result);
  return plain_.async_read_some(room, as_result);
}

boost::asio::awaitable<std::tuple<error_code, std::size_t>> Connection::write(boost::asio::const_buffer data) {
  if (tls_) return boost::asio::async_write(*tls_, data, as_result);
  return boost::asio::async_write(plain_, data, as_result);
}

bool Connection::is_quiet() {
  if (!socket().is_open() || !buffer_.is_empty()) return false;
  char byte = 0;
  const auto got = ::recv(socket().native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

}  // namespace almanac::net
