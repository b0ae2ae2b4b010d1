#pragma once
#include <sys/types.h>

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace almanac::test {

/// How a program ended. `code` is its exit code, or 128 + the signal that ended it.
struct Finished {
  int code = -1;
  std::string out, err;
};

/// A child process with its output in files. Ends it (SIGKILL) at the end of its life if it still runs. Throws
/// std::runtime_error when it cannot be started or outlives `limit`.
class Process {
 public:
  /// The environment is `env` alone, plus PATH and TZ=UTC.
  Process(std::vector<std::string> words, const std::map<std::string, std::string>& env, const std::string& input = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void signal(int number) const;
  bool running();
  /// What it has written on stderr so far.
  std::string told() const;
  Finished wait(std::chrono::milliseconds limit = std::chrono::seconds(30));
  pid_t pid() const noexcept { return pid_; }

 private:
  std::string out_path_, err_path_, in_path_;
  pid_t pid_ = -1;
  int status_ = 0;
  bool done_ = false;
};

/// Runs to the end.
Finished run(std::vector<std::string> words, const std::map<std::string, std::string>& env,
             const std::string& input = {});

}  // namespace almanac::test
