#include "large_pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace almanac {

void prefer_large_pages(void* begin, std::size_t size) noexcept {
#if defined(MADV_HUGEPAGE)
  const auto address = reinterpret_cast<std::uintptr_t>(begin);
  const std::uintptr_t first = (address + large_page - 1) / large_page * large_page;
  const std::uintptr_t end = (address + size) / large_page * large_page;
  if (first < end) ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#else
  static_cast<void>(begin), static_cast<void>(size);
#endif
}

LargePages::LargePages(std::size_t size) noexcept {
  const std::size_t wanted = (size + large_page - 1) / large_page * large_page;
  if (wanted < size) return;
  void* const taken = ::mmap(nullptr, wanted + large_page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (taken == MAP_FAILED) return;
  const std::size_t before = (large_page - reinterpret_cast<std::uintptr_t>(taken) % large_page) % large_page;
  begin_ = static_cast<char*>(taken) + before;
  size_ = wanted;
  if (before) ::munmap(taken, before);
  ::munmap(begin_ + size_, large_page - before);
  prefer_large_pages(begin_, size_);
}

LargePages::~LargePages() {
  if (begin_) ::munmap(begin_, size_);
}

}  // namespace almanac
