#pragma once
#include <chrono>
#include <filesystem>
#include <string>

#include "store.hpp"

namespace almanac::store_detail {

/// The advisory lock that lets one writer at a time touch the database, across processes: flock(2) on
/// `<database>.lock`. The holder writes its process id into the file, so that others can say who keeps them waiting,
/// and the machine's boot id, which tells a crash of the machine from one of the program. Released by the kernel when
/// the process dies.
class WriteLock {
 public:
  explicit WriteLock(const std::filesystem::path& database);
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;
  ~WriteLock();

  /// Waits up to `wait`. Not recursive.
  Result<void, Problem> acquire(std::chrono::milliseconds wait);
  void release() noexcept;

  /// True if the last writer ran before the machine's last start.
  bool last_writer_before_boot();

 private:
  Result<void, Problem> open();
  Problem busy() const;

  std::filesystem::path file_;
  int fd_ = -1;
};

}  // namespace almanac::store_detail
