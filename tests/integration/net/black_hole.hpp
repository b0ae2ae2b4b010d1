#pragma once
#include <sys/socket.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <vector>

namespace almanac::test {

/// A listener with a full backlog: further connections stay without an answer.
class BlackHole {
 public:
  using tcp = boost::asio::ip::tcp;

  explicit BlackHole(const std::string& address = "127.0.0.1", std::uint16_t port = 0)
      : acceptor_(context_, tcp::endpoint(boost::asio::ip::make_address(address), port)) {
    acceptor_.listen(0);
    for (int i = 0; i < 8; ++i) {
      fillers_.emplace_back(context_, tcp::v4());
      fillers_.back().native_non_blocking(true);
      const tcp::endpoint target = acceptor_.local_endpoint();
      static_cast<void>(
          ::connect(fillers_.back().native_handle(), target.data(), static_cast<socklen_t>(target.size())));
    }
  }
  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

 private:
  boost::asio::io_context context_;
  tcp::acceptor acceptor_;
  std::vector<tcp::socket> fillers_;
};

}  // namespace almanac::test
