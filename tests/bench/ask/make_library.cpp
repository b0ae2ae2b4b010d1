// Makes a library of a given size, the same one each time: `make_library EVENTS FILE`. `measure` beside it asks it.
#include <fmt/format.h>

#include <almanac/store/store.hpp>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <stdexcept>

namespace {

using namespace almanac;

constexpr std::int64_t now = 1795435200, day = 86'400;  // 2026-11-23T12:00:00Z
constexpr int batch = 10'000, sources = 300;

template <class T>
T must(Result<T, Problem> result) {
  if (!result) throw std::runtime_error(result.error().text());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// Words as texts have them: few are frequent, most are rare.
class Words {
 public:
  explicit Words(unsigned seed) : engine_(seed) {}
  std::int64_t number(std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(engine_);
  }
  std::string word() {
    static constexpr std::array frequent{"data",   "learning", "machine",  "web",     "cloud", "open",   "days",
                                         "rust",   "python",   "summit",   "talks",   "meet",  "design", "security",
                                         "health", "climate",  "robotics", "quantum", "graph", "edge"};
    if (number(0, 2) == 0) return frequent[static_cast<std::size_t>(number(0, frequent.size() - 1))];
    const double u = std::uniform_real_distribution<>(0, 1)(engine_);
    return name(static_cast<std::int64_t>(20'000 * u * u * u));
  }
  /// A pronounceable word that stands for a number.
  static std::string name(std::int64_t n) {
    static constexpr std::string_view consonants = "bdfgklmnprstvz", vowels = "aeiou";
    std::string out;
    for (n += 70; n > 0; n /= 70) {
      out += consonants[static_cast<std::size_t>(n % 14)];
      out += vowels[static_cast<std::size_t>(n / 14 % 5)];
    }
    return out;
  }
  std::string text(int words) {
    std::string out;
    for (int i = 0; i < words; ++i) (out += out.empty() ? "" : " ") += word();
    return out;
  }

 private:
  std::mt19937 engine_;
};

struct City {
  const char *name, *country;
  double lat, lon;
};
constexpr std::array cities{City{"Berlin", "DE", 52.52, 13.41},    City{"Paris", "FR", 48.85, 2.35},
                            City{"Lisbon", "PT", 38.72, -9.13},    City{"Vienna", "AT", 48.21, 16.37},
                            City{"New York", "US", 40.71, -74.01}, City{"Tokyo", "JP", 35.69, 139.69},
                            City{"Bengaluru", "IN", 12.97, 77.59}, City{"São Paulo", "BR", -23.55, -46.64}};

Moment moment(std::int64_t seconds) {
  return {MomentKind::instant, Precision::minute, Provenance::structured, true, seconds, "Europe/Berlin", {}};
}

/// A quarter are posts, the others have dates from half a year ago to two years ahead; one in five a deadline.
Event event_number(int n, Words& words) {
  constexpr std::array kinds{Kind::conference, Kind::meetup, Kind::post, Kind::hackathon,
                             Kind::conference, Kind::talk,   Kind::post, Kind::meetup};
  Event event;
  event.kind = kinds[static_cast<std::size_t>(n) % kinds.size()];
  event.title = words.text(5) + ' ' + std::to_string(n);
  event.url = fmt::format("https://{}.example/{}/{}", Words::name(n % 4000), Words::name(n), n);
  event.summary = words.text(25);
  event.topics = {words.word(), words.word()};
  event.language = n % 7 == 0 ? "de" : "en";
  event.cost = n % 3 == 0 ? "free" : "";
  event.mode = n % 4 == 0 ? Mode::online : Mode::in_person;
  if (event.kind == Kind::post) {
    event.published = sys_seconds{std::chrono::seconds{now - words.number(0, 90 * day)}};
    return event;
  }
  const City& city = cities[static_cast<std::size_t>(words.number(0, cities.size() - 1))];
  event.city = city.name;
  event.country = city.country;
  event.location = fmt::format("{} Hall, {}", Words::name(words.number(0, 5000)), city.name);
  event.geo = Geo{city.lat + static_cast<double>(words.number(-900, 900)) / 1000,
                  city.lon + static_cast<double>(words.number(-900, 900)) / 1000};
  const std::int64_t start = now + words.number(-180 * 1440, 730 * 1440) * 60;
  event.when = When{moment(start), moment(start + 8 * 3600)};
  event.occurrences = {{MomentKind::instant, start, start + 8 * 3600, "Europe/Berlin", EventStatus::unknown, {}}};
  if (n % 5 == 0) event.deadlines = {Deadline{DeadlineType::cfp, moment(start - 60 * day), {}, false}};
  return event;
}

void fill(Store& store, int count) {
  std::vector<Source> list(sources);
  for (int i = 0; i < sources; ++i) {
    list[static_cast<std::size_t>(i)].url = fmt::format("https://source{}.example/feed", i);
    list[static_cast<std::size_t>(i)].name = fmt::format("Source {}", Words::name(i));
  }
  const auto ids = must(store.add_sources(list));
  Words words(1);
  for (int n = 0; n < count; n += batch) {
    PollCommit commit;
    commit.now = sys_seconds{std::chrono::seconds{now - 200 * day + std::int64_t{n} * 199 * day / count}};
    commit.polls.resize(sources);
    for (int i = 0; i < sources; ++i)
      commit.polls[static_cast<std::size_t>(i)].source = ids[static_cast<std::size_t>(i)];
    for (int i = n; i < std::min(n + batch, count); ++i) {
      IngestedEntry given;
      given.event = event_number(i, words);
      given.key = fmt::format("{}", i);
      given.entry.id = given.event.url;
      given.entry.url = given.event.url;
      given.entry.title.plain = given.event.title;
      given.entry.location = given.event.location;
      given.entry.topics = given.event.topics;
      if (given.event.when) given.entry.start = given.event.when->start;
      given.entry.deadlines = given.event.deadlines;
      given.content_hash = content_hash(given.event.title);
      commit.polls[static_cast<std::size_t>(i % sources)].entries.push_back(std::move(given));
    }
    must(store.commit_poll(commit));
    while (must(store.index_pending_text(20'000))) continue;
  }
  must(store.checkpoint());
}

}  // namespace

int main(int argc, char** argv) {
  const int count = argc == 3 ? std::atoi(argv[1]) : 0;
  if (count < 1) {
    std::fputs("usage: make_library EVENTS FILE\n", stderr);
    return 2;
  }
  try {
    Store store = must(Store::open(argv[2]));
    fill(store, count);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_library: %s\n", error.what());
    return 1;
  }
  return 0;
}
