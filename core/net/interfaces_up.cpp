#include "interfaces_up.hpp"

#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>

#include <set>

namespace almanac {

std::vector<std::string> interfaces_up() {
  std::vector<std::string> names;
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return names;
  std::set<std::string> seen;
  for (const ifaddrs* it = list; it; it = it->ifa_next) {
    const bool has_address =
        it->ifa_addr && (it->ifa_addr->sa_family == AF_INET || it->ifa_addr->sa_family == AF_INET6);
    if (has_address && (it->ifa_flags & IFF_UP) && !(it->ifa_flags & IFF_LOOPBACK) && seen.insert(it->ifa_name).second)
      names.emplace_back(it->ifa_name);
  }
  ::freeifaddrs(list);
  return names;
}

}  // namespace almanac
