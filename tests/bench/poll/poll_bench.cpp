// poll_bench [FEEDS [ITEMS]]: the program polls FEEDS feeds of ITEMS items over loopback, as a process of its own.
//
// Targets (Release, two cores, 1,000 feeds of 20 items):
//   first poll into an empty database, committed and answered by `upcoming`   ≤ 2.5 s, ≤ 200 MB
//   words searchable                                                          ≤ 5 s
//   second poll, all 304                                                      ≤ 0.6 s
// A poll costs the same a source with 1,000, 10,000 and 100,000 feeds of one item: within a fifth.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <span>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>
#include <support/temp_dir.hpp>

#include "feeds.hpp"

namespace {

namespace loopback = almanac::loopback;
using almanac::bench::feed_text;
using Clock = std::chrono::steady_clock;

struct Ran {
  double seconds = 0;
  double megabytes = 0;
  int code = 0;
  double processor = 0;  ///< seconds
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

Ran run(const std::vector<std::string>& arguments, const std::string& output) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const auto begin = Clock::now();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    if (!std::freopen(output.c_str(), "w", stdout) || !std::freopen((output + ".err").c_str(), "w", stderr)) _exit(126);
    execv(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  return {std::chrono::duration<double>(Clock::now() - begin).count(), static_cast<double>(usage.ru_maxrss) / 1024,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}

/// Follows all of them: as many at a time as fit a command line.
Ran follow(const std::vector<std::string>& urls, const std::string& output) {
  constexpr std::size_t at_once = 10'000;
  Ran all;
  for (std::size_t from = 0; from < urls.size() && all.code == 0; from += at_once) {
    std::vector<std::string> words{ALMANAC_BUILD_DIR "/almanac", "--quiet", "follow", "--later"};
    const auto some = std::span(urls).subspan(from, std::min(at_once, urls.size() - from));
    words.insert(words.end(), some.begin(), some.end());
    const Ran part = run(words, output);
    all = {all.seconds + part.seconds, std::max(all.megabytes, part.megabytes), part.code,
           all.processor + part.processor};
  }
  return all;
}

bool tell(const char* what, const Ran& ran, double target) {
  fmt::print("{:<34} {:7.3f} s  (target {:4.2f} s)  {:6.1f} MB peak  exit {}\n", what, ran.seconds, target,
             ran.megabytes, ran.code);
  return ran.code == 0 && ran.seconds <= target;
}

}  // namespace

int main(int argc, char** argv) {
  const int feeds = argc > 1 ? std::atoi(argv[1]) : 1000, items = argc > 2 ? std::atoi(argv[2]) : 20;
  if (feeds < 1 || items < 1) {
    std::fputs("usage: poll_bench [FEEDS [ITEMS]]\n", stderr);
    return 2;
  }
  loopback::ServerOptions options;
  options.address = "0.0.0.0";
  options.keeps_journal = false;
  loopback::Server server(options);
  std::vector<std::string> urls;
  std::size_t bytes = 0;
  for (int n = 0; n < feeds; ++n) {
    const std::string path = fmt::format("/group{}.xml", n), text = feed_text(n, items);
    bytes += text.size();
    server.on(path, loopback::conditional(loopback::document(text), fmt::format("\"{}\"", n),
                                          "Mon, 02 Nov 2026 09:00:00 GMT"));
    urls.push_back(server.url_as(almanac::bench::host_of(n), path));
  }

  almanac::test::TempDir home;
  const std::string folder = home.path().string(), out = folder + "/out";
  std::ofstream(folder + "/almanac.toml") << "[net]\nallow_private = [\"127.0.0.0/8\"]\n";
  setenv("ALMANAC_CONFIG", (folder + "/almanac.toml").c_str(), 1);
  setenv("ALMANAC_DB", (folder + "/almanac.db").c_str(), 1);
  setenv("TZ", "UTC", 1);

  const std::string almanac = ALMANAC_BUILD_DIR "/almanac";
  fmt::print("{} feeds of {} items, {:.1f} MB\n", feeds, items, static_cast<double>(bytes) / 1e6);
  const double scale = feeds / 1000.0 * items / 20.0;
  bool good = tell("follow", follow(urls, out), 1.0 * scale);
  good &= tell("first poll, words searchable", run({almanac, "poll"}, out), 5.0 * scale);
  std::ifstream said(out + ".err");
  for (std::string line; std::getline(said, line);) fmt::print("  {}\n", line);
  good &= tell("upcoming", run({almanac, "--now", "2026-11-25T12:00:00Z", "upcoming", "--limit", "20"}, out), 0.03);
  const Ran again = run({almanac, "poll", "--force"}, out);
  good &= tell("second poll, all 304", again, 0.6 * scale);
  fmt::print("  {:.1f} us a source, {:.1f} us of them on the processor\n", again.seconds * 1e6 / feeds,
             again.processor * 1e6 / feeds);
  good &= tell("search by a word", run({almanac, "--now", "2026-11-25T12:00:00Z", "search", "privacy"}, out), 0.03);
  fmt::print("database {:.1f} MB\n", static_cast<double>(std::filesystem::file_size(folder + "/almanac.db")) / 1e6);
  return good ? 0 : 1;
}
