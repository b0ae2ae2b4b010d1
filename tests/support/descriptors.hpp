#pragma once
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

namespace almanac::test {

/// What this process has open, apart by who has it: a test server in the same process or all the rest.
struct Descriptors {
  std::size_t server = 0;  ///< its listening socket and its ends of connections: all that is bound to its port
  std::size_t others = 0;
};

/// Counts what is open at this moment (proc(5), fd).
inline Descriptors descriptors(std::uint16_t server_port) {
  Descriptors count;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    const int fd = std::atoi(entry.path().filename().c_str());
    sockaddr_in bound{};
    socklen_t size = sizeof bound;
    const bool is_server = ::getsockname(fd, reinterpret_cast<sockaddr*>(&bound), &size) == 0 &&
                           bound.sin_family == AF_INET && ntohs(bound.sin_port) == server_port;
    ++(is_server ? count.server : count.others);
  }
  --count.others;  // the one that reads the list
  return count;
}

}  // namespace almanac::test
