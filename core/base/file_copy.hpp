#pragma once
#include <atomic>
#include <cstddef>
#include <optional>
#include <utility>

#include "large_pages.hpp"

namespace almanac {

/// A file on its way into large pages of its own. Any number of threads may work at it: each takes one large page after
/// the other, as the system spends its time on copying, and on clearing pages, which threads can share.
class FileCopy {
 public:
  /// `fd` stays the caller's, and open. `size` is what the file had when it was opened. Without enough memory there is
  /// nothing to work at.
  FileCopy(int fd, std::size_t size) noexcept : fd_(fd), size_(size), end_(size), pages_(size) {}

  /// Works at it until nothing is left to begin with.
  void work() noexcept;
  /// Works too, and waits for what others have begun with. How many bytes there are: fewer than there were if the file
  /// was cut short meanwhile; nothing where there is no memory or the file cannot be read. To be asked for on one
  /// thread.
  std::optional<std::size_t> finish() noexcept;
  /// What was copied; once, after `finish`. Others may be in `work` still, and find nothing to do.
  LargePages take() noexcept { return std::move(pages_); }

 private:
  /// False: it cannot be read.
  bool copy_page(std::size_t begin) noexcept;
  std::size_t pages() const noexcept { return (size_ + large_page - 1) / large_page; }

  int fd_;
  std::size_t size_;
  std::atomic<std::size_t> begun_ = 0, done_ = 0;  ///< pages
  std::atomic<std::size_t> end_;                   ///< where the file was found to end
  std::atomic<bool> failed_ = false;
  LargePages pages_;
};

}  // namespace almanac
