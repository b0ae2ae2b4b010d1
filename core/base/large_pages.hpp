#pragma once
#include <cstddef>

namespace almanac {

/// What large pages measure; only memory of this size and more gains by them.
constexpr std::size_t large_page = std::size_t{2} << 20;

/// Asks the system to back memory that was not touched yet with large pages: being touched for the first time costs a
/// fault for each of them then, not for each 4 KiB. A hint, which touches nothing; a range that holds no whole large
/// page is left alone.
void prefer_large_pages(void* begin, std::size_t size) noexcept;

}  // namespace almanac
