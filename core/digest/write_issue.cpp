#include "write_issue.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace almanac {
namespace {

/// A file descriptor that is closed.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_;
};

Problem problem(const std::filesystem::path& path, int error, std::string hint = {}) {
  const error_code code(error, boost::system::system_category());
  return {code, path.string() + ": " + code.message(), std::move(hint)};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(fd) == 0;
}

bool holds(int folder, const std::string& name, std::string_view bytes) {
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  struct stat info {};
  if (!file || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  if (static_cast<std::size_t>(info.st_size) != bytes.size()) return false;
  std::string present(bytes.size(), '\0');
  std::size_t have = 0;
  while (have < present.size()) {
    const auto got = ::read(file.get(), present.data() + have, present.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    have += static_cast<std::size_t>(got);
  }
  return present == bytes;
}

bool is_name_part(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), fits);
}

int replace_file(int folder, const std::string& name, std::string_view bytes) {
  const auto temporary = fmt::format(".{}.{}.tmp", name, ::getpid());
  ::unlinkat(folder, temporary.c_str(), 0);  // left by a run that was killed
  {
    const Descriptor file(
        ::openat(folder, temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file) return errno;
    if (!write_all(file.get(), bytes)) {
      const int error = errno;
      ::unlinkat(folder, temporary.c_str(), 0);
      return error;
    }
  }
  if (::renameat(folder, temporary.c_str(), folder, name.c_str()) == 0) return 0;
  const int error = errno;
  ::unlinkat(folder, temporary.c_str(), 0);
  return error;
}

int point_latest(int folder, const std::string& latest, const std::string& name) {
  const auto temporary = fmt::format(".{}.{}.tmp", latest, ::getpid());
  ::unlinkat(folder, temporary.c_str(), 0);
  if (::symlinkat(name.c_str(), folder, temporary.c_str()) != 0) return errno;
  if (::renameat(folder, temporary.c_str(), folder, latest.c_str()) == 0) return 0;
  const int error = errno;
  ::unlinkat(folder, temporary.c_str(), 0);
  return error;
}

}  // namespace

Result<std::filesystem::path, Problem> write_issue(const std::filesystem::path& folder, const IssueName& name,
                                                   std::string_view bytes) {
  if (!is_name_part(name.period) || !is_name_part(name.profile) || !is_name_part(name.extension))
    return problem(folder / "?", EINVAL, "a profile's name may hold letters, digits, '-' and '_'");
  if (!std::filesystem::exists(std::filesystem::symlink_status(folder))) {
    std::error_code ignored;  // mkdir tells what is wrong
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), ignored);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return problem(folder, errno);
  }
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  struct stat info {};
  if (!directory || ::fstat(directory.get(), &info) != 0) return problem(folder, errno, "choose a folder with `into`");
  if ((info.st_mode & S_IWOTH) != 0)
    return problem(folder, EPERM, "anybody may write there: choose a folder of your own");
  const auto file = name.file();
  if (!holds(directory.get(), file, bytes))
    if (const int error = replace_file(directory.get(), file, bytes); error != 0) return problem(folder / file, error);
  if (const int error = point_latest(directory.get(), name.latest(), file); error != 0)
    return problem(folder / name.latest(), error);
  ::fsync(directory.get());
  return folder / file;
}

}  // namespace almanac
