// match_bench [--full] [--new N] [--in FOLDER] [STORED…]: what it costs to find the events that new entries belong to.
//
// For each number of STORED events (default 10,000 and 100,000; --full: 10,000 and 1,000,000) a database is filled and
// N new entries (default 10,000; --full: 100,000) are matched with it, in the batches of 2,000 that polls make at most.
// One in five of them is another list's row of a stored event. The figure is the processor's time, in this process and
// in the system for it, for: reading what the rules look at out of the entry and hashing its keys; finding the events
// with these keys; loading those and reading their entries likewise; scoring and deciding; putting the keys of the new
// entries into the index, with its share of the commit and of later rewriting. It leaves out what storing entries and
// events costs anyway, and what an entry that joins changes in its event. Targets (Release, two cores): at most 20 µs
// an entry, and at most twice as much from the smallest to the largest database.
//
// Then the same number of entries is committed without rules and with them, batch by batch in turns: the difference is
// what all of it makes of a poll. There a joined entry writes its event anew, but spares an event of its own. It is a
// small difference of large figures and good for a comparison only.
//
// --in FOLDER: filled databases are kept there and used again.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/match/rule_matcher.hpp>
#include <almanac/store/impl.hpp>
#include <almanac/store/membership.hpp>
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

class Library {
 public:
  /// A copy of `filled`, if that is there.
  explicit Library(const std::filesystem::path& filled)
      : folder_(std::filesystem::temp_directory_path() / fmt::format("match_bench.{}", ::getpid())) {
    std::filesystem::create_directories(folder_);
    if (std::filesystem::exists(filled)) std::filesystem::copy_file(filled, file());
    store_.emplace(must(Store::open(file())));
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

  std::filesystem::path file() const { return folder_ / "almanac.db"; }
  void keep(const std::filesystem::path& as) {
    store_.reset();  // brings all into one file
    std::filesystem::copy_file(file(), as);
    store_.emplace(must(Store::open(file())));
  }
  std::int64_t events() { return must(store_->counts(sys_seconds{std::chrono::seconds{now}})).events; }
  double megabytes() { return static_cast<double>(std::filesystem::file_size(file())) / 1e6; }

 private:
  std::filesystem::path folder_;
  std::optional<Store> store_;
};

/// Matching alone; all in microseconds an entry.
struct Matching {
  double reading = 0, finding = 0, loading = 0, scoring = 0, keeping = 0;
  std::size_t joined = 0;
  double all() const { return reading + finding + loading + scoring + keeping; }
};

/// What matching does in one batch. New events have ids that none in the database has: they are found and have no
/// entries.
void match_batch(Store::Impl& impl, std::span<const IngestedEntry> entries, std::int64_t first_id, Matching& sum) {
  namespace sd = store_detail;
  const RuleMatcher rules;
  const SourceId source{2};
  double from = processor_seconds();
  const auto lap = [&](double& into) {
    const double now_at = processor_seconds();
    into += now_at - from;
    from = now_at;
  };
  const auto done = impl.write([&]() -> Result<void, Problem> {
    sd::EventWriter events(impl);
    sd::Membership members(impl, events, rules);
    lap(sum.keeping);
    std::vector<std::unique_ptr<const MatchReading>> readings;
    sd::MatchKeys keys;
    for (const IngestedEntry& given : entries) {
      readings.push_back(rules.read(given.entry, source));
      keys.insert(keys.end(), readings.back()->keys.begin(), readings.back()->keys.end());
    }
    lap(sum.reading);
    members.look_ahead(std::move(keys));
    lap(sum.finding);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const MatchReading& reading = *readings[i];
      const auto candidates = members.candidates(reading, source, 0, EventId{});
      std::optional<EventMatch> match;
      if (!candidates.empty()) {
        lap(sum.loading);
        match = rules.choose(reading, candidates);
        lap(sum.scoring);
      }
      if (!match) {
        members.add_keys(EventId{first_id + static_cast<std::int64_t>(i)}, reading.keys);
        continue;
      }
      ++sum.joined;
      const EventCandidate& home = *candidates[match->candidate];
      const sd::MatchKeys old_keys = sd::Membership::keys_of(home);
      sd::MatchKeys fresh;
      std::set_difference(reading.keys.begin(), reading.keys.end(), old_keys.begin(), old_keys.end(),
                          std::back_inserter(fresh));
      members.add_keys(home.event, fresh);
    }
    lap(sum.loading);
    members.flush();
    return {};
  });
  if (!done) stop(done.error());
  lap(sum.keeping);
}

