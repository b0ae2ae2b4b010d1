#pragma once
#include <cstdint>

#include "connection.hpp"

namespace almanac::store_detail {

/// While it lives, statements of the connection fail with SQLITE_INTERRUPT once they have taken about so many steps of
/// SQLite's machine together (some forty million a second).
class StepLimit {
 public:
  StepLimit(Connection& connection, std::int64_t steps);
  ~StepLimit();
  StepLimit(const StepLimit&) = delete;
  StepLimit& operator=(const StepLimit&) = delete;
  bool reached() const noexcept { return left_ <= 0; }

 private:
  Connection& connection_;
  std::int64_t left_;
};

}  // namespace almanac::store_detail
