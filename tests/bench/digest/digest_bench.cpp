// Target: an issue from a library of 100,000 events, a quarter's issues told before, in at most 300 ms.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <almanac/digest/assemble.hpp>
#include <almanac/query/parse_filter.hpp>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>

namespace {

using namespace almanac;

constexpr std::int64_t monday = 1795435200, day = 86'400, week = 7 * day;  // 2026-11-23T12:00:00Z
constexpr int library_size = 100'000, batch = 10'000, weeks_told = 13;

constexpr sys_seconds at(std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; }

template <class T>
T must(Result<T, Problem> result) {
  if (!result) throw std::runtime_error(result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// The n-th event: one in four a post, one in ten with a deadline, dates from half a year ago to two years ahead.
Event event_number(int n, std::int64_t moved = 0) {
  constexpr std::array kinds{Kind::conference, Kind::meetup, Kind::post,  Kind::hackathon, Kind::conference,
                             Kind::post,       Kind::talk,   Kind::other, Kind::meetup,    Kind::competition};
  constexpr std::array topics{"python", "machine learning", "security", "databases", "rust", "design", "cloud"};
  constexpr std::array cities{"Berlin", "Paris", "Lisbon", "Vienna", "Oslo"};
  const auto un = static_cast<std::size_t>(n);
  Event event;
  event.kind = kinds[un % kinds.size()];
  event.title = fmt::format("{} days number {}", topics[un % topics.size()], n);
  event.url = fmt::format("https://example.org/{}", n);
  event.summary = "Talks, workshops and a fair for everybody who wants to learn what is new.";
  event.city = cities[un % cities.size()];
  event.topics = {topics[un % topics.size()]};
  const std::int64_t spread = (std::int64_t{n} * 7919) % (900 * day / 60) * 60;
  if (event.kind == Kind::post) {
    event.published = at(monday - spread % (90 * day));
    return event;
  }
  const std::int64_t start = monday - 180 * day + spread + moved;
  const auto moment = [](std::int64_t seconds) {
    return Moment{MomentKind::instant, Precision::minute, Provenance::structured, true, seconds, "UTC", {}};
  };
  event.when = When{moment(start), std::nullopt};
  event.occurrences = {{MomentKind::instant, start, start + 8 * 3600, "UTC", EventStatus::unknown, {}}};
  if (n % 10 == 0) event.deadlines = {Deadline{DeadlineType::paper, moment(start - 60 * day), {}, false}};
  return event;
}

/// The store in a folder that vanishes with it.
class Library {
 public:
  Library() {
    std::string pattern = (std::filesystem::temp_directory_path() / "almanac-bench-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    store_ = std::make_unique<Store>(must(Store::open(folder_ / "almanac.db")));
    Source source;
    source.url = "https://example.org/feed";
    source.name = "Example";
    source_ = must(store_->add_source(source));
    for (int n = 0; n < library_size; n += batch) arrive(n, n + batch, monday - 14 * week, 0);
    while (must(store_->index_pending_text())) continue;
    for (const auto* filter : {"", "machine learning", "city:Berlin"})
      for (int n = weeks_told; n > 0; --n) must(make_issue(*store_, request(filter, monday - n * week)));
    // A busy week: one event in ten moved.
    arrive(0, library_size / 10, monday - 2 * day, 3600);
    while (must(store_->index_pending_text())) continue;
    must(store_->checkpoint());
  }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library() {
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  static DigestRequest request(const std::string& filter, std::int64_t now) {
    DigestRequest request;
    request.profile.name = fmt::format("p{}", filter.size());
    request.profile.filter = filter;
    request.profile.zone = "Europe/Berlin";
    request.now = at(now);
    return request;
  }
  Store& store() { return *store_; }

 private:
  void arrive(int from, int to, std::int64_t now, std::int64_t moved) {
    PollCommit commit;
    commit.now = at(now);
    SourcePoll poll;
    poll.source = source_;
    for (int n = from; n < to; ++n) {
      IngestedEntry given;
      given.event = event_number(n, moved);
      given.key = std::to_string(n);
      given.entry.id = given.key;
      given.entry.title.plain = given.event.title;
      given.content_hash = content_hash(given.key, static_cast<std::uint64_t>(moved));
      poll.entries.push_back(std::move(given));
    }
    commit.polls.push_back(std::move(poll));
    must(store_->commit_poll(commit));
  }

  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
  SourceId source_;
};

Library& library() {
  static Library library;
  return library;
}

void issue(benchmark::State& state, const char* filter) {
  Store& store = library().store();
  const auto wanted = Library::request(filter, monday);
  std::size_t items = 0;
  for (auto _ : state) items = must(preview_issue(store, wanted)).view.size();
  state.counters["items"] = static_cast<double>(items);
}

/// What an issue asks for most, on its own: the next fifty events that a filter takes.
void upcoming(benchmark::State& state, const char* filter) {
  Store& store = library().store();
  ListQuery query;
  query.filter = *parse_filter(filter);
  query.viewer.now = at(monday);
  for (auto _ : state) benchmark::DoNotOptimize(must(store.upcoming(query)).rows.size());
}

BENCHMARK_CAPTURE(issue, everything, "")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(issue, words, "machine learning")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(issue, city, "city:Berlin")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(upcoming, words, "machine learning")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(upcoming, city, "city:Berlin")->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
