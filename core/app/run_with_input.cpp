#include "run_with_input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

namespace almanac {
namespace {

using TimeLimit = std::optional<std::chrono::steady_clock::time_point>;

error_code system_error(int number) { return {number, boost::system::system_category()}; }

bool is_over(const TimeLimit& limit) { return limit && std::chrono::steady_clock::now() >= *limit; }

/// The process, its standard input read from `in`; an errno when it cannot be started.
int start(const std::vector<std::string>& command, int in, pid_t& child) {
  std::vector<std::string> words = command;
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  const int error = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

/// Until all is written, the reader goes away or the time is over. The descriptor does not block.
void write_to(int fd, std::string_view text, const TimeLimit& limit) {
  while (!text.empty() && !is_over(limit)) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written > 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      pollfd writable{fd, POLLOUT, 0};
      ::poll(&writable, 1, 100);
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

Result<int, error_code> wait_for(pid_t child, const TimeLimit& limit) {
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(child, &status, limit ? WNOHANG : 0);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return system_error(errno);
    if (is_over(limit)) break;
    if (limit) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::kill(child, SIGKILL);
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return error_code(boost::system::errc::timed_out, boost::system::generic_category());
}

}  // namespace

Result<int, error_code> run_with_input(const std::vector<std::string>& command, std::string_view text,
                                       std::optional<std::chrono::milliseconds> patience) {
  if (command.empty()) return system_error(ENOENT);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return system_error(errno);
  pid_t child = 0;
  const int error = start(command, ends[0], child);
  ::close(ends[0]);
  if (error != 0) {
    ::close(ends[1]);
    return system_error(error);
  }
  TimeLimit limit;
  if (patience) limit = std::chrono::steady_clock::now() + *patience;
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  const auto before = std::signal(SIGPIPE, SIG_IGN);  // after the start: the command has the usual one
  write_to(ends[1], text, limit);
  ::close(ends[1]);
  std::signal(SIGPIPE, before);
  return wait_for(child, limit);
}

}  // namespace almanac
