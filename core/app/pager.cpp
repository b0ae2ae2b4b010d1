#include "pager.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

namespace almanac {
namespace {

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < command.size();) {
    const std::size_t end = std::min(command.find(' ', at), command.size());
    if (end > at) words.push_back(command.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void write_to(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // the pager was left
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::string wanted_pager() {
  const char* pager = std::getenv("ALMANAC_PAGER");
  if (!pager) pager = std::getenv("PAGER");
  const std::string command = pager ? pager : "less";
  return command == "cat" ? std::string{} : command;
}

bool is_long(std::string_view text, const Terminal& terminal) {
  return terminal.height > 0 && static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= terminal.height;
}

bool show_in_pager(const std::string& pager, std::string_view text) {
  std::vector<std::string> words = words_of(pager);
  int ends[2];
  if (words.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return false;
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::setenv("LESS", "FRX", 0);  // colours and links pass, short texts stay on the screen; the user's own LESS wins
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (error != 0) {
    ::close(ends[1]);
    return false;
  }
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  write_to(ends[1], text);
  ::close(ends[1]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGPIPE, before);
  return true;
}

}  // namespace almanac
