#include "held_text.hpp"

#include <algorithm>
#include <cstring>

namespace almanac {

void HeldText::add(std::string_view text) {
  while (!text.empty()) {
    if (used_ == block_size) {
      blocks_.emplace_back(static_cast<char*>(::operator new (block_size, std::align_val_t{large_page})));
      prefer_large_pages(blocks_.back().get(), block_size);
      used_ = 0;
    }
    const std::size_t size = std::min(text.size(), block_size - used_);
    std::memcpy(blocks_.back().get() + used_, text.data(), size);
    used_ += size;
    text.remove_prefix(size);
  }
}

bool HeldText::write(const TextSink& write) const {
  for (const auto& block : blocks_)
    if (!write({block.get(), block == blocks_.back() ? used_ : block_size})) return false;
  return true;
}

}  // namespace almanac
