#include "xml_memory.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>
#include <pugixml.hpp>

namespace almanac::rss {
namespace {

constexpr std::size_t first_block = 256 * 1024;
constexpr std::size_t kept_for_documents = 32u << 20;

thread_local Arena documents{kept_for_documents};
thread_local bool lent = false;

void* allocate(std::size_t size) noexcept {
  if (!lent) return std::malloc(size);
  try {
    return documents.take(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void release(void* address) noexcept {
  if (!documents.owns(address)) std::free(address);
}

// pugixml reads these at every allocation, so they are set once, while the plugin is being loaded.
const bool installed = [] {
  pugi::set_memory_management_functions(allocate, release);
  return true;
}();

}  // namespace

void* Arena::take(std::size_t size) {
  constexpr std::size_t alignment = alignof(std::max_align_t);
  if (size > budget_ || taken_ > budget_ - size) throw std::bad_alloc();
  size = (size + alignment - 1) / alignment * alignment;
  if (current_ >= blocks_.size() || blocks_[current_].size - used_ < size) next_block(size);
  std::byte* const place = blocks_[current_].bytes.get() + used_;
  used_ += size;
  taken_ += size;
  return place;
}

void Arena::next_block(std::size_t size) {
  std::size_t next = blocks_.empty() || (current_ == 0 && used_ == 0) ? current_ : current_ + 1;
  if (next >= blocks_.size() || blocks_[next].size < size) {
    const std::size_t grown = blocks_.empty() ? first_block : std::min(blocks_.back().size * 2, std::size_t{4} << 20);
    const std::size_t bytes = std::max(size, grown);
    next = std::min(next, blocks_.size());
    blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(next),
                   Block{std::unique_ptr<std::byte[]>(new std::byte[bytes]), bytes});
  }
  current_ = next;
  used_ = 0;
}

std::string_view Arena::store(std::string_view text) {
  if (text.empty()) return {};
  char* const place = static_cast<char*>(take(text.size()));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

bool Arena::owns(const void* address) const noexcept {
  const auto* const byte = static_cast<const std::byte*>(address);
  return std::any_of(blocks_.begin(), blocks_.end(), [byte](const Block& block) {
    return byte >= block.bytes.get() && byte < block.bytes.get() + block.size;
  });
}

void Arena::clear() noexcept {
  std::size_t kept = 0;
  auto block = blocks_.begin();
  while (block != blocks_.end() && kept + block->size <= keep_) kept += (block++)->size;
  blocks_.erase(block, blocks_.end());
  current_ = used_ = taken_ = 0;
}

XmlMemory::XmlMemory(std::size_t budget) {
  static_cast<void>(installed);
  documents.set_budget(budget);
  lent = true;
}

Arena::Mark XmlMemory::mark() const noexcept { return documents.mark(); }
void XmlMemory::rewind(Arena::Mark mark) noexcept { documents.rewind(mark); }

XmlMemory::~XmlMemory() {
  lent = false;
  documents.clear();
}

}  // namespace almanac::rss
