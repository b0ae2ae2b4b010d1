#include "mapped_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

namespace almanac {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  OpenFile file(path);
  struct stat status {};
  if (file.fd() < 0 || ::fstat(file.fd(), &status) != 0) return error_code(errno, boost::system::system_category());
  if (!S_ISREG(status.st_mode) || status.st_size == 0) return make_error_code(boost::system::errc::invalid_argument);
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
  if (begin == MAP_FAILED) return error_code(errno, boost::system::system_category());
  ::madvise(begin, size, MADV_SEQUENTIAL);
  return MappedFile(std::move(file), begin, size);
}

MappedFile::~MappedFile() {
  if (begin_ && !pages_.begin()) ::munmap(begin_, size_);
}

void MappedFile::prepare_copy() {
  if (begin_ && !copy_) copy_ = std::make_unique<FileCopy>(file_.fd(), size_);
}

void MappedFile::copy() {
  prepare_copy();
  if (!begin_ || pages_.begin()) return;
  const auto size = copy_->finish();
  if (!size) return;
  ::munmap(begin_, size_);
  pages_ = copy_->take();
  begin_ = pages_.begin();
  size_ = *size;
}

void MappedFile::let_go() const noexcept {
  if (begin_ && !pages_.begin()) ::madvise(begin_, size_, MADV_DONTNEED);
}

}  // namespace almanac
