#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "../paths.hpp"

namespace almanac {

/// Where the daemon of a database listens: in $XDG_RUNTIME_DIR under a name made from the database's path, else beside
/// the database.
std::filesystem::path control_socket(const Paths& paths);

/// Binds and listens there, the file 0600. A socket that a dead daemon left is replaced; call it only while holding the
/// DaemonLock. Gives the descriptor.
Result<int, Problem> listen_on(const std::filesystem::path& socket);

/// The command line's end of a conversation with the daemon: lines there and back. Blocking.
class ControlClient {
 public:
  /// Nothing when nobody listens there; a socket that was left behind counts so.
  static std::optional<ControlClient> connect(const std::filesystem::path& socket);
  ControlClient(ControlClient&& other) noexcept;
  ControlClient& operator=(ControlClient&&) = delete;
  ~ControlClient();

  bool send(std::string line);
  /// The next line without its newline; nothing when the daemon went away or said nothing for `limit`.
  std::optional<std::string> receive(std::chrono::milliseconds limit);

 private:
  explicit ControlClient(int fd) : fd_(fd) {}
  int fd_;
  std::string buffer_;
};

}  // namespace almanac
