#include "write_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <thread>

#include "impl.hpp"

namespace almanac::store_detail {
namespace {

std::string boot_id() {
  std::ifstream in("/proc/sys/kernel/random/boot_id");
  std::string id;
  in >> id;
  return id;
}

std::string read_all(int fd) {
  char buffer[128];
  const ssize_t n = ::pread(fd, buffer, sizeof buffer, 0);
  return n > 0 ? std::string(buffer, static_cast<std::size_t>(n)) : std::string{};
}

}  // namespace

WriteLock::WriteLock(const std::filesystem::path& database) : file_(database) { file_ += ".lock"; }

WriteLock::~WriteLock() {
  if (fd_ >= 0) ::close(fd_);
}

Result<void, Problem> WriteLock::open() {
  if (fd_ >= 0) return {};
  fd_ = ::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd_ < 0) return file_problem(errno, file_);
  return {};
}

Problem WriteLock::busy() const {
  std::string text = read_all(fd_);
  text.resize(std::min(text.find_first_of(" \n"), text.size()));
  const bool known = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  return {make_error_code(StoreErrc::locked),
          "the database is being written by " + (known ? "process " + text : std::string("another process")),
          "try again when it has finished"};
}

Result<void, Problem> WriteLock::acquire(std::chrono::milliseconds wait) {
  using clock = std::chrono::steady_clock;
  if (auto opened = open(); !opened) return opened;
  const auto until = clock::now() + wait;
  auto pause = std::chrono::microseconds{200};
  while (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) return file_problem(errno, file_);
    if (clock::now() >= until) return busy();
    std::this_thread::sleep_for(pause);
    pause = std::min<std::chrono::microseconds>(pause * 2, std::chrono::milliseconds{10});
  }
  static const std::string boot = boot_id();
  std::string owner = std::to_string(::getpid()) + ' ' + boot + '\n';
  if (read_all(fd_) != owner) {
    // On a full disk the note is lost, the lock is not.
    if (::ftruncate(fd_, 0) == 0) [[maybe_unused]]
      const ssize_t n = ::pwrite(fd_, owner.data(), owner.size(), 0);
  }
  return {};
}

void WriteLock::release() noexcept {
  if (fd_ >= 0) ::flock(fd_, LOCK_UN);
}

bool WriteLock::last_writer_before_boot() {
  if (!open()) return false;
  const std::string text = read_all(fd_);
  const auto blank = text.find(' ');
  const std::string boot = boot_id();
  return blank != std::string::npos && !boot.empty() && text.substr(blank + 1) != boot + '\n';
}

}  // namespace almanac::store_detail
