#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace almanac::store_detail {

/// Events by number, for asking of many whether they are among few.
class EventSet {
 public:
  /// `ids` ascend.
  explicit EventSet(std::vector<std::int64_t> ids);
  bool has(std::int64_t id) const noexcept;

 private:
  std::vector<std::int64_t> ids_;
  std::vector<std::uint64_t> maybe_;  ///< a bit for the lower bits of each number: most others are told by it
};

}  // namespace almanac::store_detail
