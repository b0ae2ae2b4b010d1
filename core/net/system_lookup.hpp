#pragma once
#include <almanac/base/result.hpp>
#include <boost/asio/ip/address.hpp>
#include <string>
#include <vector>

namespace almanac::net {

/// getaddrinfo for TCP, blocking: at most 32 addresses. Errors: NetErrc::dns.
Result<std::vector<boost::asio::ip::address>> system_lookup(const std::string& host);

/// Shortens the calling thread's name server time-outs (glibc keeps them per thread): 2 s a try, 2 tries. Without this
/// a dead name server holds a thread for 30 s and more, and nothing can interrupt it.
void bound_name_service();

}  // namespace almanac::net
