#include "mapped_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

#include "open_file.hpp"

namespace almanac {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  const OpenFile file(path);
  struct stat status {};
  if (file.fd() < 0 || ::fstat(file.fd(), &status) != 0) return error_code(errno, boost::system::system_category());
  if (!S_ISREG(status.st_mode) || status.st_size == 0) return make_error_code(boost::system::errc::invalid_argument);
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const begin = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
  if (begin == MAP_FAILED) return error_code(errno, boost::system::system_category());
  ::madvise(begin, size, MADV_SEQUENTIAL);
  return MappedFile(begin, size);
}

MappedFile::~MappedFile() {
  if (begin_) ::munmap(begin_, size_);
}

void MappedFile::find_pages() const noexcept {
#if defined(MADV_POPULATE_READ)
  if (begin_) ::madvise(begin_, size_, MADV_POPULATE_READ);
#endif
}

void MappedFile::let_go() const noexcept {
  if (begin_ && !is_kept_) ::madvise(begin_, size_, MADV_DONTNEED);
}

}  // namespace almanac
