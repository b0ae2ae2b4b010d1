#include "held_text.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace almanac {

void HeldText::add(std::string_view text) {
  while (!text.empty()) {
    if (used_ == block_size) {
      LargePages block(block_size);
      if (!block.begin()) throw std::bad_alloc();
      blocks_.push_back(std::move(block));
      used_ = 0;
    }
    const std::size_t size = std::min(text.size(), block_size - used_);
    std::memcpy(blocks_.back().begin() + used_, text.data(), size);
    used_ += size;
    text.remove_prefix(size);
  }
}

bool HeldText::write(const TextSink& write) const {
  for (const LargePages& block : blocks_)
    if (!write({block.begin(), &block == &blocks_.back() ? used_ : block_size})) return false;
  return true;
}

}  // namespace almanac
