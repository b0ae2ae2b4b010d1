#pragma once
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace almanac {

/// A file that is open for reading; closes what it holds.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  /// Negative when it could not be opened; errno says why.
  int fd() const noexcept { return fd_; }

 private:
  int fd_;
};

}  // namespace almanac
