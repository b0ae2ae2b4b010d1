#include "reserve.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace almanac {

Reserve::Reserve(const std::filesystem::path& database) : file_(database) { file_ += ".reserve"; }

bool Reserve::keep() const {
  std::error_code ec;
  if (std::filesystem::file_size(file_, ec) == bytes && !ec) return true;
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const bool kept = fd >= 0 && ::posix_fallocate(fd, 0, static_cast<off_t>(bytes)) == 0;
  if (fd >= 0) ::close(fd);
  if (!kept) give_up();
  return kept;
}

bool Reserve::has_room() const {
  std::error_code ec;
  const auto space = std::filesystem::space(std::filesystem::absolute(file_).parent_path(), ec);
  return !ec && space.available >= 4 * bytes;
}

void Reserve::give_up() const {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace almanac
