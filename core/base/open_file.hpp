#pragma once
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace almanac {

/// A file that is open for reading; closes what it holds.
class OpenFile {
 public:
  /// `more`: flags of open(2) besides O_RDONLY and O_CLOEXEC.
  explicit OpenFile(const std::filesystem::path& path, int more = 0)
      : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | more)) {}
  OpenFile() = default;  ///< none
  OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  /// Negative when it could not be opened; errno says why.
  int fd() const noexcept { return fd_; }

 private:
  int fd_ = -1;
};

}  // namespace almanac
