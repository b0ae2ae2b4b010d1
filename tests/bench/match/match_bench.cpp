// match_bench [--full] [--new N] [STORED…]: what it costs to find the events that new entries belong to.
//
// For each number of STORED events (default 10,000 and 100,000; --full: 10,000 and 1,000,000) a database is filled,
// then N new entries (default 10,000; --full: 100,000) are committed four times, in the batches that polls make:
// without rules; with facts read, but no keys; with keys written and candidates loaded, but none chosen; and with all
// rules. The four take turns, batch by batch, so that each finds the database as large as the others. One in five of
// the new entries is another list's row of a stored event. Matching is what the last costs more than the first; the
// steps between tell where. A joined entry spares an event, so that the last step may cost less than nothing. Seconds
// are of the processor, in this process and in the system for it: what else the machine does counts little.
//
// Targets (Release, two cores): ≤ 20 µs an entry; from the smallest to the largest database ≤ 2 times.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/match/rule_matcher.hpp>
#include <almanac/store/store.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace almanac;

constexpr std::int64_t day = 86'400;
constexpr std::int64_t now = 1'795'000'000;  // November 2026
constexpr std::int64_t first_day = 20'454;   // 2026-01-01
constexpr std::size_t batch = 2'000;

constexpr const char* syllables[] = {"la",  "ti",  "vo",  "ren", "ka",  "mul", "sor", "ji",  "pex", "dan", "qui",
                                     "zo",  "ber", "fi",  "gam", "hel", "ny",  "ost", "ral", "sim", "tur", "ula",
                                     "vek", "wim", "xan", "yor", "cel", "dru", "eph", "gro", "hix", "ino", "jup",
                                     "kel", "lum", "mir", "nol", "opt", "pra", "que", "rix", "sel"};
constexpr const char* subjects[] = {"Data", "Cloud", "Rust", "Web", "Security", "Robotics", "Design", "Systems"};
constexpr const char* forms[] = {"Conference", "Summit", "Days", "Camp", "Forum", "Meeting"};
constexpr const char* towns[] = {"Berlin", "Lyon",   "Oslo",   "Porto",  "Turin",   "Ghent",  "Graz",    "Malmo",
                                 "Leeds",  "Boston", "Austin", "Denver", "Toronto", "Nagoya", "Nairobi", "Recife"};

