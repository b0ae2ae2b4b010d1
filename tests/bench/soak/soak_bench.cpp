// soak_bench [MINUTES [SOURCES]]: polls SOURCES sources (500), every fifth of them hostile, for MINUTES (10) by the
// wall and as long as that goes by a clock that leaps from one due source to the next.
//
// Targets: memory grows by less than 1 MiB an hour of the leaping clock after the first half; descriptors stay as many
// in its second half as in its first, the program's and the test server's apart; no request comes early.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <support/descriptors.hpp>
#include <support/hostile/hostile_rows.hpp>
#include <support/resident.hpp>
#include <support/world/poll_world.hpp>

namespace {

using namespace almanac;
using namespace almanac::test;
using std::chrono::milliseconds;
using std::chrono::minutes;
using Wall = std::chrono::steady_clock;

double resident_mib() { return static_cast<double>(resident_bytes()) / (1 << 20); }

FetchDeadlines hurried() {
  FetchDeadlines deadlines;
  deadlines.header = deadlines.idle = milliseconds(300);
  deadlines.total = milliseconds(1500);
  deadlines.rate_window = milliseconds(600);
  deadlines.rate_bytes = 1024;
  return deadlines;
}

struct Sample {
  double hours = 0, mib = 0;
  Descriptors open;
};

using Samples = std::vector<Sample>;

Samples part(const Samples& all, double from, double to) {
  const auto at = [&](double share) {
    return all.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(all.size()));
  };
  return {at(from), at(to)};
}

std::size_t most(const Samples& samples, std::size_t Descriptors::*whose) {
  std::size_t found = 0;
  for (const Sample& sample : samples) found = std::max(found, sample.open.*whose);
  return found;
}

/// MiB an hour, by least squares.
double slope(const Samples& samples) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const Sample& s : samples) {
    n += 1;
    x += s.hours;
    y += s.mib;
    xx += s.hours * s.hours;
    xy += s.hours * s.mib;
  }
  const double spread = n * xx - x * x;
  return spread > 0 ? (n * xy - x * y) / spread : 0;
}

/// A feed that says something new every few days of the leaping clock.
loopback::Handler living_feed(const SharedClock& clock, int number) {
  return [&clock, number](const loopback::Request& request) {
    const auto issue = clock.now().time_since_epoch() / std::chrono::hours(24 * (1 + number % 7));
    const std::string etag = fmt::format("\"{}\"", issue);
    if (request.header("If-None-Match") == etag) return loopback::status(304, {{"ETag", etag}});
    std::vector<std::string> titles;
    for (int i = 0; i < 10; ++i) titles.push_back(fmt::format("Feed {} item {}", number, issue - i));
    return loopback::with(loopback::document(feed_with(titles)), {{"ETag", etag}});
  };
}

}  // namespace

int main(int argc, char** argv) {
  const double wall_minutes = argc > 1 ? std::atof(argv[1]) : 10;
  const int count = argc > 2 ? std::atoi(argv[2]) : 500;
  if (wall_minutes <= 0 || count < 5) {
    std::fputs("usage: soak_bench [MINUTES [SOURCES]]\n", stderr);
    return 2;
  }
  PollWorld world(hurried());
  const auto& rows = hostile_rows();
  for (int i = 0; i < count; ++i) {
    const std::string path = fmt::format("/{}", i), host = fmt::format("h{}.example", i);
    world.names->add(host, {"127.0.0.1"});
    if (i % 5 == 4)
      world.server.on(path, rows[static_cast<std::size_t>(i / 5) % rows.size()].response);
    else
      world.server.on(path, living_feed(world.clock, i));
    world.follow(world.url(path, host));
  }

  loopback::PolitenessRules rules;
  rules.remembers = true;
  rules.least_gap = minutes(15);
  loopback::PolitenessJudge judge(rules);
  RunLimits limits;
  limits.host_spacing = milliseconds(0);
  Samples samples;
  std::size_t polls = 0, requests = 0, failed = 0;
  const auto start = Wall::now();
  const auto ends =
      start + std::chrono::duration_cast<Wall::duration>(std::chrono::duration<double>(wall_minutes * 60));
  auto next_line = start;
  while (Wall::now() < ends) {
    for (const Refreshed& done : world.poll_all(world.due(), limits)) {
      ++polls;
      failed += done.problem.has_value();
    }
    for (const loopback::Exchange& exchange : world.server.take_exchanges()) {
      judge.hear(exchange);
      ++requests;
    }
    const double hours = std::chrono::duration<double, std::ratio<3600>>(world.clock.now() - world_begin).count();
    samples.push_back({hours, resident_mib(), descriptors(world.server.port())});
    if (Wall::now() >= next_line) {
      fmt::print("{:7.1f} h  {:7.1f} MiB  {:4} + {} descriptors  {:7} polls  {:6} failed\n", hours, samples.back().mib,
                 samples.back().open.others, samples.back().open.server, polls, failed);
      std::fflush(stdout);
      next_line += std::chrono::seconds(15);
    }
    world.clock.pass(minutes(5));
  }
  const double growth = slope(part(samples, 0.5, 1));
  const Samples earlier = part(samples, 0.5, 0.75), later = part(samples, 0.75, 1);
  fmt::print("{} sources, {:.1f} h in {:.1f} min: {} polls, {} requests, {} failed\n", count, samples.back().hours,
             wall_minutes, polls, requests, failed);
  fmt::print("memory {:.1f} MiB, {:+.3f} MiB/h (target < 1); {} breaches of manners\n", samples.back().mib, growth,
             judge.breaches().size());
  bool constant = true;
  const auto compare = [&](const char* name, std::size_t Descriptors::*whose) {
    const std::size_t before = most(earlier, whose), after = most(later, whose);
    fmt::print("descriptors of the {}: at most {}, then at most {}\n", name, before, after);
    constant = constant && after <= before;
  };
  compare("program", &Descriptors::others);
  compare("server", &Descriptors::server);
  for (std::size_t i = 0; i < std::min<std::size_t>(judge.breaches().size(), 10); ++i)
    fmt::print("  {}\n", judge.breaches()[i]);
  const bool good = growth < 1 && constant && judge.breaches().empty();
  return good ? 0 : 1;
}
