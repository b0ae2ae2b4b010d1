// poll_floor_bench [FEEDS [ITEMS]]: a poll of FEEDS feeds of ITEMS items (5,000 and 20) over loopback beside what only
// fetching them costs: `curl --parallel` for the same addresses from the same server in the same run.
//
// Targets (Release, two cores), host spacing off:
//   first poll, all committed and answered by `upcoming`     ≤ 3 × curl, ≤ 250 MB
//   words searchable                                         ≤ 15 s
//   second poll, all 304                                     ≤ 1.5 × curl's with If-None-Match
//   with 50 ms before each answer, all 304                   ≤ 1.3 × (feeds / concurrency × 50 ms)
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>
#include <support/temp_dir.hpp>

#include "feeds.hpp"

namespace {

namespace bench = almanac::bench;
namespace loopback = almanac::loopback;
using Clock = std::chrono::steady_clock;

constexpr int concurrency = 32;
constexpr const char* etag = "\"v1\"";

struct Ran {
  double seconds = 0;
  double last_poll = 0;  ///< when the last source was said to be committed
  double megabytes = 0;
  int code = 0;
};

/// Seconds from `begin` to the last line of `-v` that tells of a source.
double follow_lines(int descriptor, Clock::time_point begin) {
  double last = 0;
  std::string rest;
  char buffer[65536];
  for (ssize_t size = 0; (size = ::read(descriptor, buffer, sizeof buffer)) > 0;) {
    rest.append(buffer, static_cast<std::size_t>(size));
    if (rest.find(": read by ") != rest.npos || rest.find(": not modified\n") != rest.npos)
      last = std::chrono::duration<double>(Clock::now() - begin).count();
    rest.erase(0, rest.rfind('\n') == rest.npos ? 0 : rest.rfind('\n'));
  }
  return last;
}

Ran run(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const auto begin = Clock::now();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    execvp(argv[0], argv.data());
    _exit(127);
  }
  ::close(ends[1]);
  Ran ran;
  ran.last_poll = follow_lines(ends[0], begin);
  ::close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  ran.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  ran.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return ran;
}

bool tell(const char* what, double seconds, double target, const std::string& more) {
  fmt::print("{:<44} {:7.3f} s  (target {:6.3f} s){}{}\n", what, seconds, target, more,
             seconds <= target ? "" : "  MISSED");
  std::fflush(stdout);
  return seconds <= target;
}

/// `curl --parallel` for all addresses of the file.
double curl(const std::string& file, bool conditional) {
  std::vector<std::string> words{"curl", "--silent", "--parallel", "--parallel-max", std::to_string(concurrency)};
  if (conditional) words.insert(words.end(), {"--header", fmt::format("If-None-Match: {}", etag)});
  words.insert(words.end(), {"--config", file});
  const Ran ran = run(words);
  if (ran.code != 0) throw std::runtime_error(fmt::format("curl ended with {}", ran.code));
  return ran.seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const int feeds = argc > 1 ? std::atoi(argv[1]) : 5000, items = argc > 2 ? std::atoi(argv[2]) : 20;
  if (feeds < 1 || items < 1) {
    std::fputs("usage: poll_floor_bench [FEEDS [ITEMS]]\n", stderr);
    return 2;
  }
  loopback::ServerOptions options;
  options.address = "0.0.0.0";
  options.keeps_journal = false;
  loopback::Server server(options);
  std::atomic<bool> is_far = false;
  const almanac::test::TempDir home;
  const std::string folder = home.path().string(), addresses = folder + "/addresses",
                    almanac = ALMANAC_BUILD_DIR "/almanac";
  std::vector<std::string> follow{almanac, "--quiet", "follow", "--later"};
  std::ofstream list(addresses);
  for (int n = 0; n < feeds; ++n) {
    const std::string path = fmt::format("/group{}.xml", n);
    const loopback::Handler answer =
        loopback::conditional(loopback::document(bench::feed_text(n, items)), etag, "Mon, 02 Nov 2026 09:00:00 GMT");
    server.on(path, [&is_far, answer](const loopback::Request& request) {
      loopback::Response response = answer(request);
      if (is_far) response.delay = std::chrono::milliseconds(50);
      return response;
    });
    follow.push_back(server.url_as(bench::host_of(n), path));
    list << "url = \"" << follow.back() << "\"\noutput = \"/dev/null\"\n";
  }
  list.close();
  std::ofstream(folder + "/almanac.toml")
      << "[net]\nallow_private = [\"127.0.0.0/8\"]\nhost_spacing = \"0ms\"\n[poll]\nconcurrency = " << concurrency
      << "\n";
  setenv("ALMANAC_CONFIG", (folder + "/almanac.toml").c_str(), 1);
  setenv("ALMANAC_DB", (folder + "/almanac.db").c_str(), 1);
  setenv("TZ", "UTC", 1);
  fmt::print("{} feeds of {} items, {} at once\n", feeds, items, concurrency);

  bool good = run(follow).code == 0;
  const double floor = curl(addresses, false);
  fmt::print("{:<44} {:7.3f} s\n", "curl --parallel", floor);
  const Ran first = run({almanac, "-v", "poll"});
  const double answered = run({almanac, "--now", "2026-11-25T12:00:00Z", "upcoming", "--limit", "20"}).seconds;
  good &= first.code == 0 && first.megabytes <= 250;
  good &= tell("first poll, committed and answered", first.last_poll + answered, 3 * floor,
               fmt::format("  {:.2f} × curl, {:.1f} MB peak (target 250)", (first.last_poll + answered) / floor,
                           first.megabytes));
  good &= tell("first poll, words searchable", first.seconds, 15.0 * feeds / 5000, "");

  const double same_floor = curl(addresses, true);
  fmt::print("{:<44} {:7.3f} s\n", "curl --parallel, all 304", same_floor);
  const Ran second = run({almanac, "-v", "poll", "--force"});
  good &= second.code == 0;
  good &= tell("second poll, all 304", second.seconds, 1.5 * same_floor,
               fmt::format("  {:.2f} × curl, {:.1f} MB peak", second.seconds / same_floor, second.megabytes));

  is_far = true;
  const double least = 0.05 * feeds / concurrency;
  const Ran far = run({almanac, "-v", "poll", "--force"});
  good &= far.code == 0;
  good &= tell("all 304, each after 50 ms", far.seconds, 1.3 * least,
               fmt::format("  {:.2f} × the least", far.seconds / least));
  setenv("ALMANAC_DB", (folder + "/second.db").c_str(), 1);
  good &= run(follow).code == 0;
  const Ran new_and_far = run({almanac, "-v", "poll"});
  good &= new_and_far.code == 0;
  fmt::print("{:<44} {:7.3f} s  {:.2f} × the least\n", "first poll, each after 50 ms, committed", new_and_far.last_poll,
             new_and_far.last_poll / least);
  return good ? 0 : 1;
}
