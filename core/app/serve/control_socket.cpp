#include "control_socket.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <almanac/store/store.hpp>
#include <cerrno>
#include <cstring>
#include <utility>

#include "../app_errc.hpp"

namespace almanac {
namespace {

constexpr std::size_t longest_line = 1 << 20;

std::optional<sockaddr_un> address_of(const std::filesystem::path& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string& path = socket.native();
  if (path.size() >= sizeof address.sun_path) return std::nullopt;
  std::memcpy(address.sun_path, path.data(), path.size());
  return address;
}

Problem refused(const std::filesystem::path& socket, const std::string& why) {
  return {AppErrc::file, socket.string() + ": " + why, "XDG_RUNTIME_DIR names another folder for it"};
}

}  // namespace

std::filesystem::path control_socket(const Paths& paths) {
  std::error_code ec;
  const std::filesystem::path database =
      std::filesystem::weakly_canonical(std::filesystem::absolute(paths.database), ec);
  if (paths.runtime.empty()) return database.string() + ".sock";
  return paths.runtime / fmt::format("almanac-{:016x}.sock", content_hash(database.native()));
}

Result<int, Problem> listen_on(const std::filesystem::path& socket) {
  const auto address = address_of(socket);
  if (!address) return refused(socket, "the path is too long for a socket");
  struct stat status {};
  if (::lstat(socket.c_str(), &status) == 0) {
    if (!S_ISSOCK(status.st_mode)) return refused(socket, "something else has this name");
    ::unlink(socket.c_str());
  }
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return refused(socket, std::strerror(errno));
  // Nobody else may connect, not even between bind and chmod.
  const mode_t before = ::umask(0177);
  const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0;
  const int error = errno;
  ::umask(before);
  if (bound && ::listen(fd, 16) == 0) return fd;
  const std::string why = std::strerror(bound ? errno : error);
  ::close(fd);
  return refused(socket, why);
}

std::optional<ControlClient> ControlClient::connect(const std::filesystem::path& socket) {
  const auto address = address_of(socket);
  if (!address) return std::nullopt;
  ControlClient client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (client.fd_ < 0) return std::nullopt;
  if (::connect(client.fd_, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0) return std::nullopt;
  return client;
}

ControlClient::ControlClient(ControlClient&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), buffer_(std::move(other.buffer_)) {}
ControlClient::~ControlClient() {
  if (fd_ >= 0) ::close(fd_);
}

bool ControlClient::send(std::string line) {
  line += '\n';
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t sent = ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> ControlClient::receive(std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  for (;;) {
    if (const auto end = buffer_.find('\n'); end != buffer_.npos) {
      std::string line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return line;
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
    pollfd ready{fd_, POLLIN, 0};
    if (left <= 0 || buffer_.size() > longest_line) return std::nullopt;
    if (::poll(&ready, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000))) < 0 && errno != EINTR)
      return std::nullopt;
    if (!(ready.revents & (POLLIN | POLLHUP | POLLERR))) continue;
    char bytes[4096];
    const ssize_t got = ::recv(fd_, bytes, sizeof bytes, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    buffer_.append(bytes, static_cast<std::size_t>(got));
  }
}

}  // namespace almanac