Matching match_alone(const std::filesystem::path& file, std::uint64_t stored, std::uint64_t fresh) {
  Store::Impl impl(file, OpenOptions{});
  impl.db = std::make_unique<store_detail::Connection>(file.string(), SQLite::OPEN_READWRITE);
  constexpr std::int64_t far_id = 500'000'000;
  Matching sum;
  std::vector<IngestedEntry> entries;
  for (std::uint64_t at = 0; at < fresh; at += batch) {
    entries.clear();
    for (std::uint64_t n = at; n < std::min<std::uint64_t>(at + batch, fresh); ++n)
      entries.push_back(n % 5 == 0 ? entry_number(scatter(n) % stored, true)
                                   : entry_number(stored + 30'000'000 + n, false));
    match_batch(impl, entries, far_id + static_cast<std::int64_t>(at), sum);
  }
  for (double* part : {&sum.reading, &sum.finding, &sum.loading, &sum.scoring, &sum.keeping})
    *part *= 1e6 / static_cast<double>(fresh);
  return sum;
}

/// Microseconds that an entry costs to commit.
struct Commits {
  double without = 0, with = 0;
};

Commits commit_both(Library& library, std::uint64_t stored, std::uint64_t fresh) {
  const RuleMatcher rules;
  struct Turn {
    SourceId source;
    std::uint64_t from, known;
    const EventMatcher& matcher;
    double& each;
  };
  Commits sum;
  const std::uint64_t far = stored + 50'000'000;
  const Turn turns[] = {{library.add_source("https://plain.example/list"), far, 0, no_matcher(), sum.without},
                        {library.add_source("https://two.example/list"), far * 2, stored, rules, sum.with}};
  for (std::uint64_t done = 0; done < fresh; done += batch) {
    const std::uint64_t some = std::min<std::uint64_t>(batch, fresh - done);
    for (const Turn& turn : turns)
      turn.each += library.poll(turn.source, turn.from + done, turn.from + done + some, turn.known, turn.matcher) *
                   1e6 / static_cast<double>(fresh);
  }
  return sum;
}

/// Microseconds that matching an entry costs.
double measure(std::uint64_t stored, std::uint64_t fresh, const std::filesystem::path& folder) {
  const std::filesystem::path filled = folder / fmt::format("{}.db", stored);
  Library library(folder.empty() ? folder : filled);
  double seconds = 0;
  if (library.events() == 0) {
    seconds = library.poll(library.add_source("https://one.example/list"), 0, stored, 0, RuleMatcher());
    if (!folder.empty()) library.keep(filled);
  }
  fmt::print("{:>9} stored ({:.1f} s, {:.0f} MB), {} new: ", stored, seconds, library.megabytes(), fresh);
  std::fflush(stdout);
  const Matching sum = match_alone(library.file(), stored, fresh);
  fmt::print(
      "matching {:.1f} µs (reading {:.1f}, finding {:.1f}, loading {:.1f}, scoring {:.1f}, keeping keys {:.1f}), {} "
      "joined; ",
      sum.all(), sum.reading, sum.finding, sum.loading, sum.scoring, sum.keeping, sum.joined);
  std::fflush(stdout);
  const Commits commits = commit_both(library, stored, fresh);
  fmt::print("commit {:.1f} µs an entry without rules, {:.1f} with\n", commits.without, commits.with);
  return sum.all();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::uint64_t> sizes;
  std::uint64_t fresh = 0;
  bool full = false;
  std::filesystem::path folder;
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--full")) {
      full = true;
    } else if (!std::strcmp(argv[i], "--new") && i + 1 < argc) {
      fresh = std::strtoull(argv[++i], nullptr, 10);
    } else if (!std::strcmp(argv[i], "--in") && i + 1 < argc) {
      folder = argv[++i];
    } else if (const auto size = std::strtoull(argv[i], nullptr, 10); size > 0) {
      sizes.push_back(size);
    } else {
      std::fputs("usage: match_bench [--full] [--new N] [--in FOLDER] [STORED…]\n", stderr);
      return 2;
    }
  }
  if (sizes.empty())
    sizes = full ? std::vector<std::uint64_t>{10'000, 1'000'000} : std::vector<std::uint64_t>{10'000, 100'000};
  if (fresh == 0) fresh = full ? 100'000 : 10'000;
  std::vector<double> each;
  for (const std::uint64_t stored : sizes) each.push_back(measure(stored, fresh, folder));
  const double growth = each.back() / each.front();
  fmt::print("matching {:.1f} µs an entry (target 20), growth {:.2f} (target 2)\n", each.back(), growth);
  return each.back() <= 20 && growth <= 2 ? 0 : 1;
}
