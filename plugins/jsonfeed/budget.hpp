#pragma once
#include <boost/json/memory_resource.hpp>
#include <cstddef>

namespace almanac::jsonfeed {

/// The heap with an end: throws std::bad_alloc when what is out at one time would pass the budget.
class Budget final : public boost::json::memory_resource {
 public:
  explicit Budget(std::size_t bytes) noexcept : left_(bytes) {}

 private:
  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void* address, std::size_t bytes, std::size_t alignment) override;
  bool do_is_equal(const boost::json::memory_resource& other) const noexcept override { return this == &other; }

  std::size_t left_;
};

}  // namespace almanac::jsonfeed
