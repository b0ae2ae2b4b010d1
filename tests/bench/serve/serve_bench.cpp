// serve_bench [SECONDS]: the daemon with 1,000, 10,000 and 100,000 sources in its database, one in a hundred of them
// due.
//
// Targets (Release, two cores, 100,000 sources):
//   choosing and starting the 1,000 that are due   < 50 ms
//   memory when idle                               ≤ 120 MB
//   processor when idle, over SECONDS (20)         < 0.5 %
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <almanac/store/store.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>
#include <support/temp_dir.hpp>
#include <thread>

namespace {

namespace loopback = almanac::loopback;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const std::string almanac_path = ALMANAC_BUILD_DIR "/almanac";

pid_t start(const std::vector<std::string>& words, const std::string& output) {
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  std::fflush(stdout);
  const pid_t child = fork();
  if (child != 0) return child;
  if (!std::freopen(output.c_str(), "w", stdout) || !std::freopen((output + ".err").c_str(), "w", stderr)) _exit(126);
  execv(argv[0], argv.data());
  _exit(127);
}

int finish(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::string content(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// What `almanac status` says; an empty object when nobody answers.
boost::json::object ask(const std::string& out) {
  finish(start({almanac_path, "status", "--format", "json"}, out));
  boost::system::error_code ec;
  const auto value = boost::json::parse(content(out), ec);
  return !ec && value.is_object() ? value.get_object() : boost::json::object();
}

std::int64_t number(const boost::json::object& object, const char* name) {
  const auto* value = object.if_contains(name);
  return value && value->is_int64() ? value->get_int64() : 0;
}

/// Seconds of processor time so far.
double processor(pid_t process) {
  const std::string text = content(fmt::format("/proc/{}/stat", process));
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string word;
  std::int64_t user = 0, system = 0;
  for (int i = 0; i < 11; ++i) fields >> word;
  fields >> user >> system;
  return static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double megabytes(pid_t process) {
  const std::string text = content(fmt::format("/proc/{}/status", process));
  const std::size_t at = text.find("VmRSS:");
  return at == text.npos ? 0 : std::strtod(text.c_str() + at + 6, nullptr) / 1024;
}

void fill(const std::string& file, int count, const loopback::Server& server) {
  auto store = almanac::Store::open(file);
  if (!store) throw std::runtime_error(store.error().text());
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::vector<almanac::Source> batch;
  for (int n = 0; n < count; ++n) {
    almanac::Source source;
    source.url = server.url_as(fmt::format("127.{}.{}.{}", 1 + n / 62'500, 1 + n / 250 % 250, 1 + n % 250), "/f.xml");
    source.name = fmt::format("Group {} of a network that has many of them", n);
    source.plugin = "rss";
    source.validators = {fmt::format("\"{:032x}\"", n), "Mon, 02 Nov 2026 09:00:00 GMT"};
    source.health.due_reason = "base interval";
    source.health.last_attempt = source.health.last_good = now - 1h;
    source.health.next_due = n % 100 == 0 ? now - 1s : now + 12h + std::chrono::seconds(n);
    batch.push_back(std::move(source));
    if (batch.size() < 10'000 && n + 1 < count) continue;
    if (auto added = store->add_sources(batch); !added) throw std::runtime_error(added.error().text());
    batch.clear();
  }
}

bool measure(int count, int seconds, const loopback::Server& server) {
  const almanac::test::TempDir home;
  const std::string folder = home.path().string(), out = folder + "/out";
  std::ofstream(folder + "/almanac.toml") << "[net]\nallow_private = [\"127.0.0.0/8\"]\n";
  setenv("ALMANAC_CONFIG", (folder + "/almanac.toml").c_str(), 1);
  setenv("ALMANAC_DB", (folder + "/almanac.db").c_str(), 1);
  unsetenv("XDG_RUNTIME_DIR");
  fill(folder + "/almanac.db", count, server);
  const auto begin = Clock::now();
  const pid_t daemon = start({almanac_path, "--quiet", "serve"}, folder + "/daemon");
  boost::json::object status;
  while (number(status, "polls") < count / 100 && Clock::now() - begin < 60s) {
    std::this_thread::sleep_for(100ms);
    status = ask(out);
  }
  const double polled = std::chrono::duration<double>(Clock::now() - begin).count();
  std::this_thread::sleep_for(3s);
  const double before = processor(daemon);
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  const double idle = 100 * (processor(daemon) - before) / seconds, memory = megabytes(daemon);
  const double choosing = static_cast<double>(number(status, "choosing_us")) / 1000;
  ::kill(daemon, SIGTERM);
  const auto asked = Clock::now();
  const int code = finish(daemon);
  fmt::print(
      "{:>7} sources: {} due, chosen and started in {:.1f} ms (target 50), polled within {:.1f} s; idle {:.1f} MB "
      "(target 120), {:.2f} % processor (target 0.5); ended in {:.2f} s, exit {}\n",
      count, number(status, "chosen"), choosing, polled, memory, idle,
      std::chrono::duration<double>(Clock::now() - asked).count(), code);
  return code == 0 && number(status, "polls") >= count / 100 && choosing < 50 && memory <= 120 && idle < 0.5;
}

}  // namespace

int main(int argc, char** argv) {
  const int seconds = argc > 1 ? std::atoi(argv[1]) : 20;
  if (seconds < 1) {
    std::fputs("usage: serve_bench [SECONDS]\n", stderr);
    return 2;
  }
  loopback::ServerOptions options;
  options.address = "0.0.0.0";
  options.keeps_journal = false;
  loopback::Server server(options);
  server.on("/f.xml", loopback::document("<rss version=\"2.0\"><channel><title>Group</title></channel></rss>"));
  bool good = true;
  for (const int count : {1'000, 10'000, 100'000}) good &= measure(count, seconds, server);
  return good ? 0 : 1;
}
