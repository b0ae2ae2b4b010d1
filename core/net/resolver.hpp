#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <string>
#include <vector>

namespace almanac {

/// Host name → addresses. A port, so that tests decide what a name means.
class Resolver {
 public:
  virtual ~Resolver() = default;

  /// All addresses of `host` in the order of preference (RFC 6724), at least one. Errors: NetErrc::dns, dns_timeout,
  /// cancelled. Runs on the caller's executor and is cancellable; a lookup that hangs delays no other one.
  virtual boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>> resolve(std::string host) = 0;
};

}  // namespace almanac
