#pragma once
#include <sys/wait.h>
#include <unistd.h>

#include <almanac/store/store.hpp>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>
#include <source_location>
#include <string>

#include "support/temp_dir.hpp"

namespace almanac::test {

inline constexpr sys_seconds noon{std::chrono::seconds{1780315200}};

/// The value, or a failed test that says why there is none.
template <class T>
T must(Result<T, Problem> result, std::source_location where = std::source_location::current()) {
  if (!result)
    BOOST_FAIL(std::string(where.file_name()) + ":" + std::to_string(where.line()) + ": " + result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// A child process of this one; killed at the end of its life if it still runs.
class Child {
 public:
  template <class Body>
  explicit Child(Body body) : pid_(::fork()) {
    if (pid_ != 0) return;
    body();
    ::_exit(0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    kill();
    wait();
  }
  void kill() const {
    if (!done_) ::kill(pid_, SIGKILL);
  }
  /// Its exit code, or 128 + signal.
  int wait() {
    if (!done_) ::waitpid(pid_, &status_, 0);
    done_ = true;
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  }

 private:
  pid_t pid_;
  int status_ = 0;
  bool done_ = false;
};

/// A number that the environment may set for longer runs.
inline unsigned from_environment(const char* name, unsigned otherwise) {
  const char* text = std::getenv(name);
  return text ? static_cast<unsigned>(std::strtoul(text, nullptr, 10)) : otherwise;
}

/// The issue that is recorded behind the `n`th commit.
inline Issue issue_after(std::uint32_t n, const std::string& period) {
  Issue issue;
  issue.profile = "p";
  issue.period = period;
  issue.made = noon + std::chrono::seconds(n);
  return issue;
}

inline IngestedEntry entry_named(const std::string& name) {
  IngestedEntry given;
  given.key = name;
  given.entry.id = name;
  given.entry.title.plain = given.event.title = name;
  given.content_hash = content_hash(name);
  given.event.kind = Kind::post;
  return given;
}

inline PollCommit commit_of(SourceId source, const std::string& name, Validators validators = {}) {
  PollCommit commit;
  commit.now = noon;
  SourcePoll poll;
  poll.source = source;
  poll.entries = {entry_named(name)};
  poll.validators = std::move(validators);
  commit.polls.push_back(std::move(poll));
  return commit;
}

inline SourceId add_source(Store& store, const std::string& url = "https://example.org/feed") {
  Source source;
  source.url = url;
  source.added = noon;
  return must(store.add_source(source));
}

/// Which of e1 … eN the source has.
inline std::size_t stored_of(Store& store, SourceId source, std::size_t count, const std::string& prefix = "e") {
  std::vector<EntryStamp> stamps;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string name = prefix + std::to_string(i);
    stamps.push_back({name, content_hash(name)});
  }
  std::size_t sum = 0;
  for (const bool is_there : must(store.unchanged(source, stamps))) sum += is_there;
  return sum;
}

}  // namespace almanac::test
