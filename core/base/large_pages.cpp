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

}  // namespace almanac
