#pragma once
#include <cstddef>
#include <utility>

namespace almanac {

/// What large pages measure; only memory of this size and more gains by them.
constexpr std::size_t large_page = std::size_t{2} << 20;

/// Asks the system to back memory that was not touched yet with large pages: being touched for the first time costs a
/// fault for each of them then, not for each 4 KiB. A hint, which touches nothing; a range that holds no whole large
/// page is left alone.
void prefer_large_pages(void* begin, std::size_t size) noexcept;

/// Memory of its own, all of it preferring large pages and zero at first.
class LargePages {
 public:
  LargePages() = default;  ///< none
  /// Room for `size` bytes at least. Without enough memory there is none.
  explicit LargePages(std::size_t size) noexcept;
  LargePages(LargePages&& other) noexcept
      : begin_(std::exchange(other.begin_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  LargePages& operator=(LargePages&& other) noexcept {
    std::swap(begin_, other.begin_), std::swap(size_, other.size_);
    return *this;
  }
  ~LargePages();

  /// nullptr: there is none.
  char* begin() const noexcept { return begin_; }

 private:
  char* begin_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace almanac
