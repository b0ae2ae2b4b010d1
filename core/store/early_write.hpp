#pragma once
#include <filesystem>

namespace almanac::store_detail {

/// Has the kernel begin to write a file to the disk long before somebody waits for that: a sync of tens of megabytes
/// keeps everyone waiting for as long as the disk needs.
class EarlyWrite {
 public:
  explicit EarlyWrite(std::filesystem::path file) : file_(std::move(file)) {}
  EarlyWrite(const EarlyWrite&) = delete;
  EarlyWrite& operator=(const EarlyWrite&) = delete;
  ~EarlyWrite();

  /// Begins with all that has not been written yet. Does not wait; what goes wrong is left to the sync.
  void begin() noexcept;

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
};

}  // namespace almanac::store_detail
