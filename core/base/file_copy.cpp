#include "file_copy.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace almanac {

void FileCopy::work() noexcept {
  for (std::size_t page; (page = begun_.fetch_add(1)) < pages();) {
    if (!pages_.begin() || !copy_page(page * large_page)) failed_ = true;
    ++done_;
    done_.notify_one();
  }
}

std::optional<std::size_t> FileCopy::finish() noexcept {
  work();
  for (std::size_t done; (done = done_) < pages();) done_.wait(done);
  if (failed_) return std::nullopt;
  return end_.load();
}

bool FileCopy::copy_page(std::size_t begin) noexcept {
  const std::size_t end = std::min(begin + large_page, size_);
  while (begin < end) {
    const ssize_t got = ::pread(fd_, pages_.begin() + begin, end - begin, static_cast<off_t>(begin));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) {
      for (std::size_t least = end_; begin < least && !end_.compare_exchange_weak(least, begin);) {
      }
      return true;
    }
    begin += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace almanac
