#pragma once
#include <cstdint>
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

  /// The file has that many bytes now; fewer than before: it was begun anew. Begins to write what is new once that is
  /// a megabyte. Does not wait; what goes wrong is left to the sync.
  void note_size(std::uint64_t bytes) noexcept;

 private:
  std::filesystem::path file_;
  int descriptor_ = -1;
  std::uint64_t begun_ = 0;  ///< bytes that are being written or are written
};

}  // namespace almanac::store_detail