double processor_seconds() {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

std::uint64_t scatter(std::uint64_t n) {
  n = (n ^ n >> 31) * 0x9E3779B97F4A7C15U;
  return n ^ n >> 29;
}

std::string series_name(std::uint64_t n) {
  std::string out;
  for (int i = 0; i < 4; ++i, n /= 42) out += syllables[n % 42];
  out[0] = static_cast<char>(out[0] - 32);
  return out;
}

/// Event number `n` as a list tells it; `variant` writes it as another list would.
IngestedEntry entry_number(std::uint64_t n, bool variant) {
  const std::uint64_t mix = scatter(n), year = 2026 + mix / 7 % 2;
  const std::string name = series_name(n * 7 + mix % 7), subject = subjects[mix / 64 % 8], form = forms[mix / 512 % 6];
  const std::string town = fmt::format("{}{}", towns[mix / 4096 % 16], syllables[mix / 65'536 % 42]);
  IngestedEntry given;
  Entry& entry = given.entry;
  entry.id = fmt::format("{}-{}@{}.example", name, n, variant ? "two" : "one");
  entry.title.plain =
      variant ? fmt::format("{} {} {}", name, subject, form) : fmt::format("{} {} {} {}", name, subject, form, year);
  entry.url = fmt::format("https://{}{}.example/{}{}", variant ? "www." : "", name, year, variant ? "/" : "");
  entry.location = variant ? town : town + ", Somewhere";
  entry.summary.plain = "Two days of talks and workshops for people who work with such things every day.";
  entry.kind = Kind::conference;
  Moment start;
  start.kind = MomentKind::date;
  start.precision = Precision::day;
  start.seconds = (first_day + static_cast<std::int64_t>((year - 2026) * 365 + mix / 3 % 365)) * day;
  entry.start = start;
  Moment end = start;
  end.seconds += 2 * day;
  entry.end = end;
  given.key = entry.id;
  given.content_hash = content_hash(entry.title.plain, n);
  given.event = event_from(entry);
  given.event.occurrences = {{MomentKind::date, start.seconds, end.seconds, {}, EventStatus::unknown, {}}};
  return given;
}

[[noreturn]] void stop(const Problem& problem) {
  fmt::print(stderr, "match_bench: {}\n", problem.text());
  std::exit(1);
}

template <class T>
T must(Result<T, Problem> result) {
  if (!result) stop(result.error());
  return *std::move(result);
}

/// The rules as far as one step.
class Steps final : public EventMatcher {
 public:
  enum class Upto { reading, searching, all };
  explicit Steps(Upto upto) : upto_(upto) {}
  std::unique_ptr<const MatchReading> read(const Entry& entry, SourceId source) const override {
    auto reading = rules_.read(entry, source);
    if (upto_ == Upto::reading) return std::make_unique<MatchReading>();
    return reading;
  }
  std::optional<EventMatch> choose(const MatchReading& entry,
                                   std::span<const EventCandidate* const> candidates) const override {
    if (upto_ != Upto::all) return std::nullopt;
    const double begin = processor_seconds();
    auto chosen = rules_.choose(entry, candidates);
    scoring_ += processor_seconds() - begin;
    return chosen;
  }
  bool still_fits(const MatchReading& entry, const MatchReading& other) const override {
    return rules_.still_fits(entry, other);
  }
  Event merge(std::span<const EventMember> members, const Event& before) const override {
    return rules_.merge(members, before);
  }
  /// Seconds so far.
  double scoring() const { return scoring_; }

 private:
  Upto upto_;
  RuleMatcher rules_;
  mutable double scoring_ = 0;
};

class Library {
 public:
  Library() : folder_(std::filesystem::temp_directory_path() / fmt::format("match_bench.{}", ::getpid())) {
    std::filesystem::create_directories(folder_);
    store_.emplace(must(Store::open(folder_ / "almanac.db")));
  }
  ~Library() {
    store_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  SourceId add_source(const std::string& url) {
    Source source;
    source.url = url;
    return must(store_->add_source(source));
  }

  /// Seconds for events `from` to `to`; every fifth is a row of an event that the first list has among its first
  /// `known`.
  double poll(SourceId source, std::uint64_t from, std::uint64_t to, std::uint64_t known, const EventMatcher& matcher) {
    double seconds = 0;
    for (std::uint64_t at = from; at < to; at += batch) {
      PollCommit commit;
      commit.now = sys_seconds{std::chrono::seconds{now}};
      SourcePoll& poll = commit.polls.emplace_back();
      poll.source = source;
      for (std::uint64_t n = at; n < std::min<std::uint64_t>(at + batch, to); ++n)
        poll.entries.push_back(known && n % 5 == 0 ? entry_number(scatter(n) % known, true) : entry_number(n, false));
      const double begin = processor_seconds();
      if (auto done = store_->commit_poll(commit, matcher); !done) stop(done.error());
      seconds += processor_seconds() - begin;
    }
    return seconds;
  }

  std::int64_t events() { return must(store_->counts(sys_seconds{std::chrono::seconds{now}})).events; }
  double megabytes() { return static_cast<double>(std::filesystem::file_size(folder_ / "almanac.db")) / 1e6; }

 private:
  std::filesystem::path folder_;
  std::optional<Store> store_;
};

/// Microseconds an entry.
double measure(std::uint64_t stored, std::uint64_t fresh) {
  Library library;
  const RuleMatcher rules;
  const SourceId one = library.add_source("https://one.example/list");
  const double filled = library.poll(one, 0, stored, 0, rules);
  struct Turn {
    SourceId source;
    std::uint64_t from, known;
    const EventMatcher& matcher;
    double each = 0;  ///< microseconds an entry
  };
  const std::uint64_t far = stored + 50'000'000;
  const Steps reading(Steps::Upto::reading), searching(Steps::Upto::searching), all(Steps::Upto::all);
  Turn turns[] = {{library.add_source("https://plain.example/list"), far, 0, no_matcher()},
                  {library.add_source("https://reading.example/list"), far + 10'000'000, stored, reading},
                  {library.add_source("https://searching.example/list"), far + 20'000'000, stored, searching},
                  {library.add_source("https://two.example/list"), stored, stored, all}};
  std::int64_t joined = 0;
  for (std::uint64_t done = 0; done < fresh; done += batch) {
    const std::uint64_t some = std::min<std::uint64_t>(batch, fresh - done);
    for (Turn& turn : turns) {
      const std::int64_t before = library.events();
      const double seconds =
          library.poll(turn.source, turn.from + done, turn.from + done + some, turn.known, turn.matcher);
      turn.each += seconds * 1e6 / static_cast<double>(fresh);
      if (&turn.matcher == &all) joined += static_cast<std::int64_t>(some) - (library.events() - before);
    }
  }
  const double without = turns[0].each, read = turns[1].each - without, search = turns[2].each - without - read;
  const double with = turns[3].each, each = with - without, score = all.scoring() * 1e6 / static_cast<double>(fresh);
  fmt::print(
      "{:>9} stored ({:.1f} s, {:.0f} MB): {} new, {} joined; commit {:.1f} µs an entry without rules, {:.1f} with; "
      "matching {:.1f} µs: reading {:.1f}, candidates and keys {:.1f}, scoring {:.1f}, joining {:.1f}\n",
      stored, filled, library.megabytes(), fresh, joined, without, with, each, read, search, score,
      each - read - search - score);
  std::fflush(stdout);
  return each;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::uint64_t> sizes;
  std::uint64_t fresh = 0;
  bool full = false;
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--full")) {
      full = true;
    } else if (!std::strcmp(argv[i], "--new") && i + 1 < argc) {
      fresh = std::strtoull(argv[++i], nullptr, 10);
    } else if (const auto size = std::strtoull(argv[i], nullptr, 10); size > 0) {
      sizes.push_back(size);
    } else {
      std::fputs("usage: match_bench [--full] [--new N] [STORED…]\n", stderr);
      return 2;
    }
  }
  if (sizes.empty())
    sizes = full ? std::vector<std::uint64_t>{10'000, 1'000'000} : std::vector<std::uint64_t>{10'000, 100'000};
  if (fresh == 0) fresh = full ? 100'000 : 10'000;
  std::vector<double> each;
  for (const std::uint64_t stored : sizes) each.push_back(measure(stored, fresh));
  const double growth = each.back() / each.front();
  fmt::print("matching {:.1f} µs an entry (target 20), growth {:.2f} (target 2)\n", each.back(), growth);
  return each.back() <= 20 && growth <= 2 ? 0 : 1;
}
