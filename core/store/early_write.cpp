#include "early_write.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace almanac::store_detail {

EarlyWrite::~EarlyWrite() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void EarlyWrite::note_size(std::uint64_t bytes) noexcept {
  constexpr std::uint64_t worth_writing = 1 << 20;
  if (bytes < begun_) begun_ = 0;
  if (bytes - begun_ < worth_writing) return;
  begun_ = bytes;
  if (descriptor_ < 0) descriptor_ = ::open(file_.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ >= 0) ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
}

}  // namespace almanac::store_detail
