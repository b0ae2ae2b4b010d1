#pragma once
#include <sys/types.h>

#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <optional>

namespace almanac {

/// What keeps a second daemon off a database: flock(2) on `<database>.serve` for the daemon's whole life, with its
/// process id inside. The kernel lets go of it when the process dies.
class DaemonLock {
 public:
  /// Fails when another daemon has it, naming its process, or when the file cannot be made.
  static Result<DaemonLock, Problem> take(const std::filesystem::path& database);
  DaemonLock(DaemonLock&& other) noexcept;
  DaemonLock& operator=(DaemonLock&&) = delete;
  ~DaemonLock();

  /// The process of the daemon that runs on a database: 0 when it did not say, nothing when none runs.
  static std::optional<pid_t> holder(const std::filesystem::path& database);

 private:
  explicit DaemonLock(int fd) : fd_(fd) {}
  int fd_;
};

}  // namespace almanac
