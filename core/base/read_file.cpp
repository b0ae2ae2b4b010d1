#include "read_file.hpp"

#include <sys/stat.h>

#include <cerrno>

#include "large_pages.hpp"
#include "open_file.hpp"

namespace almanac {
namespace {

error_code last_error() { return {errno, boost::system::system_category()}; }

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t most) {
  const OpenFile file(path);
  struct stat status {};
  if (file.fd() < 0 || ::fstat(file.fd(), &status) != 0) return last_error();
  if (S_ISDIR(status.st_mode)) return make_error_code(boost::system::errc::is_a_directory);
  // The size is a hint: a pipe has none, and a file may grow meanwhile.
  const std::size_t expected = status.st_size > 0 ? static_cast<std::size_t>(status.st_size) + 1 : 0;
  std::string bytes;
  bytes.reserve(expected);
  prefer_large_pages(bytes.data(), bytes.capacity());
  std::size_t size = 0;
  for (;;) {
    bytes.resize(size < expected ? expected : size + (std::size_t{1} << 16));
    const ssize_t got = ::read(file.fd(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return last_error();
    size += static_cast<std::size_t>(got);
    if (size > most) return make_error_code(boost::system::errc::file_too_large);
    if (got == 0) break;
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace almanac
