#pragma once
#include <string>
#include <vector>

namespace almanac {

/// The names of this machine's network interfaces that are up, are not the loopback, and have an address of IPv4 or
/// IPv6. Empty: nobody out there can be reached. Costs a few system calls.
std::vector<std::string> interfaces_up();

}  // namespace almanac
