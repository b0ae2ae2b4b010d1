#include "daemon_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>
#include <utility>

#include "../app_errc.hpp"

namespace almanac {
namespace {

std::filesystem::path lock_file(const std::filesystem::path& database) {
  std::filesystem::path file = database;
  return file += ".serve";
}

pid_t read_process(int fd) {
  char text[32];
  const ssize_t size = ::pread(fd, text, sizeof text, 0);
  pid_t process = 0;
  if (size > 0) std::from_chars(text, text + size, process);
  return process;
}

}  // namespace

Result<DaemonLock, Problem> DaemonLock::take(const std::filesystem::path& database) {
  const std::filesystem::path file = lock_file(database);
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return Problem{AppErrc::file, file.string() + ": " + std::strerror(errno), "the daemon needs to write there"};
  DaemonLock lock(fd);
  bool is_mine = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
  // Who asks for the holder has it for an instant.
  for (int i = 0; i < 5 && !is_mine; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    is_mine = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
  }
  if (!is_mine) {
    const pid_t process = read_process(fd);
    return Problem{AppErrc::file,
                   "a daemon runs on " + database.string() + " already" +
                       (process ? " (process " + std::to_string(process) + ")" : ""),
                   "'almanac status' shows what it does"};
  }
  const std::string owner = std::to_string(::getpid()) + '\n';
  // On a full disk the note is lost, the lock is not.
  if (::ftruncate(fd, 0) == 0) [[maybe_unused]]
    const ssize_t written = ::pwrite(fd, owner.data(), owner.size(), 0);
  return lock;
}

DaemonLock::DaemonLock(DaemonLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
DaemonLock::~DaemonLock() {
  if (fd_ >= 0) ::close(fd_);
}

std::optional<pid_t> DaemonLock::holder(const std::filesystem::path& database) {
  const int fd = ::open(lock_file(database).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return std::nullopt;
  const bool is_free = ::flock(fd, LOCK_SH | LOCK_NB) == 0;
  const pid_t process = read_process(fd);
  ::close(fd);
  if (is_free) return std::nullopt;
  return process;
}

}  // namespace almanac
