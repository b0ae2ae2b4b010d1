#include "step_limit.hpp"

#include <sqlite3.h>

namespace almanac::store_detail {
StepLimit::StepLimit(Connection& connection, std::int64_t steps) : connection_(connection), left_(steps) {
  constexpr int look_every = 100;
  const auto count = [](void* left) { return (*static_cast<std::int64_t*>(left) -= look_every) <= 0 ? 1 : 0; };
  sqlite3_progress_handler(connection_.database().getHandle(), look_every, count, &left_);
}

StepLimit::~StepLimit() { sqlite3_progress_handler(connection_.database().getHandle(), 0, nullptr, nullptr); }

}  // namespace almanac::store_detail
