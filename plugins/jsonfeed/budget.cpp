#include "budget.hpp"

#include <new>

namespace almanac::jsonfeed {

void* Budget::do_allocate(std::size_t bytes, std::size_t alignment) {
  if (bytes > left_) throw std::bad_alloc();
  void* const address = ::operator new(bytes, std::align_val_t(alignment));
  left_ -= bytes;
  return address;
}

void Budget::do_deallocate(void* address, std::size_t bytes, std::size_t alignment) {
  left_ += bytes;
  ::operator delete(address, std::align_val_t(alignment));
}

}  // namespace almanac::jsonfeed
