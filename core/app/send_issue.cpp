#include "send_issue.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>

#include "app_errc.hpp"

namespace almanac {
namespace {

/// False when the reader went away.
bool write_to(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Problem not_sent(const std::string& command, std::string why) {
  return {AppErrc::file, "the issue was not sent: " + command + " " + std::move(why), "check `send` of the profile"};
}

}  // namespace

Result<void, Problem> send_by_command(const std::vector<std::string>& command, std::string_view message) {
  std::vector<std::string> words = command;
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  int ends[2];
  if (words.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return not_sent("the command", "could not be started");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (error != 0) {
    ::close(ends[1]);
    return not_sent(words.front(),
                    "could not be started: " + error_code(error, boost::system::system_category()).message());
  }
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  write_to(ends[1], message);  // what the command made of it, its exit code says
  ::close(ends[1]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGPIPE, before);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return not_sent(words.front(),
                  WIFEXITED(status) ? "failed with exit code " + std::to_string(WEXITSTATUS(status)) : "was killed");
}

Result<std::filesystem::path, Problem> put_into_maildir(const std::filesystem::path& maildir, const std::string& name,
                                                        std::string_view message) {
  std::error_code ec;
  if (!maildir.parent_path().empty()) std::filesystem::create_directories(maildir.parent_path(), ec);
  const auto folder = [&](const std::filesystem::path& path) {
    return ::mkdir(path.c_str(), S_IRWXU) == 0 || errno == EEXIST;
  };
  for (const char* part : {"", "tmp", "new", "cur"})
    if (!folder(maildir / part))
      return Problem{AppErrc::file, (maildir / part).string() + " cannot be made", "check `maildir` of the profile"};
  const std::filesystem::path fresh = maildir / "tmp" / name, file = maildir / "new" / name;
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  ::chmod(fresh.c_str(), S_IRUSR | S_IWUSR);
  // A Maildir holds lines with LF; the message has CRLF.
  for (const char c : message)
    if (c != '\r') out.put(c);
  out.close();
  if (out) std::filesystem::rename(fresh, file, ec);
  if (out && !ec) return file;
  return Problem{AppErrc::file, file.string() + " could not be written",
                 "is the folder writable, and the disk not full?"};
}

}  // namespace almanac
