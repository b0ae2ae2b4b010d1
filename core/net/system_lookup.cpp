#include "system_lookup.hpp"

#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "net_errc.hpp"

namespace almanac::net {
namespace {

namespace ip = boost::asio::ip;
constexpr std::size_t most_addresses = 32;

ip::address address_of(const sockaddr* from) {
  if (from->sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, from, sizeof six);
    ip::address_v6::bytes_type bytes;
    std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
    return ip::address_v6(bytes, six.sin6_scope_id);
  }
  sockaddr_in four{};
  std::memcpy(&four, from, sizeof four);
  return ip::address_v4(ntohl(four.sin_addr.s_addr));
}

}  // namespace

Result<std::vector<ip::address>> system_lookup(const std::string& host) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_ADDRCONFIG;
  addrinfo* first = nullptr;
  if (::getaddrinfo(host.c_str(), nullptr, &hints, &first) != 0) return make_error_code(NetErrc::dns);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(first, &::freeaddrinfo);
  std::vector<ip::address> found;
  for (const addrinfo* entry = first; entry != nullptr && found.size() < most_addresses; entry = entry->ai_next) {
    if (entry->ai_family != AF_INET && entry->ai_family != AF_INET6) continue;
    const ip::address address = address_of(entry->ai_addr);
    if (std::find(found.begin(), found.end(), address) == found.end()) found.push_back(address);
  }
  if (found.empty()) return make_error_code(NetErrc::dns);
  return found;
}

void bound_name_service() {
  if (::res_init() != 0) return;
  _res.retrans = 2;
  _res.retry = 2;
}

}  // namespace almanac::net
