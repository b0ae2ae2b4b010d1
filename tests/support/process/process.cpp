#include "process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace almanac::test {
namespace {

std::string temporary(const std::string& content = {}) {
  std::string name = "/tmp/almanac-process-XXXXXX";
  const int fd = ::mkstemp(name.data());
  if (fd < 0) throw std::runtime_error("cannot make a temporary file");
  if (!content.empty() && ::write(fd, content.data(), content.size()) < 0)
    throw std::runtime_error("cannot write a temporary file");
  ::close(fd);
  return name;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void redirect(int to, const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags);
  if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(126);
  ::close(fd);
}

}  // namespace

Process::Process(std::vector<std::string> words, const std::map<std::string, std::string>& env,
                 const std::string& input)
    : out_path_(temporary()), err_path_(temporary()), in_path_(temporary(input)) {
  std::vector<std::string> settings{"PATH=/usr/local/bin:/usr/bin:/bin", "TZ=UTC"};
  for (const auto& [name, value] : env) settings.push_back(name + "=" + value);
  std::vector<char*> argv, envp;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  for (std::string& setting : settings) envp.push_back(setting.data());
  envp.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("fork failed");
  if (pid_ == 0) {
    redirect(STDIN_FILENO, in_path_, O_RDONLY);
    redirect(STDOUT_FILENO, out_path_, O_WRONLY | O_APPEND);
    redirect(STDERR_FILENO, err_path_, O_WRONLY | O_APPEND);
    ::execvpe(argv[0], argv.data(), envp.data());
    ::_exit(127);
  }
}

Process::~Process() {
  if (!done_ && pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, &status_, 0);
  }
  for (const std::string* path : {&out_path_, &err_path_, &in_path_}) ::unlink(path->c_str());
}

void Process::signal(int number) const {
  if (!done_) ::kill(pid_, number);
}

bool Process::running() {
  if (!done_) done_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
  return !done_;
}

std::string Process::told() const { return content_of(err_path_); }

Finished Process::wait(std::chrono::milliseconds limit) {
  const auto until = std::chrono::steady_clock::now() + limit;
  while (running()) {
    if (std::chrono::steady_clock::now() > until)
      throw std::runtime_error("a process did not end in time; stderr: " + content_of(err_path_));
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  const int code = WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  return {code, content_of(out_path_), content_of(err_path_)};
}

Finished run(std::vector<std::string> words, const std::map<std::string, std::string>& env, const std::string& input) {
  Process process(std::move(words), env, input);
  return process.wait();
}

}  // namespace almanac::test
